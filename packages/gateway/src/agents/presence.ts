import type { Clock } from '../clock.ts';
import type { Store } from '../store/create-store.ts';

export interface Presence {
  /** One connection more. */
  join(agentId: string): Promise<void>;
  /** One connection less. */
  leave(agentId: string): Promise<void>;
  /** How many connections there are. */
  count(): number;
  /** Whether any agent was there since the start. */
  wasThere(): boolean;
}

/**
 * RT2: an agent is there while one of its connections is; the database is told
 * of the first and of the last.
 */
export function createPresence(
  store: Store,
  clock: Clock,
  onChange: (agentId: string, isConnected: boolean) => void,
): Presence {
  const counts = new Map<string, number>();
  let wasThere = false;
  /** One after the other for each agent, so that the last word is the last. */
  const turns = new Map<string, Promise<void>>();

  const change = (agentId: string, by: number): Promise<void> => {
    const before = counts.get(agentId) ?? 0;
    const count = before + by;
    if (count > 0) counts.set(agentId, count);
    else counts.delete(agentId);
    const isFirst = before === 0;
    if (!isFirst && count > 0) return turns.get(agentId) ?? Promise.resolve();
    const isConnected = count > 0;
    const tell = async (): Promise<void> => {
      const now = clock.now();
      await store.setConnected({ agentId, isConnected, now });
      onChange(agentId, isConnected);
    };
    const turn = (turns.get(agentId) ?? Promise.resolve())
      // The turn before failed its own caller.
      .catch(() => {})
      .then(tell);
    turns.set(agentId, turn);
    return turn;
  };

  return {
    join(agentId) {
      wasThere = true;
      return change(agentId, 1);
    },
    leave: (agentId) => change(agentId, -1),
    wasThere: () => wasThere,
    count: () => [...counts.values()].reduce((sum, each) => sum + each, 0),
  };
}
