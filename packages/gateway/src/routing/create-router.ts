import type { Availability, StateFrame } from '@beckon/schema/types';
import { tellJoined, type Desk } from '../conversations/desk.ts';
import type { RoutingFacts } from '../store/queue-ops.ts';
import { createOffering } from './create-offering.ts';
import { isOpen } from './opening-hours.ts';
import {
  availabilityOf,
  nextReturnAt,
  planAssignments,
  planOffers,
  planPlaces,
  type Place,
} from './plan-routing.ts';

export interface Router {
  /** Looks soon; calls that come together are one. */
  poke(): void;
  /** Looks, and resolves when all is told. */
  refresh(): Promise<void>;
  /** Offers a conversation again to those it is offered to: its preview is
   * another. */
  renew(conversationId: string): Promise<void>;
  /** What waits and is offered to an agent, as of the last look. */
  offersOf(agentId: string): readonly string[];
  /** Where a conversation stands, as of the last look. */
  placeOf(conversationId: string): Place | undefined;
  availability(site: string, skill: string): Availability;
  /** Looks where time alone has changed something (GH23). */
  tick(): void;
  /** How many wait. */
  waiting(): number;
  stop(): Promise<void>;
}

/** How long what was taken counts for the expected wait. */
const PACE_MS = 3_600_000;

/** Between two looks, so that many changes at once are one look. */
const REST_MS = 20;

const NOTHING: RoutingFacts = { queue: [], agents: [], paces: [] };

/**
 * Decides who is offered or given what (RT1), from what the database says at one
 * moment, and tells the difference to the last look. The database decides who
 * gets it in the end, so that a look that is late does no harm.
 */
export function createRouter(desk: Desk): Router {
  let facts = NOTHING;
  const offering = createOffering(desk);
  let places: ReadonlyMap<string, Place> = new Map();
  let dueAt: number | undefined;

  const look = async (): Promise<void> => {
    facts = await readFacts(desk);
    if (await assign(desk, facts)) facts = await readFacts(desk);
    const now = desk.clock.now();
    const nextOffers = planOffers(facts.queue, facts.agents, now);
    dueAt = nextReturnAt(facts.queue, now);
    const nextPlaces = planPlaces(facts.queue, facts.paces);
    const before = places;
    places = nextPlaces;
    tellPlaces(desk, facts, before, nextPlaces);
    await offering.change(nextOffers);
  };

  /** Looks again soon, whether or not anything changes until then. */
  const fail = (error: unknown): void => {
    dueAt = desk.clock.now();
    desk.log.error({ code: String(error) }, 'routing failed');
  };

  const { refresh, stop } = inRounds(look, fail);

  return {
    poke: () => void refresh(),
    refresh,
    renew: (id) => offering.renew(id).catch(fail),
    offersOf: (agentId) => offering.of(agentId),
    tick() {
      if (dueAt === undefined || desk.clock.now() < dueAt) return;
      dueAt = undefined;
      void refresh();
    },
    placeOf: (id) => places.get(id),
    waiting: () => facts.queue.length,
    availability: (site, skill) => judge(desk, facts, site, skill),
    async stop() {
      await stop();
      await offering.settle();
    },
  };
}

/** One round at a time; what is wanted meanwhile is one round more. */
function inRounds(
  round: () => Promise<void>,
  onError: (error: unknown) => void,
): Pick<Router, 'refresh' | 'stop'> {
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;
  const run = async (): Promise<void> => {
    do {
      isWanted = false;
      try {
        await round();
      } catch (error) {
        onError(error);
      }
      if (isWanted) await rest();
    } while (isWanted && !isStopped);
    running = undefined;
  };
  return {
    refresh() {
      if (isStopped) return Promise.resolve();
      isWanted = true;
      running ??= run();
      return running;
    },
    async stop() {
      isStopped = true;
      await running;
    },
  };
}

function judge(
  { settings, clock }: Desk,
  facts: RoutingFacts,
  site: string,
  skill: string,
): Availability {
  const own = settings.of(site);
  if (!isOpen(own, skill, clock.now())) return 'offline';
  return availabilityOf(site, skill, facts, own.maxWaitSeconds);
}

const rest = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, REST_MS));

const readFacts = ({ store, clock }: Desk): Promise<RoutingFacts> =>
  store.readRouting(clock.now() - PACE_MS);

/** Gives out what its site wants given out. @returns Whether it did. */
async function assign(desk: Desk, facts: RoutingFacts): Promise<boolean> {
  const queue = facts.queue.filter(
    ({ site }) => desk.settings.of(site).routing === 'assign',
  );
  const at = desk.clock.now();
  const assignments = planAssignments(queue, facts.agents, at);
  for (const { conversationId, agentId } of assignments) {
    const now = desk.clock.now();
    const taken = { conversationId, agentId, now };
    const accepted = await desk.store.acceptConversation(taken);
    if (accepted.status === 'accepted') await tellJoined(desk, accepted);
  }
  return assignments.length > 0;
}

function tellPlaces(
  desk: Desk,
  { queue }: RoutingFacts,
  before: ReadonlyMap<string, Place>,
  now: ReadonlyMap<string, Place>,
): void {
  for (const { id, consumerId, lastSeq: asOf } of queue) {
    const place = now.get(id);
    const known = before.get(id);
    const isSame =
      known?.place === place?.place &&
      known?.expectedWaitSeconds === place?.expectedWaitSeconds;
    if (place === undefined || isSame) continue;
    const frame: StateFrame = {
      type: 'state',
      conversationId: id,
      state: 'queued',
      ...place,
    };
    desk.fanout.publish('consumer', consumerId, { type: 'state', frame, asOf });
  }
}
