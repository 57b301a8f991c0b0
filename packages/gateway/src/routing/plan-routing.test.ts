import { describe, expect, it } from 'vitest';
import type { AgentLoad, Waiting } from '../store/queue-ops.ts';
import { siteSettingsSchema } from '../conversations/site-settings.ts';
import { isOpen } from './opening-hours.ts';
import {
  availabilityOf,
  DECLINED_MS,
  nextReturnAt,
  planAssignments,
  planOffers,
  planPlaces,
} from './plan-routing.ts';

const NOW = 1_000_000;

const agent = (id: string, more: Partial<AgentLoad> = {}): AgentLoad => ({
  id,
  email: `${id}@desk.example`,
  name: id,
  picture: null,
  role: 'agent',
  password: null,
  skills: ['sales'],
  maxConversations: 4,
  status: 'online',
  lostAt: null,
  idleSince: 0,
  createdAt: 0,
  active: 0,
  ...more,
});

const waiting = (id: string, more: Partial<Waiting> = {}): Waiting => ({
  id,
  site: 'acme',
  consumerId: 'c',
  skill: 'sales',
  forAgent: null,
  waitingSince: 0,
  lastSeq: 0,
  declined: [],
  ...more,
});

const pace = {
  site: 'acme',
  skill: 'sales',
  count: 5,
  firstAt: 0,
  lastAt: 240_000,
};

describe('who gets what', () => {
  it('[RT1] the lowest share of its own maximum, then the longest idle', () => {
    const agents = [
      agent('full', { maxConversations: 1, active: 1 }),
      agent('half', { maxConversations: 2, active: 1 }),
      agent('late', { idleSince: 20, active: 1 }),
      agent('early', { idleSince: 10, active: 1 }),
    ];
    const queue = ['1', '2', '3', '4'].map((id) => waiting(id));
    expect(planAssignments(queue, agents, NOW)).toEqual([
      { conversationId: '1', agentId: 'early' },
      { conversationId: '2', agentId: 'late' },
      { conversationId: '3', agentId: 'half' },
      { conversationId: '4', agentId: 'early' },
    ]);
  });

  it('[RT2] nobody away, lost, full, without the skill or unwilling', () => {
    const agents = [
      agent('away', { status: 'away' }),
      agent('lost', { lostAt: 1 }),
      agent('full', { maxConversations: 0 }),
      agent('other', { skills: ['billing'] }),
      agent('unwilling'),
      agent('all', { skills: ['*'] }),
    ];
    const queue = [waiting('1', { declined: [{ by: 'unwilling', at: 0 }] })];
    const offers = planOffers(queue, agents, NOW);
    expect([...offers].filter(([, ids]) => ids.length > 0)).toEqual([
      ['all', ['1']],
    ]);
  });

  it('[RT4] what is handed to an agent is offered to it alone', () => {
    const agents = [agent('meant', { skills: [] }), agent('other')];
    const queue = [waiting('1', { forAgent: 'meant' })];
    const offers = planOffers(queue, agents, NOW);
    expect(Object.fromEntries(offers)).toEqual({ meant: ['1'], other: [] });
  });

  it('[GH23] who declined comes again after 30 s, where nobody else is left', () => {
    const at = NOW;
    const queue = [waiting('1', { declined: [{ by: 'one', at }] })];
    const offered = (agents: readonly AgentLoad[], now: number) =>
      [...planOffers(queue, agents, now)].flatMap(([id, ids]) =>
        ids.length > 0 ? [id] : [],
      );
    const alone = [agent('one')];
    expect(offered(alone, at + DECLINED_MS - 1)).toEqual([]);
    expect(nextReturnAt(queue, at)).toBe(at + DECLINED_MS);
    expect(offered(alone, at + DECLINED_MS)).toEqual(['one']);
    expect(nextReturnAt(queue, at + DECLINED_MS)).toBeUndefined();
    // One who could take it comes first; one who could not counts for nobody.
    const other = agent('other');
    expect(offered([...alone, other], at + DECLINED_MS)).toEqual(['other']);
    for (const more of [{ active: 4 }, { lostAt: 1 }, { skills: ['x'] }])
      expect(
        offered([...alone, agent('other', more)], at + DECLINED_MS),
      ).toEqual(['one']);
    expect(
      planAssignments(queue, alone, at + DECLINED_MS).map(
        (each) => each.agentId,
      ),
    ).toEqual(['one']);
  });

  it('[GH17] places count by site and skill, waits by what was taken lately', () => {
    const queue = [waiting('1'), waiting('2', { skill: 'x' }), waiting('3')];
    expect(Object.fromEntries(planPlaces(queue, [pace]))).toEqual({
      1: { place: 1, expectedWaitSeconds: 60 },
      2: { place: 1, expectedWaitSeconds: null },
      3: { place: 2, expectedWaitSeconds: 120 },
    });
    const few = { ...pace, count: 2 };
    expect(planPlaces(queue, [few]).get('1')?.expectedWaitSeconds).toBeNull();
  });
});

describe('availability', () => {
  const ask = (
    agents: readonly AgentLoad[],
    queue: readonly Waiting[] = [],
    maxWait = 60,
    paces = [pace],
  ) => availabilityOf('acme', 'sales', { agents, queue, paces }, maxWait);

  it('[RT3] online with free capacity, busy without, offline with nobody', () => {
    expect(ask([agent('a')])).toBe('online');
    expect(ask([agent('a', { active: 4 })])).toBe('busy');
    expect(ask([agent('a', { status: 'away' })])).toBe('offline');
    expect(ask([agent('a', { lostAt: 5 })])).toBe('offline');
    expect(ask([])).toBe('offline');
  });

  it('[RT3] online where the wait is under the site’s limit', () => {
    const full = [agent('a', { active: 4 })];
    expect(ask(full, [], 61)).toBe('online');
    expect(ask(full, [waiting('1')], 61)).toBe('busy');
    expect(ask(full, [waiting('1')], 121)).toBe('online');
  });

  it('[GH17] those that wait take the free places first', () => {
    const one = [agent('a', { maxConversations: 1 })];
    expect(ask(one, [waiting('1')], 0)).toBe('busy');
  });

  it('[RT3] opening hours are by skill, in the zone that they name', () => {
    const settings = siteSettingsSchema.parse({
      openingHours: {
        sales: {
          timeZone: 'America/New_York',
          days: { mon: [['09:00', '17:00']] },
        },
        '*': { timeZone: 'UTC', days: { sun: [['00:00', '24:00']] } },
      },
    });
    // A Monday, 08:59 and 09:00 in New York.
    const monday = Date.UTC(2026, 10, 23, 13, 59);
    expect(isOpen(settings, 'sales', monday)).toBe(false);
    expect(isOpen(settings, 'sales', monday + 60_000)).toBe(true);
    expect(isOpen(settings, 'sales', Date.UTC(2026, 10, 23, 22, 0))).toBe(
      false,
    );
    expect(isOpen(settings, 'other', monday)).toBe(false);
    expect(isOpen(settings, 'other', Date.UTC(2026, 10, 22, 23, 59))).toBe(
      true,
    );
    expect(isOpen({ openingHours: {} }, 'sales', monday)).toBe(true);
  });
});
