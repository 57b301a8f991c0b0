import { createFakeWire } from '@beckon/testkit';
import type { EngineState } from '@beckon/rules';
import type { VisitEvent } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { Message } from './message.ts';
import { createSessionLog } from './session-log.ts';

/** A tab whose state is the list of what it took in. */
function createTab(name: string, wire = createFakeWire()) {
  let taken: string[] = [];
  const later: (() => void)[] = [];
  const channel = wire.open((message) => log.hear(message as Message));
  const nameOf = (event: VisitEvent) => String(event.at);
  const log = createSessionLog({
    name,
    post: (said) => channel.post({ from: name, ...said }),
    apply: (event) => void taken.push(nameOf(event)),
    follow: () => {},
    later: (run) => void later.push(run),
    readState: () => ({ taken: [...taken] }) as unknown as EngineState,
    adopt(state, own) {
      taken = [
        ...(state as unknown as { taken: string[] }).taken,
        ...own.map(nameOf),
      ];
    },
  });
  return {
    log,
    channel,
    read: () => taken,
    /** What waits until a tab has gone. */
    pass: () => later.splice(0).forEach((run) => run()),
    tell(what: number) {
      taken.push(String(what));
      log.share({ type: 'tick', at: what });
    },
  };
}

test('[SE6] what one tab tells comes to all, in one order', () => {
  const wire = createFakeWire();
  const leader = createTab('one', wire);
  const two = createTab('two', wire);
  const three = createTab('three', wire);
  leader.log.lead();
  two.log.follow([]);
  three.log.follow([]);
  wire.deliver();
  two.tell(1);
  leader.tell(2);
  wire.deliver();
  three.tell(3);
  wire.deliver();
  expect(two.read()).toEqual(leader.read());
  expect(three.read()).toEqual(leader.read());
  expect([...leader.read()].sort()).toEqual(['1', '2', '3']);
});

test('[SE6] told at the same moment, the leader decides the order', () => {
  const wire = createFakeWire();
  const leader = createTab('one', wire);
  const other = createTab('two', wire);
  leader.log.lead();
  other.log.follow([]);
  wire.deliver();
  leader.tell(1);
  other.tell(2);
  expect(other.read()).toEqual(['2']);
  wire.deliver();
  expect(leader.read()).toEqual(['1', '2']);
  expect(other.read()).toEqual(['1', '2']);
});

test('[SE6] what a new tab told before it joined is not lost or doubled', () => {
  const wire = createFakeWire();
  const leader = createTab('one', wire);
  leader.log.lead();
  leader.tell(1);
  wire.deliver();
  const late = createTab('two', wire);
  late.log.follow([{ type: 'tick', at: 2 }]);
  wire.deliver();
  expect(leader.read()).toEqual(['1', '2']);
  expect(late.read()).toEqual(['1', '2']);
});

test('[SE6] when the leader goes nothing that was told is lost', () => {
  const wire = createFakeWire();
  const leader = createTab('one', wire);
  const two = createTab('two', wire);
  const three = createTab('three', wire);
  leader.log.lead();
  two.log.follow([]);
  three.log.follow([]);
  wire.deliver();
  leader.channel.close();
  two.tell(1);
  three.tell(2);
  wire.deliver();
  two.log.lead();
  wire.deliver();
  expect(two.read()).toEqual(['1', '2']);
  expect(three.read()).toEqual(['1', '2']);
});

test('[NET3] a tab that goes is not answered while it does; the others hear of it', () => {
  const wire = createFakeWire();
  const leader = createTab('one', wire);
  const two = createTab('two', wire);
  const three = createTab('three', wire);
  leader.log.lead();
  two.log.follow([]);
  three.log.follow([]);
  wire.deliver();
  const heard: unknown[] = [];
  wire.open((message) => heard.push((message as Message).type));
  two.log.share({ type: 'tab', at: 1, tab: 'two', state: 'closed' });
  wire.deliver();
  expect(heard).toEqual(['told']);
  expect(three.read()).toEqual([]);
  leader.pass();
  wire.deliver();
  expect(three.read()).toEqual(['1']);
});

test('[NET3] one that let the lead go loses nothing, whether it is left or stays', () => {
  const wire = createFakeWire();
  const one = createTab('one', wire);
  const two = createTab('two', wire);
  one.log.lead();
  two.log.follow([]);
  wire.deliver();
  one.log.letGo();
  two.log.lead();
  one.tell(1);
  wire.deliver();
  expect(two.read()).toEqual(['1']);
  one.tell(2);
  // What was told is on its way still when it finds that another leads.
  one.log.follow([]);
  wire.deliver();
  expect(two.read()).toEqual(['1', '2']);
  expect(one.read()).toEqual(['1', '2']);
});

test('[SE6] tabs agree after any sequence of telling, delivering and leading', () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ tab: fc.nat(2) }) },
    { weight: 4, arbitrary: fc.constant('deliver' as const) },
    { weight: 1, arbitrary: fc.record({ next: fc.nat(2) }) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const wire = createFakeWire();
      const tabs = ['a', 'b', 'c'].map((name) => createTab(name, wire));
      tabs[0]?.log.lead();
      tabs.slice(1).forEach(({ log }) => log.follow([]));
      let count = 0;
      let leader = tabs[0];
      for (const each of steps)
        if (each === 'deliver') wire.deliver();
        else if ('tab' in each) tabs[each.tab]?.tell(++count);
        else if (tabs[each.next] !== leader) {
          // As one that is navigated away, and stays.
          const before = leader;
          leader = tabs[each.next];
          // A lock takes longer than what was said before it was let go.
          wire.deliver();
          before?.log.letGo();
          leader?.log.lead();
          before?.log.follow([]);
        }
      wire.deliver();
      const [first = []] = tabs.map(({ read }) => read());
      expect(new Set(first).size).toBe(count);
      for (const { read } of tabs) expect(read()).toEqual(first);
    }),
  );
});
