import type { HelloFrame } from '@beckon/schema/types';
import type { Clock } from '../clock.ts';
import type { Site } from '../sites/site-store.ts';
import type { Store } from '../store/create-store.ts';
import type { ConsumerTokens } from '../tokens/consumer-tokens.ts';
import { randomId } from '../tokens/random-id.ts';

export interface Identified {
  readonly consumerId: string;
  readonly visitorId: string;
  /** To be shown the next time. */
  readonly token: string;
  /** It has nothing so far. */
  readonly isNew: boolean;
}

export interface Identifier {
  readonly store: Store;
  readonly tokens: ConsumerTokens;
  readonly clock: Clock;
}

/**
 * WS1: who says hello. Without a token it is a new consumer, whatever visitor
 * id it brings.
 *
 * @returns Undefined for a token that is not good.
 */
export async function identifyConsumer(
  identifier: Identifier,
  site: Site,
  hello: HelloFrame,
): Promise<Identified | undefined> {
  return hello.token === undefined
    ? addConsumer(identifier, site, hello.visitorId ?? randomId())
    : recognize(identifier, site, hello.token);
}

async function addConsumer(
  { store, tokens, clock }: Identifier,
  { id: site }: Site,
  visitorId: string,
): Promise<Identified> {
  const consumerId = randomId();
  const token = { lineId: randomId(), tokenId: randomId() };
  const now = clock.now();
  await store.addConsumer({ consumerId, site, visitorId, token, now });
  const text = tokens.sign({ consumerId, site, ...token });
  return { consumerId, visitorId, token: text, isNew: true };
}

async function recognize(
  { store, tokens, clock }: Identifier,
  { id: site }: Site,
  text: string,
): Promise<Identified | undefined> {
  const verified = await tokens.verify(text, site);
  if (verified === undefined) return undefined;
  const { isOld, ...token } = verified;
  const successorId = isOld ? randomId() : undefined;
  const now = clock.now();
  const use = await store.useToken({ ...token, successorId, now });
  if (use.status === 'refused') return undefined;
  const { visitorId, tokenId } = use;
  const goesOn = tokenId === token.tokenId;
  return {
    consumerId: token.consumerId,
    visitorId,
    token: goesOn ? text : tokens.sign({ ...token, tokenId }),
    isNew: false,
  };
}
