import { createHash, randomBytes } from 'node:crypto';

/** An id that nobody guesses: 128 random bits. */
export const randomId = (): string => randomBytes(16).toString('base64url');

/** Something that only its owner knows: 256 random bits. */
export const randomSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret, so that reading the database gives no access. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');
