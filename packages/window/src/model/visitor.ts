import type { OpenWish, WindowHost } from '../host.ts';
import type { WindowPorts } from '../ports.ts';
import { createSubject } from './create-subject.ts';
import type { HandOver } from './hand-over.ts';
import { fitsDevice } from './read-viewport.ts';
import type { SharedTalk } from './shared-talk.ts';
import { createSay } from './say.ts';
import { isOpen, lastSeqOf, SOON_MS } from './talk.ts';
import type { WindowActions, WindowState } from './window-state.ts';

interface VisitorNeeds {
  readonly host: WindowHost;
  readonly ports: WindowPorts;
  readonly shared: SharedTalk;
  readonly handOver: HandOver;
  become(change: Partial<WindowState>): void;
  read(): WindowState;
}

/** What a visitor does with the window. */
export function createVisitor(needs: VisitorNeeds) {
  const { become, handOver, host, ports, read, shared } = needs;
  const { act } = shared;
  const say = createSay(needs);

  const show = (view: WindowState['view'], isAsked = true) => {
    const { talk, view: was } = read();
    become({ view, isAsked });
    if (view === was) return;
    const opened = was === 'minimized' ? 'maximized' : 'opened';
    host.tell('window', {
      state: view === 'open' ? opened : view,
      ...(talk.engagement && { engagement: talk.engagement }),
    });
  };
  const begin = (wish: OpenWish) => {
    const { talk } = read();
    const isWished = wish.engagement ?? wish.skill;
    // SL7: a conversation that is open goes on.
    if (isOpen(talk) || (!isWished && talk.status === 'none')) return;
    act({ type: 'begin', subject: createSubject(host, wish) });
  };
  const unfold = () => {
    const { mode, talk } = read();
    shared.part()?.wake();
    const isNarrow =
      mode === 'full' &&
      !fitsDevice(ports.desk.viewports(), ports.desk.widths());
    // WM2, WM4; where it is blocked, the window is on the page all the same.
    if (isNarrow && handOver(false)) return;
    const availability = host.availability(talk.skill);
    host.later(shared.summon, SOON_MS);
    show('open');
    if (availability) become({ availability });
  };
  const open = (wish: OpenWish) =>
    host.hook('before-open', wish, (changed) => {
      const wished = changed as OpenWish;
      begin(wished);
      unfold();
      if (wished.message) say.text(wished.message);
    });
  const actions: WindowActions = {
    open: unfold,
    minimize: () => show(isOpen(read().talk) ? 'minimized' : 'closed'),
    close: () => show('closed'),
    write: say.write,
    send() {
      shared.part()?.wake();
      say.send();
    },
    retry: say.retry,
    drop: (clientId) => act({ type: 'drop', clientId }),
    end: () => act({ type: 'end' }),
    again() {
      const { engagement, language, look, skill } = read().talk;
      const subject = {
        language,
        look,
        skill,
        ...(engagement && { engagement }),
      };
      act({ type: 'begin', subject });
      become({ isAsked: true, fromEnd: 0, hasMasked: false });
    },
    seen() {
      const { talk, view } = read();
      const seq = lastSeqOf(talk);
      if (view !== 'open' || !host.isVisible() || seq <= talk.readSeq) return;
      act({ type: 'read', seq });
      const { conversationId } = talk;
      if (conversationId)
        host.tell('conversation', { phase: 'read', conversationId });
    },
    scrolled: (fromEnd) => become({ fromEnd }),
    resize: (size) => become({ size }),
    mute: (isMuted) => become({ isMuted }),
    ...(host.platform() === 'desktop' && {
      notify: (isNotified: boolean) => become({ isNotified }),
    }),
    reconnect: () => shared.reconnect(),
    ...(read().mode === 'panel' && {
      popOut() {
        if (handOver(true)) show(isOpen(read().talk) ? 'minimized' : 'closed');
      },
    }),
  };
  return { actions, open };
}
