import type { ConsentChange } from '../api.ts';
import { nothing } from '../nothing.ts';
import type { Tag } from '../tag.ts';
import { askMore } from './ask-more.ts';
import { createSave, readCookie } from './create-save.ts';
import type { Channel, KeepPorts } from './keep-ports.ts';
import { createLoneLog } from './lone-log.ts';
import type { Message, Said } from './message.ts';
import { seldom } from './seldom.ts';
import type { LogSeat, SessionLog } from './session-log.ts';

const MAX_LOG = 200;
const RETAKE_MS = 2000;
/** Longer than tabs take to agree who leads next. */
const DEAF_MS = 150;
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
  const { consent, name, ports } = tag;
  const { hasLocks } = keepPorts;
  let channel: Channel | undefined;
  let log: SessionLog | undefined;
  let release = nothing;
  /** This tab writes the session's log down (SE6). */
  let isWriter = false;
  /** No other tab was there when this one joined. */
  let isAlone = true;
  let joins = 0;
  let self = name;

  const listen = () =>
    (channel ??= keepPorts.openChannel((message) => hear(message as Message)));
  const hangUp = () => {
    channel?.close();
    channel = undefined;
  };
  const post = (said: Said) => listen().post({ from: self, ...said });
  const { forget, save, saveSoon } = createSave(
    tag,
    keepPorts,
    () => consent.storage && isWriter,
  );

  const join = () => {
    self = `${name} ${++joins}`;
    forget();
    readCookie(tag, keepPorts.readCookie());
    // Each time by another name: what it tells is numbered from 1.
    const seat: LogSeat = {
      name: self,
      post: hasLocks ? post : nothing,
      follow: () => (isWriter = false),
    };
    const mine = createLoneLog(seat, async (start) => {
      const { createLog } = await askMore(tag);
      // It parted meanwhile: nobody is told.
      if (log !== mine) throw new Error();
      return createLog(seat, start);
    });
    log = mine;
    isAlone = true;
    takeLock(mine);
  };
  const takeLock = (mine: SessionLog) => {
    // It may be asked for again before it came: nobody waits for itself.
    release();
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
  /** Firefox keeps no page that has a lock when it is left, or that is told
   * anything while its channel closes, as it would be by the tab that leads
   * next. Until one does this one goes on; and the page may stay, after all
   * (NET3). */
  const letGo = seldom(() => {
    const mine = log;
    if (!mine) return;
    const unlessParted = (run: (mine: SessionLog) => void, ms: number) =>
      ports.later(() => {
        if (log === mine) run(mine);
      }, ms);
    release();
    mine.letGo();
    hangUp();
    unlessParted(listen, DEAF_MS);
    unlessParted(takeLock, RETAKE_MS);
  });
  const part = seldom(() => {
    release();
    isWriter = false;
    log = undefined;
    tag.log = [];
  });
  const hear = seldom((message: Message) => {
    if (message.type === 'consent') told.consent(message);
    else if (message.type === 'logout') tag.run('logout', AFAR);
    else if (hasLocks) log?.hear(message);
  });

  keepPorts.onNavigate(letGo);
  return {
    join,
    part,
    post,
    saveSoon,
    connect() {
      listen();
      if (consent.storage) join();
    },
    disconnect: seldom(() => {
      // First: an answer of another tab must not find it open.
      hangUp();
      save();
      part();
    }),
    share(event) {
      if (log) log.share(event);
      else tag.log = [...tag.log, event].slice(-MAX_LOG);
    },
  };
}

/** Nobody but this tab is there: what the state has of others is old. */
export function closeOthers(tag: Tag): void {
  for (const other of Object.keys(tag.engine.state.tabs))
    if (other !== tag.name)
      tag.learn({ type: 'tab', tab: other, state: 'closed' });
}
