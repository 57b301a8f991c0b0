import { MAX_STATE_BYTES } from '@beckon/schema/constants';
import { nothing } from '../nothing.ts';
import { writeState } from '../state-text.ts';
import type { Tag } from '../tag.ts';
import { askMore } from './ask-more.ts';
import type { KeepMorePart } from './keep-more.ts';
import type { KeepPorts } from './keep-ports.ts';

const MINUTE_MS = 60_000;
/** Much happens at once, and an impression a second after: written together.
 * What hides or leaves a page writes at once. */
const SAVE_MS = 1200;

/**
 * Writes the session down, and who the visitor is (SE4, SE5, ST4).
 *
 * @param mayWrite Asked each time: one tab alone writes (SE6).
 */
export function createSave(
  tag: Tag,
  keepPorts: KeepPorts,
  mayWrite: () => boolean,
) {
  const { config, ports } = tag;
  let isSaving = false;
  let cookie = '';
  let shorten: KeepMorePart['shorten'] | undefined;

  const save = () => {
    isSaving = false;
    if (!mayWrite()) return;
    const { state } = tag.engine;
    let text = writeState(state);
    // SE5: what may be too long is shortened; a character takes three bytes at
    // most. Where that cannot be had, it is kept for as long as it seems to fit.
    if (text.length > MAX_STATE_BYTES / 3) {
      if (shorten) {
        shorten(state);
        text = writeState(state);
      } else
        askMore(tag)
          .then((part) => {
            ({ shorten } = part);
            saveSoon();
          })
          .catch(nothing);
    }
    if (text.length < MAX_STATE_BYTES) keepPorts.write(text);
    const minute = toText(Math.floor(state.at / MINUTE_MS));
    const next = `${state.visitor.id}.${toText(state.session.startedAt)}.${minute}`;
    if (next === cookie) return;
    cookie = next;
    keepPorts.writeCookie(next, config.tag['cookieDomain'] as string | null);
  };
  const saveSoon = () => {
    // It may be hidden for good.
    if (!ports.isVisible()) return save();
    if (isSaving) return;
    isSaving = true;
    // A visitor who is new is known at once (ST4).
    ports.later(() => keepPorts.idle(save), cookie ? SAVE_MS : 0);
  };
  return {
    save,
    saveSoon,
    /** It joins anew: what it wrote may have been erased since (ST2). */
    forget: () => void (cookie = ''),
  };
}

/** Shorter, and V8 keeps no table of such texts (CO4). */
const toText = (whole: number) => whole.toString(36);
const toNumber = (text = '') => parseInt(text, 36);

/** ST4, SE2: the visitor's id, and the start of a session that goes on, of
 * another subdomain or of a storage that was emptied. */
export function readCookie(
  { config, engine, ports }: Tag,
  cookie: string,
): void {
  const parts = cookie.split('.');
  const id = parts[0];
  const { session, visitor } = engine.state;
  const { idleMs, maxMs } = config.session;
  const now = ports.now();
  if (!id) return;
  visitor.id = id;
  const begun = toNumber(parts[1]);
  const isActive = now - toNumber(parts[2]) * MINUTE_MS < idleMs + MINUTE_MS;
  const sinceMs = session.startedAt - begun;
  if (!isActive || !(sinceMs > 0) || now - begun >= maxMs) return;
  session.startedAt = begun;
  // It ends when it would have ended there (SE1).
  engine.state.elapsed += sinceMs;
  session.activeMs += sinceMs;
  session.recent = session.recent.map((each) => ({
    ...each,
    startedMs: each.startedMs + sinceMs,
  }));
}
