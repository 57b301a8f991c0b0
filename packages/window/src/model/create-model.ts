import type { OpenWish, Stop, WindowHost } from '../host.ts';
import type { WindowPorts } from '../ports.ts';
import type { ConnectionStatus } from '../talk/speaker.ts';
import { createSubject } from './create-subject.ts';
import { createHandOver } from './hand-over.ts';
import { createKeeper } from './keeper.ts';
import { createMemory } from './memory.ts';
import { appearanceOf, readFirst, type Fixed } from './first-state.ts';
import { followPage } from './follow-page.ts';
import { previewOf } from './preview.ts';
import { createSharedTalk } from './shared-talk.ts';
import { countUnread, createTalk, withoutTyping } from './talk.ts';
import type { TellTale } from '../talk/tell-tale.ts';
import { createVisitor } from './visitor.ts';
import type { WindowActions, WindowState } from './window-state.ts';

const LOST_MS = 2000;

/** The window without its looks. */
export interface WindowModel {
  read(): WindowState;
  readonly actions: WindowActions;
  open(wish: OpenWish): void;
  /** @see previewOf */
  preview(wish: OpenWish): WindowState | undefined;
  forget(): void;
}

/**
 * @param draw The state is another.
 * @param fixed The full page of WM4 is always that.
 */
export function createModel(
  host: WindowHost,
  ports: WindowPorts,
  draw: () => void,
  fixed?: Fixed,
): WindowModel {
  const memory = createMemory(ports.store);
  const first = readFirst(host, memory, fixed);
  let { state } = first;
  const become = (change: Partial<WindowState>) => {
    state = { ...state, ...change };
    keeper.keep();
    draw();
  };
  let tellTale: TellTale | undefined;
  const shared = createSharedTalk({
    host,
    talk: state.talk,
    token: first.token,
    changed(before, change) {
      const next = shared.read();
      if (next !== before) {
        // Written in another tab.
        const isDrafted = next.draft !== before.draft && !change.isOwn;
        become({
          talk: next,
          ...(isDrafted && { draft: next.draft }),
          unread: next.events.length ? countUnread(next) : state.unread,
          ...appearanceOf(host, next),
        });
        keeper.keepTalk(before, next, change);
        tellTale?.changed(before, next, change);
      }
      watchConnection();
    },
    loaded(part) {
      tellTale = part.createTellTale(host, () => state, {
        open: () => visitor.actions.open(),
        quiet: () => shared.revise(withoutTyping),
      });
      host.undo(tellTale.stop);
    },
    caughtUp: (isSo) => {
      if (state.isIncomplete === isSo) become({ isIncomplete: !isSo });
    },
  });
  const watchConnection = createWatchConnection(
    host,
    () => shared.status(),
    (connection) => {
      if (state.connection !== connection) become({ connection });
    },
  );
  const keeper = createKeeper(
    host,
    memory,
    () => shared.part()?.archive,
    () => ({
      state,
      token: shared.token(),
      isSpeaker: shared.isSpeaker(),
    }),
  );
  const handOver = createHandOver(host, ports, shared, () => state);
  const visitor = createVisitor({
    host,
    ports,
    shared,
    handOver,
    become,
    read: () => state,
  });
  followPage({
    host,
    memory,
    shared,
    keeper,
    looked() {
      tellTale?.looked();
      // What is shown anew may have been read meanwhile.
      draw();
    },
    reread() {
      if (fixed) return;
      const { state: anew, token } = readFirst(host, memory, fixed);
      become(anew);
      shared.forget(anew.talk, token);
    },
  });
  return {
    read: () => state,
    actions: visitor.actions,
    open: visitor.open,
    preview: (wish) => previewOf(host, state, wish),
    forget() {
      const token = shared.token();
      if (token)
        host.talk().then(
          ({ revoke }) => revoke(token),
          () => {},
        );
      memory.erase();
      become({ draft: '', hasMasked: false, view: 'closed' });
      shared.forget(createTalk(createSubject(host, {})));
    },
  };
}

/** A blink of the network is nobody's business. */
function createWatchConnection(
  { later }: Pick<WindowHost, 'later'>,
  status: () => ConnectionStatus,
  told: (connection: WindowState['connection']) => void,
): () => void {
  let stopLost: Stop | undefined;
  return () => {
    if (/connecting|waiting/.test(status())) {
      stopLost = stopLost ?? later(() => told('lost'), LOST_MS);
      return;
    }
    stopLost?.();
    stopLost = undefined;
    told('good');
  };
}
