import { join } from 'node:path';
import { BENCH } from './paths.ts';
import { startServer, type Server } from './start-server.ts';

/** Starts the floor. */
export const startEcho = (): Promise<Server> =>
  startServer(join(BENCH, 'servers/echo-server.mjs'), {});
