import { remember } from './remember.ts';

/** Stands in for `@beckon/cli`, of which the journeys need these. */
export { runJourney } from '../../packages/cli/src/simulator/run-journey.ts';
export const parseJourney = await remember(
  async () =>
    (await import('../../packages/cli/src/parse-journey.ts')).parseJourney,
);
