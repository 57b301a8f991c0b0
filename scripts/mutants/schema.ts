import { remember } from './remember.ts';

/** Stands in for `@beckon/schema`, of which tests of the rules need this. */
export const publishConfig = await remember(
  async () =>
    (await import('../../packages/schema/src/publish-config.ts')).publishConfig,
);
