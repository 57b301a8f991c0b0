import { useEffect } from 'preact/hooks';
import type { ConsoleModel } from '../model/create-console.ts';
import { acceptBar, nextWaiting } from '../model/selectors.ts';
import { findTalk } from '../model/watch-frames.ts';
import { readShortcut, type ShortcutName } from '../text/shortcuts.ts';
import { useView } from './context.ts';
import { toggleNote } from './talk/composer-signal.ts';

export type Dialog = 'shortcuts' | 'transfer' | 'end' | undefined;

export type Place = 'visitor' | 'composer';

export interface ShortcutTargets {
  readonly open: (dialog: Dialog) => void;
  /** Shows it, and gives it the focus. */
  readonly go: (place: Place) => void;
}

/** The keys of the whole page; those of a field are its own. */
export function useShortcuts({ open, go }: ShortcutTargets): void {
  const { model } = useView();
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const { target } = event;
      const isWriting =
        target instanceof HTMLElement && target.matches('input, textarea');
      const { singleKeys } = model.store.get();
      const name = readShortcut(event, isWriting, singleKeys);
      if (!name || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      run(name, model, { open, go });
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [model, open, go]);
}

function run(
  name: ShortcutName,
  { store, actions }: ConsoleModel,
  { open, go }: ShortcutTargets,
): void {
  const state = store.get();
  const isMine = findTalk(state, state.selected)?.hold.status === 'mine';
  switch (name) {
    case 'next':
      return actions.selectNeighbour(1);
    case 'previous':
      return actions.selectNeighbour(-1);
    case 'accept': {
      const next = nextWaiting(state);
      if (next && !acceptBar(state)) {
        actions.accept(next.conversation.conversationId);
      }
      return;
    }
    case 'composer':
    case 'visitor':
      return go(name);
    case 'note':
      return toggleNote();
    case 'transfer':
    case 'end':
      if (isMine) open(name);
      return;
    case 'mute':
      return actions.setMuted(!state.muted);
    case 'help':
      return open('shortcuts');
  }
}
