import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';
import { EXIT, StartFailure } from '../start-failure.ts';
import { randomSecret } from '../tokens/random-id.ts';
import type { Settings } from './read-settings.ts';

export interface Secrets {
  /** The first signs, all verify. */
  readonly tokens: readonly string[];
  readonly admin: string;
}

/**
 * The secrets of the gateway: as they are set, or made once and kept in the data
 * folder beside the embedded database.
 *
 * @throws StartFailure where a server's database has nodes that must agree.
 */
export async function readSecrets(settings: Settings): Promise<Secrets> {
  const { secrets, adminToken, data, databaseUrl } = settings;
  const isEmbedded = databaseUrl === undefined;
  const missing = [
    ...(secrets ? [] : ['BECKON_SECRET']),
    ...(adminToken ? [] : ['BECKON_ADMIN_TOKEN']),
  ];
  if (!isEmbedded && missing.length > 0)
    throw new StartFailure(
      missing
        .map(
          (name) =>
            `Failed to read setting ${name}: nothing arrived. Give it where DATABASE_URL is given, the same for all nodes; "openssl rand -hex 32" prints a good one.`,
        )
        .join('\n'),
      EXIT.unusable,
    );
  return {
    tokens: secrets ?? [await keepSecret(join(data, 'secret'))],
    admin: adminToken ?? (await keepSecret(join(data, 'admin-token'))),
  };
}

/** Readable by its owner alone. */
async function keepSecret(path: string): Promise<string> {
  try {
    const kept = (await readFile(path, 'utf8')).trim();
    if (kept.length >= 32) return kept;
    throw new StartFailure(
      `Failed to read a secret: ${path} is too short. Delete it, and a new one is made.`,
    );
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    const secret = randomSecret();
    await writeFile(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    return secret;
  }
}
