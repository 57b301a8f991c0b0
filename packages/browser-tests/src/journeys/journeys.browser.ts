import { runJourney, type Journey } from '@beckon/cli';
import { afterAll, expect, test } from 'vitest';
import { describeEngines, type Arrive } from '../harness/describe-engines.ts';
import { setAvailability } from '../harness/set-availability.ts';
import { startServed } from '../harness/start-served.ts';
import { publishStore, readJourneys } from './read-journeys.ts';
import { expectedOf, offersOf, replay, type Replay } from './replay.ts';

/** Theirs alone: they say who is at work. */
const { site, gateway, stop } = await startServed();
const { config, names } = publishStore(site);

/** One visitor in ten is in the control group (journey 16 waits for them). */
const MOST_VISITORS = 100;

afterAll(stop);

describeEngines(['chromium'], (arrive) => {
  test.each(readJourneys(site))(
    '[JR4] the browser decides as the simulator: $name',
    async (journey) => {
      const { visitorId, journey: played, shown } = await play(journey, arrive);
      const { decisions } = simulate(played, visitorId);
      expect(shown.map(offersOf)).toEqual(
        decisions.map((decision, step) =>
          expectedOf(decision, shown[step] ?? {}),
        ),
      );
    },
  );
});

/** Sends visitors until one draws as the journey expects (SL6). */
async function play(journey: Journey, arrive: Arrive): Promise<Replay> {
  for (let sent = 0; sent < MOST_VISITORS; sent++) {
    const replayed = await replay(journey, {
      arrive,
      setAvailability: (skills) => setAvailability(gateway, 'fernway', skills),
      fits: (visitorId) => simulate(journey, visitorId).pass,
    });
    if (replayed) return replayed;
  }
  throw new Error('No visitor drew as the journey expects.');
}

function simulate(journey: Journey, id: string) {
  const visitor = { ...journey.visitor, id };
  return runJourney(config, names, { ...journey, visitor });
}
