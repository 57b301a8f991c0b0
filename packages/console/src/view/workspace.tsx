import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useState,
} from 'preact/hooks';
import { findTalk } from '../model/watch-frames.ts';
import { Announcer } from './announcer.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { useConsole, useView } from './context.ts';
import { EndDialog } from './dialogs/end-dialog.tsx';
import { ShortcutsDialog } from './dialogs/shortcuts-dialog.tsx';
import { TransferDialog } from './dialogs/transfer-dialog.tsx';
import { Sidebar } from './lists/sidebar.tsx';
import { Notices } from './notices.tsx';
import { focusComposer } from './talk/composer-signal.ts';
import { TalkPane } from './talk/talk-pane.tsx';
import { useShortcuts, type Dialog, type Place } from './use-shortcuts.ts';
import { findConversation } from './use-names.ts';
import { useWindowTitle } from './use-window-title.ts';
import { VisitorPane } from './visitor/visitor-pane.tsx';

/** Below it one column is shown at a time; the same number is in layout.css. */
const NARROW = '(max-width: 760px)';

export function Workspace() {
  const state = useConsole();
  const { texts, model } = useView();
  const { actions } = model;
  const [dialog, setDialog] = useState<Dialog>();
  const { isVisitorOpen, setVisitorOpen, go } = usePlaces();
  const conversation = findConversation(state, state.selected);
  const talk = findTalk(state, state.selected);
  useWindowTitle(state);
  useShortcuts({ open: setDialog, go });
  useEffect(() => {
    const isNarrow = globalThis.matchMedia(NARROW).matches;
    actions.setCovered(isVisitorOpen && isNarrow);
  }, [isVisitorOpen, actions]);
  const close = useCallback(() => setDialog(undefined), []);

  // What a dialog is about can end while it is open.
  const isMine = talk?.hold.status === 'mine';
  const view = conversation ? (isVisitorOpen ? 'visitor' : 'talk') : 'list';
  return (
    <main class="workspace" data-view={view}>
      <h1 class="hidden">{texts.desk}</h1>
      <a class="skip" href="#talk">
        {texts.skipToTalk}
      </a>
      <Sidebar onHelp={() => setDialog('shortcuts')} />
      <div class="middle">
        <ConnectionNotice />
        <TalkPane
          isVisitorOpen={isVisitorOpen}
          onVisitor={() => setVisitorOpen(!isVisitorOpen)}
          onTransfer={() => setDialog('transfer')}
          onEnd={() => setDialog('end')}
        />
      </div>
      {conversation && (
        <VisitorPane
          key={conversation.conversationId}
          conversation={conversation}
          moves={talk?.moves ?? []}
          onBack={() => go('toggle')}
        />
      )}
      <Notices />
      <Announcer />
      {dialog === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {dialog === 'transfer' && talk && isMine && (
        <TransferDialog talk={talk} onClose={close} />
      )}
      {dialog === 'end' && talk && isMine && (
        <EndDialog talk={talk} onClose={close} />
      )}
    </main>
  );
}

/**
 * What is shown beside or over the talk, and where the focus goes: to what is
 * drawn by then. No frame is waited for, as a window that is covered has none.
 */
function usePlaces() {
  const [isVisitorOpen, setVisitorOpen] = useState(false);
  /** Another one each time, so that it is gone to again. */
  const [wanted, setWanted] = useState<{ readonly place: Place | 'toggle' }>();
  const go = useCallback((place: Place | 'toggle') => {
    setVisitorOpen(place === 'visitor');
    setWanted({ place });
  }, []);
  useLayoutEffect(() => {
    if (!wanted) return;
    if (wanted.place === 'visitor')
      return document.getElementById('visitor')?.focus();
    const toggle = document.getElementById('visitor-toggle');
    if (wanted.place === 'toggle' && toggle?.offsetParent) toggle.focus();
    else focusComposer();
  }, [wanted]);
  return { isVisitorOpen, setVisitorOpen, go };
}
