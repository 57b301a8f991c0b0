import type { WindowHost } from '../host.ts';
import type { Keeper } from './keeper.ts';
import type { Memory } from './memory.ts';
import type { SharedTalk } from './shared-talk.ts';
import { isOpen } from './talk.ts';

/** A database that hangs keeps nobody from talking. */
const PATIENCE_MS = 1000;

interface FollowNeeds {
  readonly host: WindowHost;
  readonly memory: Memory;
  readonly shared: SharedTalk;
  readonly keeper: Keeper;
  /** The visitor looks again, or not any more. */
  looked(): void;
  /** What is stored counts, instead of what is here. */
  reread(): void;
}

/** Goes along with what becomes of the page: shown, hidden, left, come back. */
export function followPage(needs: FollowNeeds): void {
  const { host, keeper, memory, shared } = needs;
  let isHere = true;
  let hasBegun = false;

  const enter = () => {
    if (isHere) shared.enter(!host.mayStore());
  };
  /** WM5: the cache before the network. */
  const recall = async () => {
    const { conversationId } = shared.read();
    const { archive } = await host.talk();
    shared.revise(await archive.recall(conversationId, memory.read()?.unsent));
  };
  const begin = async () => {
    // Where nothing was said there is nothing to recall.
    if (isHere && host.mayStore() && shared.read().status !== 'none')
      await Promise.race([
        recall().catch(() => {}),
        new Promise<void>((resolve) => host.later(resolve, PATIENCE_MS)),
      ]);
    enter();
  };
  const leave = () => {
    isHere = false;
    if (hasBegun) keeper.flush();
    shared.leave();
  };
  const back = () => {
    shared.nudge();
    needs.looked();
  };
  // At once where this came after the tag's end: then nothing is asked for, and
  // what is kept stays as it is.
  host.undo(leave);
  host.on('pagehide', leave);
  host.on('pageshow', () => {
    if (isHere) return;
    isHere = true;
    // API6: the visitor may have logged out on the page that came after.
    if (host.mayStore() && memory.read()?.token !== shared.token())
      needs.reread();
    enter();
  });
  for (const type of ['online', 'visibilitychange']) host.on(type, back);
  host.onPage(() => {
    if (!isHere || !isOpen(shared.read())) return;
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
  hasBegun = true;
  void begin();
}
