import { createFakeClock, settle, type FakeClock } from '@beckon/testkit';
import type { ToAgentFrame } from '@beckon/schema/types';
import { createConsole, type ConsoleModel } from '../model/create-console.ts';
import type { Shelf } from '../model/ports.ts';
import { findTalk } from '../model/watch-frames.ts';
import type { Talk } from '../model/state.ts';
import { createFakePorts, createShelf, type FakePorts } from './fake-ports.ts';
import { NOW, ROBIN } from './people.ts';

export interface OpenDesk extends FakePorts {
  readonly clock: FakeClock;
  readonly model: ConsoleModel;
  readonly keep: Shelf;
  talk(conversationId: string): Talk;
}

export interface OpenDeskOptions {
  readonly keep?: Shelf;
  readonly random?: () => number;
  /** What the gateway says of who is logged in. */
  readonly meStatus?: number;
}

/** A console before anybody is known to be logged in. */
export function createDeskParts(options: OpenDeskOptions = {}): OpenDesk {
  const clock = createFakeClock(NOW);
  const keep = options.keep ?? createShelf();
  const fake = createFakePorts({ clock, ...options, keep });
  const { meStatus: status = 200 } = options;
  const me = { status, body: { agent: ROBIN } };
  fake.answers.set('GET /v1/agents/me', me);
  const model = createConsole(fake.ports);
  return {
    ...fake,
    clock,
    model,
    keep,
    talk(conversationId) {
      const talk = findTalk(model.store.get(), conversationId);
      if (!talk) throw new Error(`No talk ${conversationId}.`);
      return talk;
    },
  };
}

/** A console whose agent is logged in and connected. */
export async function openDesk(
  frames: readonly ToAgentFrame[],
  options: OpenDeskOptions = {},
): Promise<OpenDesk> {
  const desk = createDeskParts(options);
  await settle();
  desk.open();
  desk.push(...frames);
  return desk;
}
