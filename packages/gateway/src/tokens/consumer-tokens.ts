import { jwtVerify, type JWTPayload } from 'jose';
import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { TokenName } from '../store/consumer-ops.ts';

const DAY_S = 86_400;

/** WS1: good for so long without use; a use after a day makes a successor. */
const LIFETIME_S = 30 * DAY_S;
const ROTATE_AFTER_S = DAY_S;

/** WS1: clocks of nodes may differ by so much. */
const SKEW_S = 60;

/** Never taken from a token's header. */
const ALGORITHM = 'HS256';
const ISSUER = 'beckon';
/** So that no other token that is signed with the secret is one of these. */
const TYPE = 'beckon-consumer+jwt';

export interface ConsumerToken extends TokenName {
  readonly consumerId: string;
  readonly site: string;
}

export interface VerifiedToken extends ConsumerToken {
  /** It is old enough to have a successor. */
  readonly isOld: boolean;
}

export interface ConsumerTokens {
  sign(token: ConsumerToken): string;
  /** @returns Undefined for whatever is no token of this site. */
  verify(text: string, site: string): Promise<VerifiedToken | undefined>;
}

const claims = z.object({
  sub: z.string(),
  sid: z.string(),
  jti: z.string(),
  iat: z.number(),
});

/**
 * The tokens by which consumers are known again. The first secret signs, all
 * are good for verifying.
 */
export function createConsumerTokens(
  secrets: readonly string[],
  clock: Clock,
): ConsumerTokens {
  const keys = secrets.map(deriveKey);
  const [signingKey] = keys;
  if (signingKey === undefined)
    throw new Error('Failed to make tokens: there is no secret.');
  const nowS = (): number => Math.floor(clock.now() / 1000);

  return {
    sign({ consumerId, site, lineId, tokenId }) {
      const iat = nowS();
      return signText(signingKey, {
        sid: lineId,
        iss: ISSUER,
        aud: site,
        sub: consumerId,
        jti: tokenId,
        iat,
        exp: iat + LIFETIME_S,
      });
    },

    async verify(text, site) {
      for (const key of keys) {
        const payload = await verifyWith(key, text, site, clock);
        const { data } = claims.safeParse(payload);
        if (data === undefined) continue;
        const { sub: consumerId, sid: lineId, jti: tokenId, iat } = data;
        const isOld = nowS() - iat > ROTATE_AFTER_S;
        return { consumerId, site, lineId, tokenId, isOld };
      }
      return undefined;
    },
  };
}

/** A key of its own, whatever else the secret is used for. */
const deriveKey = (secret: string): Uint8Array =>
  createHash('sha256').update(`beckon consumer tokens\n${secret}`).digest();

const HEADER = toPart({ alg: ALGORITHM, typ: TYPE });

/**
 * RFC 7515, compact. Not by Web Crypto: handing a hash to another thread takes
 * longer than the hash.
 */
function signText(key: Uint8Array, payload: JWTPayload): string {
  const signed = `${HEADER}.${toPart(payload)}`;
  const signature = createHmac('sha256', key).update(signed);
  return `${signed}.${signature.digest('base64url')}`;
}

function toPart(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

async function verifyWith(
  key: Uint8Array,
  text: string,
  site: string,
  clock: Clock,
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(text, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: site,
      typ: TYPE,
      clockTolerance: SKEW_S,
      currentDate: new Date(clock.now()),
      requiredClaims: ['exp', 'iat'],
    });
    return payload;
  } catch {
    // Whatever is wrong with it: it is none.
    return undefined;
  }
}
