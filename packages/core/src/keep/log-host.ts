import type { Tag } from '../tag.ts';
import type { LogHost } from './session-log.ts';

const GOODBYE_MS = 100;

/** What the session's log does to this tab. */
export function createLogHost(
  tag: Tag,
): Pick<LogHost, 'adopt' | 'apply' | 'later' | 'readState'> {
  const { name, ports } = tag;
  return {
    apply(event) {
      tag.engine.apply(event);
      tag.plan();
    },
    later: (run) => void ports.later(run, GOODBYE_MS),
    readState: () => tag.engine.state,
    adopt(state, own) {
      const before = tag.engine.state.tabs[name];
      tag.begin(state);
      own.forEach((event) => tag.engine.apply(event));
      const after = tag.engine.state.tabs[name];
      // What this tab decided by itself, only this tab knows.
      if (before && after) {
        const { done, offers, waiting } = before;
        Object.assign(after, { done, offers, waiting });
      }
      tag.plan();
    },
  };
}
