import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<
  string | Buffer,
  Buffer,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

/** OWASP's cheapest for scrypt that is not below the others: 128 MiB · 1. */
const COST = { N: 2 ** 16, r: 8, p: 2 } as const;
const KEY_BYTES = 32;

const limitOf = (N: number, r: number): number => 128 * N * r * 2;

/** DP5: `scrypt$N$r$p$salt$key`, so that costs can rise later. */
export async function hashPassword(password: string): Promise<string> {
  const { N, r, p } = COST;
  const salt = randomBytes(16);
  const key = await derive(password.normalize('NFKC'), salt, KEY_BYTES, {
    ...COST,
    maxmem: limitOf(N, r),
  });
  const parts = [
    N,
    r,
    p,
    salt.toString('base64url'),
    key.toString('base64url'),
  ];
  return `scrypt$${parts.join('$')}`;
}

/** Takes as long for an agent that is not there, or has no password. */
export async function verifyPassword(
  password: string,
  hash: string | null | undefined,
): Promise<boolean> {
  const [, N, r, p, salt, key] = (hash ?? (await nobody())).split('$');
  const expected = Buffer.from(key ?? '', 'base64url');
  const options = { N: Number(N), r: Number(r), p: Number(p) };
  const found = await derive(
    password.normalize('NFKC'),
    Buffer.from(salt ?? '', 'base64url'),
    KEY_BYTES,
    { ...options, maxmem: limitOf(options.N, options.r) },
  );
  const isSame =
    found.length === expected.length && timingSafeEqual(found, expected);
  return isSame && typeof hash === 'string';
}

let nobodysHash: Promise<string> | undefined;

const nobody = (): Promise<string> =>
  (nobodysHash ??= hashPassword(randomBytes(16).toString('hex')));
