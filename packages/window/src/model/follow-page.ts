import type { Stop, WindowHost } from '../host.ts';
import type { Keeper } from './keeper.ts';
import { withUnsent, type Memory } from './memory.ts';
import type { SharedTalk } from './shared-talk.ts';
import { isOpen } from './talk.ts';
import type { WindowState } from './window-state.ts';

/** A database that hangs keeps nobody from talking. */
const PATIENCE_MS = 1000;

interface FollowNeeds {
  readonly host: WindowHost;
  readonly memory: Memory;
  readonly shared: SharedTalk;
  readonly keeper: Keeper;
  become(change: Partial<WindowState>): void;
  read(): WindowState;
}

/** Goes along with what becomes of the page: shown, hidden, left, come back. */
export function followPage(needs: FollowNeeds): Stop {
  const { host, keeper, memory, shared } = needs;
  let isHere = true;

  const enter = () => {
    if (isHere) shared.enter(!host.mayStore());
  };
  /** WM5: the cache before the network. */
  const recall = async () => {
    const { conversationId } = shared.read();
    const [events, unsent] = await Promise.all([
      conversationId ? memory.readTranscript(conversationId) : [],
      memory.readUnsent(),
    ]);
    const kept = memory.read()?.unsent;
    shared.revise((talk) => {
      const isSame = talk.conversationId === conversationId;
      const whole = isSame && !talk.events.length ? { ...talk, events } : talk;
      const both = unsent ? withUnsent(whole, unsent) : whole;
      return kept ? withUnsent(both, kept) : both;
    });
  };
  const begin = async () => {
    // Where nothing was said there is nothing to recall.
    if (host.mayStore() && shared.read().status !== 'none')
      await Promise.race([
        recall().catch(() => {}),
        new Promise<void>((resolve) => host.later(resolve, PATIENCE_MS)),
      ]);
    enter();
  };
  const leave = () => {
    isHere = false;
    keeper.flush();
    shared.leave();
  };
  const back = () => {
    shared.nudge();
    // What is shown anew may have been read meanwhile.
    needs.become({});
  };
  host.on('pagehide', leave);
  host.on('pageshow', () => {
    if (isHere) return;
    isHere = true;
    enter();
  });
  for (const type of ['online', 'visibilitychange']) host.on(type, back);
  host.onPage(() => {
    if (!isOpen(shared.read())) return;
    host.talk().then(
      ({ page }) => shared.act({ type: 'page', page: page() }),
      () => {},
    );
  });
  host.onConsent(() => {
    shared.leave();
    if (host.mayStore()) keeper.flush();
    else memory.erase();
    enter();
  });
  void begin();
  return leave;
}
