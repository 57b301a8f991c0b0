import type { Handover } from '../talk/hand-over.ts';

/** What the page that opened this tab gave the gateway. */
export interface Redeemed {
  readonly token?: string;
  readonly consent: { readonly storage: boolean };
  readonly context: Handover;
}

const AGAIN_MS = 400;
/** The page may be slow to hand over; the code is good for 60 s. */
const TRIES = 40;

/**
 * Redeems the code of WM4, once.
 *
 * @param post Sends it; gives the answer's status, and its JSON where it is 200.
 * @returns Undefined when it is none, or none any more.
 */
export async function redeem(
  code: string,
  post: (code: string) => Promise<{ status: number; body: unknown }>,
  wait: (ms: number) => Promise<void>,
): Promise<Redeemed | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { body, status } = await post(code).catch(() => NO_ANSWER);
    if (status === 200) return decodeRedeemed(body);
    // Not there yet, or the gateway is not; anything else is for good.
    if (status !== 404 && status !== 429 && status < 500) return undefined;
    await wait(AGAIN_MS);
  }
  return undefined;
}

const NO_ANSWER = { status: 503, body: undefined };

function decodeRedeemed(body: unknown): Redeemed | undefined {
  const { consent, context, token } = (body ?? {}) as Partial<
    Omit<Redeemed, 'token'>
  > & { token?: unknown };
  if (!context?.skill || !context.masking || !context.report) return undefined;
  return {
    context,
    consent: { storage: consent?.storage === true },
    ...(typeof token === 'string' && { token }),
  };
}
