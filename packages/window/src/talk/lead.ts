import type { Stop } from '../host.ts';
import type { Channel, TabPorts } from './talk-ports.ts';

const ANSWER_MS = 500;
const RETAKE_MS = 2000;

/** The leader has the socket and speaks for all tabs of the origin (WM6). */
export type Role = 'leader' | 'follower' | 'apart';

export interface Lead {
  /** The page is shown, or storage was granted: takes part. */
  join(): void;
  /** The page goes away: nothing is held. */
  leave(): void;
  /** To all other tabs; nobody hears it before `join`. */
  post(message: object): void;
  /** The visitor is here and wants an answer: is the leader alive? */
  check(): void;
  role(): Role;
}

interface LeadNeeds {
  readonly ports: TabPorts;
  later(run: () => void, ms: number): Stop;
  isVisible(): boolean;
  hear(message: unknown): void;
  /** The role is another. */
  became(role: Role): void;
  /** Asks the leader what there is; its answer ends the doubt. */
  ask(): void;
}

/** Which of an origin's tabs leads; `answered` and `overruled` are to be called
 * when a message of the leader's says so. */
export function createLead(needs: LeadNeeds): Lead & {
  answered(): void;
  overruled(): void;
} {
  const { isVisible, later, ports } = needs;
  let channel: Channel | undefined;
  let release: Stop = () => {};
  let stopDoubt: Stop = () => {};
  let role: Role = 'apart';

  const become = (next: Role) => {
    if (role === next) return;
    role = next;
    needs.became(next);
  };
  const take = (isStolen = false) => {
    release();
    release = ports.takeLock((isOurs) => {
      if (!channel) return;
      stopDoubt();
      become(isOurs ? 'leader' : 'follower');
      if (!isOurs) check();
    }, isStolen);
  };
  const check = () => {
    if (role !== 'follower') return;
    stopDoubt();
    needs.ask();
    stopDoubt = later(() => {
      // A hidden tab can wait: the lock comes to it when its holder ends.
      if (role === 'follower' && isVisible()) take(true);
    }, ANSWER_MS);
  };
  /** Firefox keeps no page in its back-forward cache that has a lock, or waits
   * for one, when navigation begins (NET3). Until another leads, this tab goes
   * on. */
  const letGo = () => {
    if (role === 'apart') return;
    release();
    later(() => {
      if (role !== 'apart') take();
    }, RETAKE_MS);
  };
  if (ports.hasLocks) ports.onNavigate(letGo);
  return {
    check: ports.hasLocks
      ? check
      : () => become(isVisible() ? 'leader' : 'apart'),
    role: () => role,
    join() {
      if (channel) return;
      channel = ports.openChannel(needs.hear);
      if (ports.hasLocks) take();
      else become(isVisible() ? 'leader' : 'apart');
    },
    leave() {
      stopDoubt();
      release();
      channel?.close();
      channel = undefined;
      become('apart');
    },
    post: (message) => channel?.post(message),
    answered: () => stopDoubt(),
    overruled() {
      if (role !== 'leader' || !ports.hasLocks) return;
      take();
    },
  };
}
