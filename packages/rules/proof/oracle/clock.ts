/** How long sessions last, in ms (SE1). */
export interface SessionLimits {
  readonly idleMs: number;
  readonly maxMs: number;
}

/** A session, in session time (EN1). */
export interface SessionTimes {
  readonly start: number;
  readonly lastActivity: number;
  readonly lastMessage: number | null;
}

/** A moment: by the clock of whoever told it, and in session time (EN1). */
export interface Moment {
  readonly at: number;
  readonly time: number;
}

const MESSAGE_MS = 30 * 60_000;

/** The session time at which a session ends (EN2). */
export function endOfSession(
  session: SessionTimes,
  limits: SessionLimits,
): number {
  const { start, lastActivity, lastMessage } = session;
  const byLength = start + limits.maxMs;
  const byMessage = lastMessage === null ? byLength : lastMessage + MESSAGE_MS;
  return Math.min(lastActivity + limits.idleMs, Math.max(byLength, byMessage));
}

/**
 * The moment that comes with being told something at `at`: session time gains
 * what the clock gained, and stands still from the session's end (EN1, EN2).
 *
 * @param session Null before the first one: then session time stands still.
 */
export function advance(
  last: Moment | null,
  at: number,
  session: SessionTimes | null,
  limits: SessionLimits,
): Moment {
  if (!last || !session) return { at, time: last?.time ?? 0 };
  const gained = Math.max(0, at - last.at);
  return {
    at,
    time: Math.min(last.time + gained, endOfSession(session, limits)),
  };
}
