import { MAX_ENTRIES } from '../limits.ts';
import type { HistoryEntry } from '../state.ts';
import { session } from '../visit.ts';

/** Writes into the session's history, of which the oldest goes (SE5). */
export function record(entry: HistoryEntry): void {
  if (session.history.push(entry) > MAX_ENTRIES) session.history.shift();
}
