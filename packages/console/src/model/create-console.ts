import type { AgentFacts } from '@beckon/schema/types';
import { createActions, type Actions } from './create-actions.ts';
import { createDesk, type Desk } from './create-desk.ts';
import { createStore, type Store } from './create-store.ts';
import type { Ports } from './ports.ts';
import { readPreferences } from './preferences.ts';
import { logOut, readCanned, whoIsIn } from './session.ts';
import { INITIAL_STATE, type ConsoleState, type Session } from './state.ts';

/** The agent's page without its looks. */
export interface ConsoleModel {
  readonly store: Pick<Store<ConsoleState>, 'get' | 'on'>;
  readonly actions: Actions;
  stop(): void;
}

/** Asks who is logged in, and goes on from there. */
export function createConsole(ports: Ports): ConsoleModel {
  const store = createStore<ConsoleState>({
    ...INITIAL_STATE,
    ...readPreferences(ports.prefer),
  });
  let desk: Desk | undefined;

  function enter(agent: AgentFacts) {
    setSession({ status: 'in', agent });
    desk = createDesk({ ports, store, agent, checkSession });
    void readCanned(ports.request).then((canned) =>
      store.set((state) => ({ ...state, canned })),
    );
  }

  async function checkSession(): Promise<boolean> {
    if ((await whoIsIn(ports.request)) !== 'nobody') return true;
    leave({ status: 'out', busy: false, lapsed: true });
    return false;
  }

  /** Nothing of the visitors stays on the screen or in memory. */
  function leave(session: Session) {
    desk?.stop();
    desk = undefined;
    store.set(({ muted, singleKeys }) => ({
      ...INITIAL_STATE,
      session,
      muted,
      singleKeys,
    }));
  }

  async function logout() {
    desk?.keep.erase();
    leave({ status: 'out', busy: true });
    await logOut(ports.request);
    setSession({ status: 'out', busy: false });
  }

  function setSession(session: Session) {
    store.set((state) => ({ ...state, session }));
  }

  async function begin() {
    const agent = await whoIsIn(ports.request);
    if (typeof agent === 'object') return enter(agent);
    const isOut = agent === 'nobody';
    setSession(
      isOut ? { status: 'out', busy: false } : { status: 'unreachable' },
    );
  }

  const unlisten = store.on(() => desk?.sync());
  void begin();
  return {
    store,
    actions: createActions({
      ports,
      store,
      desk: () => desk,
      enter,
      begin,
      logout,
    }),
    stop() {
      unlisten();
      desk?.stop();
    },
  };
}
