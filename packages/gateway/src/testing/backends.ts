import { startPostgres } from './postgres.ts';

/** What every test of conversations runs on. */
export const BACKENDS = ['pglite', 'postgres'] as const;
export type Backend = (typeof BACKENDS)[number];

export interface OpenBackend {
  /** Settings for a gateway with an empty database. */
  settings(): Promise<Readonly<Record<string, string>>>;
  stop(): Promise<void>;
}

/** Of tests alone: where there is a server, nothing is made by itself. */
export const TEST_SECRET = 'a secret of these tests and of nothing else';
export const ADMIN_TOKEN = 'an admin token of these tests and nothing else';

const SECRETS = {
  BECKON_SECRET: TEST_SECRET,
  BECKON_ADMIN_TOKEN: ADMIN_TOKEN.replaceAll(' ', '-'),
};

export const ADMIN = `Bearer ${SECRETS.BECKON_ADMIN_TOKEN}`;

/** Makes ready what a database of this kind needs. */
export async function openBackend(backend: Backend): Promise<OpenBackend> {
  if (backend === 'pglite')
    return {
      settings: () => Promise.resolve(SECRETS),
      stop: () => Promise.resolve(),
    };
  const server = await startPostgres();
  return {
    settings: async () => ({
      ...SECRETS,
      DATABASE_URL: await server.createDatabase(),
    }),
    stop: () => server.stop(),
  };
}
