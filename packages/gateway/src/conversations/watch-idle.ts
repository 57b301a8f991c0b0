import type { Idle } from '../store/idle-ops.ts';
import { tellEvents, type Desk } from './desk.ts';
import { endIdle } from './end-conversation.ts';
import type { SiteSettings } from './site-settings.ts';

const MINUTE_MS = 60_000;

/** RT5: how long a site lets a conversation be silent; null for no warning. */
export interface IdleTimes {
  readonly idleMs: number;
  readonly warningMs: number | null;
}

/** @returns Undefined where a site never ends what is silent. */
export function idleTimesOf({
  idleMinutes,
  idleWarningMinutes,
}: Pick<SiteSettings, 'idleMinutes' | 'idleWarningMinutes'>):
  IdleTimes | undefined {
  if (idleMinutes === null) return undefined;
  const idleMs = idleMinutes * MINUTE_MS;
  if (idleWarningMinutes === null) return { idleMs, warningMs: null };
  // So that a short idle time need not name a shorter warning.
  const warningMs = Math.min(idleWarningMinutes * MINUTE_MS, idleMs / 2);
  return { idleMs, warningMs };
}

/**
 * RT5: warns in what has been silent for long, and ends it when its time is
 * over. What was told is kept with the conversation: nobody is warned twice,
 * and where warnings are on nothing ends without one, however long the gateway
 * was not there.
 */
export async function watchIdle(desk: Desk): Promise<void> {
  for (const { id: site } of desk.sites.all()) {
    const times = idleTimesOf(desk.settings.of(site));
    if (times === undefined) continue;
    const now = desk.clock.now();
    const before = now - times.idleMs + (times.warningMs ?? 0);
    for (const idle of await desk.store.listIdle({ site, before, now }))
      await warnOrEnd(desk, idle, times);
  }
}

async function warnOrEnd(
  desk: Desk,
  idle: Idle,
  { idleMs, warningMs }: IdleTimes,
): Promise<void> {
  if (warningMs === null || idle.idleEndsAt !== null) {
    await endIdle(desk, idle);
    return;
  }
  const now = desk.clock.now();
  const dueAt = idle.activeAt + idleMs;
  const change = await desk.store.warnIdle({
    conversationId: idle.id,
    lastSeq: idle.lastSeq,
    // Who was warned too late has the whole time.
    endsAt: dueAt - now < warningMs / 2 ? now + warningMs : dueAt,
    now,
  });
  if (change === undefined) return;
  const { consumerId, agentId } = change.conversation;
  tellEvents(desk, { consumerId, agentIds: [agentId] }, change.events);
}
