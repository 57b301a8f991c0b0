import { afterAll, beforeAll } from 'vitest';
import { openBackend, type Backend, type OpenBackend } from './backends.ts';
import { openTalkTest, type OpenTalkTest } from './open-talk-test.ts';

const START_MS = 120_000;

/**
 * A gateway that listens, for the tests of a file or a `describe`: opened before
 * the first, stopped after the last.
 *
 * @returns To be used within tests alone.
 */
export function useTalk(
  backend: Backend,
  ...more: [
    env?: Parameters<typeof openTalkTest>[1],
    options?: Parameters<typeof openTalkTest>[2],
  ]
): OpenTalkTest {
  let database: OpenBackend | undefined;
  let open: OpenTalkTest | undefined;
  beforeAll(async () => {
    database = await openBackend(backend);
    open = await openTalkTest(database, ...more);
  }, START_MS);
  afterAll(async () => {
    await open?.stop();
    await database?.stop();
  }, START_MS);
  return new Proxy({} as OpenTalkTest, {
    get: (_, name) => open?.[name as keyof OpenTalkTest],
  });
}
