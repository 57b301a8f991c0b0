import { MAX_STATE_BYTES } from '@beckon/schema/constants';
import type { ConsentChange } from '../api.ts';
import type { Settings } from '../settings.ts';
import { writeState } from '../state-text.ts';
import type { Tag } from '../tag.ts';
import type { KeepMorePart } from './keep-more.ts';
import type { Channel, KeepPorts } from './keep-ports.ts';
import { createLoneLog } from './lone-log.ts';
import type { Message, Said } from './message.ts';
import type { LogSeat, SessionLog } from './session-log.ts';

/** Written by the build: integrity of the chunk that this one alone loads. */
declare const CHUNKS: Settings['chunks'];

const MINUTE_MS = 60_000;
const MAX_LOG = 200;
const RETAKE_MS = 2000;
/** Much happens at once, and an impression a second after: written together.
 * What hides or leaves a page writes at once. */
const SAVE_MS = 1200;

/** Says that another tab was told so first. */
export const AFAR = { isFromAfar: true } as const;

/** This tab among those of the origin, which share one session (SE2). */
export interface Tabs {
  /** The page is shown: hears the others, and joins them where it may. */
  connect(): void;
  disconnect(): void;
  /** Becomes one of the tabs that share what is stored. */
  join(): void;
  /** Goes on by itself. */
  part(): void;
  post(said: Said): void;
  share: Tag['share'];
  saveSoon(): void;
}

export function createTabs(
  tag: Tag,
  keepPorts: KeepPorts,
  told: { consent(change: ConsentChange): void; lead(): void },
): Tabs {
  const { config, consent, name, ports } = tag;
  let channel: Channel | undefined;
  let log: SessionLog | undefined;
  let release = () => {};
  let isSaving = false;
  /** This tab writes the session's log down (SE6). */
  let isWriter = false;
  let cookie = '';
  /** No other tab was there when this one joined. */
  let isAlone = true;
  let joins = 0;
  let self = name;

  let shorten: KeepMorePart['shorten'] | undefined;

  const post = (said: Said) => channel?.post({ from: self, ...said });
  const more = () =>
    tag.part<KeepMorePart>('keep-more', CHUNKS['keep-more']);
  const save = () => {
    isSaving = false;
    if (!consent.storage || !isWriter) return;
    const { state } = tag.engine;
    let text = writeState(state);
    // SE5: what may be too long is shortened; a character takes three bytes at
    // most. Where that cannot be had, it is kept as long as it seems to fit.
    if (text.length > MAX_STATE_BYTES / 3) {
      if (shorten) shorten(state);
      else
        more()
          .then((part) => {
            ({ shorten } = part);
            saveSoon();
          })
          .catch(() => {});
      text = writeState(state);
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
    if (!ports.page().visible) return save();
    if (isSaving) return;
    isSaving = true;
    // A visitor who is new is known at once (ST4).
    ports.later(() => keepPorts.idle(save), cookie ? SAVE_MS : 0);
  };

  const join = () => {
    self = `${name} ${++joins}`;
    readCookie(tag, keepPorts.readCookie());
    // Each time by another name: what it tells is numbered from 1.
    const seat: LogSeat = {
      name: self,
      post,
      follow: () => (isWriter = false),
    };
    const mine = createLoneLog(seat, async (start) => {
      const { createLog } = await more();
      // It parted meanwhile: nobody is told.
      if (log !== mine) throw new Error();
      return createLog(seat, start);
    });
    log = mine;
    isAlone = true;
    takeLock(mine);
  };
  const takeLock = (mine: SessionLog) => {
    release = keepPorts.takeLock((isOurs) => {
      if (log !== mine) return;
      isWriter = isOurs;
      if (isOurs) {
        if (isAlone) closeOthers(tag);
        mine.lead();
        saveSoon();
        told.lead();
      } else mine.follow(tag.log);
      isAlone = false;
      tag.log = [];
    });
  };
  /** Firefox keeps no page that has a lock when it is left. Until another tab
   * takes the lead this one goes on; and the page may stay, after all (NET3). */
  const letGo = () => {
    const mine = log;
    if (!mine) return;
    release();
    ports.later(() => {
      if (log === mine && tag.isShown) takeLock(mine);
    }, RETAKE_MS);
  };
  const part = () => {
    release();
    isWriter = false;
    log = undefined;
    tag.log = [];
  };
  const hear = (message: Message) => {
    if (message.type === 'consent') told.consent(message);
    else if (message.type === 'logout') tag.run('logout', AFAR);
    else log?.hear(message);
  };

  keepPorts.onNavigate(letGo);
  return {
    join,
    part,
    post,
    saveSoon,
    connect() {
      channel = keepPorts.openChannel((message) => hear(message as Message));
      if (consent.storage) join();
    },
    disconnect() {
      save();
      part();
      channel?.close();
    },
    share(event) {
      if (log) log.share(event);
      else tag.log = [...tag.log, event].slice(-MAX_LOG);
    },
  };
}

/** Shorter, and V8 keeps no table of such texts (CO4). */
const toText = (whole: number) => whole.toString(36);
const toNumber = (text = '') => parseInt(text, 36);

/** Nobody but this tab is there: what the state has of others is old. */
export function closeOthers(tag: Tag): void {
  for (const other of Object.keys(tag.engine.state.tabs))
    if (other !== tag.name)
      tag.learn({ type: 'tab', tab: other, state: 'closed' });
}

/** ST4, SE2: the visitor's id, and the start of a session that goes on, of
 * another subdomain or of a storage that was emptied. */
function readCookie({ config, engine, ports }: Tag, cookie: string): void {
  const [id, startedAt, minute] = cookie.split('.');
  const { session, visitor } = engine.state;
  const { idleMs, maxMs } = config.session;
  const now = ports.now();
  if (!id) return;
  visitor.id = id;
  const begun = toNumber(startedAt);
  const isActive = now - toNumber(minute) * MINUTE_MS < idleMs + MINUTE_MS;
  if (isActive && begun < session.startedAt && now - begun < maxMs)
    session.startedAt = begun;
}
