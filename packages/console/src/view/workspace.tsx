import { useCallback, useEffect, useState } from 'preact/hooks';
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
import { useShortcuts, type Dialog } from './use-shortcuts.ts';
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
  const [isVisitorOpen, setVisitorOpen] = useState(false);
  const conversation = findConversation(state, state.selected);
  const talk = findTalk(state, state.selected);
  useWindowTitle(state);
  useShortcuts({ open: setDialog, showVisitor: setVisitorOpen });
  useEffect(() => {
    const isNarrow = globalThis.matchMedia(NARROW).matches;
    actions.setCovered(isVisitorOpen && isNarrow);
  }, [isVisitorOpen, actions]);
  const close = useCallback(() => setDialog(undefined), []);

  function leaveVisitor() {
    setVisitorOpen(false);
    // Drawn first, then focused: what the facts lay over was hidden.
    requestAnimationFrame(() => {
      const toggle = document.getElementById('visitor-toggle');
      if (toggle?.offsetParent) toggle.focus();
      else focusComposer();
    });
  }

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
          onBack={leaveVisitor}
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
