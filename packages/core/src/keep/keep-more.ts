import type { EngineState } from '@beckon/rules';
import { saveState } from '@beckon/rules/state-text';
import type { Tag } from '../tag.ts';
import { createLogHost } from './log-host.ts';
import {
  createSessionLog,
  type LogSeat,
  type LogStart,
  type SessionLog,
} from './session-log.ts';

/** What the chunk `keep-more` brings: a visitor with one tab and a short visit
 * never needs it. */
export interface KeepMorePart {
  /** The log that this tab and others agree on (SE6). */
  createLog(seat: LogSeat, start: LogStart): SessionLog;
  /** Shortens a state in place, until its text fits (SE5). */
  shorten(state: EngineState): void;
}

export function createKeepMore(tag: Tag): KeepMorePart {
  return {
    createLog: (seat, start) =>
      createSessionLog({ ...createLogHost(tag), ...seat }, start),
    shorten: saveState,
  };
}
