import type { EngineState } from '@beckon/rules';
import { settle } from '@beckon/testkit';
import { expect, test } from 'vitest';
import { createLoneLog } from './lone-log.ts';
import type { Said } from './message.ts';
import { createSessionLog, type LogStart } from './session-log.ts';

const tick = (at: number) => ({ type: 'tick', at }) as const;

/** @param failures How often what agrees with others cannot be had. */
function createTab(failures = 0) {
  const said: Said[] = [];
  const loads: LogStart[] = [];
  const taken: number[] = [];
  const seat = {
    name: 'one',
    // As a channel does: what is sent stays as it was.
    post: (each: Said) => void said.push(structuredClone(each)),
    follow: () => {},
  };
  const log = createLoneLog(seat, async (start) => {
    loads.push({ ...start });
    await settle();
    if (loads.length <= failures) throw new Error('blocked');
    return createSessionLog(
      {
        ...seat,
        apply: ({ at }) => void taken.push(at),
        readState: () => ({ seq: 7 }) as EngineState,
        adopt: () => {},
        later: () => {},
      },
      start,
    );
  });
  return { loads, log, said, taken };
}

test('[SE6] a lone tab tells nobody what it does, and loads nothing for it', async () => {
  const { loads, log, said } = createTab();
  log.lead();
  log.share(tick(1));
  log.share(tick(2));
  await settle();
  expect(said).toEqual([{ type: 'lead' }]);
  expect(loads).toEqual([]);
});

test('[SE6] what it did before it knew that it leads is in its log, too', async () => {
  const { loads, log, said } = createTab();
  log.share(tick(1));
  log.lead();
  log.share(tick(2));
  await settle();
  expect(loads).toEqual([]);
  log.hear({ type: 'hello', from: 'two' });
  await settle();
  await settle();
  expect(said.slice(1)).toEqual([
    { type: 'state', order: 2, heard: { one: 2 }, state: { seq: 7 } },
  ]);
});

test('[SE6] the first word of another finds all in the log that was told', async () => {
  const { log, said, taken } = createTab();
  log.lead();
  log.share(tick(1));
  log.share(tick(2));
  log.hear({ type: 'hello', from: 'two' });
  // While what answers is on its way, all waits in order.
  log.share(tick(3));
  log.hear({ type: 'told', from: 'two', number: 1, event: tick(4) });
  await settle();
  await settle();
  expect(taken).toEqual([4]);
  expect(said.slice(1)).toEqual([
    { type: 'state', order: 2, heard: { one: 2 }, state: { seq: 7 } },
    { type: 'accepted', order: 3, by: 'one', number: 3, event: tick(3) },
    { type: 'accepted', order: 4, by: 'two', number: 1, event: tick(4) },
  ]);
});

test('[SE6] a tab that another leads asks for the state at once', async () => {
  const { log, said } = createTab();
  log.follow([tick(1)]);
  log.share(tick(2));
  await settle();
  await settle();
  expect(said).toEqual([
    { type: 'told', number: 1, event: tick(1) },
    { type: 'hello' },
    { type: 'told', number: 2, event: tick(2) },
  ]);
});

test('[LD4] what could not be loaded is asked for by the next word', async () => {
  const { loads, log, said } = createTab(1);
  log.lead();
  log.share(tick(1));
  log.hear({ type: 'hello', from: 'two' });
  await settle();
  await settle();
  expect(said).toEqual([{ type: 'lead' }]);
  log.share(tick(2));
  log.hear({ type: 'hello', from: 'two' });
  await settle();
  await settle();
  expect(loads).toEqual([
    { isLeader: true, order: 1 },
    { isLeader: true, order: 2 },
  ]);
  expect(said.slice(1)).toEqual([
    { type: 'state', order: 2, heard: { one: 2 }, state: { seq: 7 } },
  ]);
});

test('[LD4] a tab that another leads tries again with what it does next', async () => {
  const { loads, log, said } = createTab(1);
  log.follow([]);
  await settle();
  await settle();
  log.share(tick(1));
  await settle();
  await settle();
  expect(loads).toHaveLength(2);
  expect(said).toEqual([{ type: 'told', number: 1, event: tick(1) }]);
});

test('[NET3] what one that let the lead go did meanwhile is told to who leads next', async () => {
  const { loads, log, said } = createTab();
  log.share(tick(1));
  log.lead();
  log.letGo();
  log.share(tick(2));
  await settle();
  expect(loads).toEqual([]);
  log.follow([]);
  await settle();
  await settle();
  const told = { type: 'told', number: 2, event: tick(2) };
  expect(said.slice(1)).toEqual([told, { type: 'hello' }]);
});

test('[SE6] what it told before it joined comes before what it told since', async () => {
  const { log, said } = createTab();
  log.share(tick(2));
  log.follow([tick(1)]);
  await settle();
  await settle();
  const told = said.flatMap((each) =>
    each.type === 'told' ? [[each.number, each.event.at]] : [],
  );
  // Each may be told again, when somebody takes the lead.
  expect(told.slice(0, 2)).toEqual([
    [1, 1],
    [2, 2],
  ]);
});
