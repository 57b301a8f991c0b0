import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isBlank } from '../model/talk.ts';
import { Composer } from './composer.tsx';
import { Header } from './header.tsx';
import { useScene } from './scene.ts';
import { useFullScreen } from './use-full-screen.ts';
import { useFocus } from './use-focus.ts';
import { Welcome } from './welcome.tsx';

const TITLE_ID = 'title';

/** The window: beside the page, over it, or a page itself. Drawn ahead it is a
 * dialog that is not open, which the style sheet hides. */
export function Dialog() {
  const { actions, more, state } = useScene();
  const { isAsked, mode, talk, view } = state;
  const dialog = useRef<HTMLDialogElement>(null);
  const [isEndAsked, setEndAsked] = useState(false);
  const isOpen = view === 'open';
  const isOver = talk.status === 'ended' || talk.isEnding;

  useFocus(dialog, isOpen, isAsked);
  // Before the dialog is shown, which styles it.
  useFullScreen(mode === 'full');
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!isOpen) return undefined;
    // `show` would take the focus, which is for the visitor to give.
    if (mode === 'full') element?.showModal();
    else element?.setAttribute('open', '');
    // A modal dialog takes the focus in any case: then the dialog as a whole.
    const field = element?.querySelector('textarea');
    if (isAsked) (field ?? element)?.focus({ preventScroll: true });
    else if (mode === 'full') element?.focus();
    return () => element?.close();
  }, [isOpen, mode]);

  const press = (event: KeyboardEvent) => {
    // WM9: keys of ours are not the page's shortcuts.
    event.stopPropagation();
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (mode !== 'page') actions.minimize();
  };
  return (
    <dialog
      class={`window ${mode}`}
      ref={dialog}
      tabIndex={-1}
      aria-labelledby={TITLE_ID}
      onKeyDown={press}
      onKeyUp={(event) => event.stopPropagation()}
      onKeyPress={(event) => event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault();
        actions.minimize();
      }}
    >
      {mode === 'panel' && more && <more.ResizeHandle dialog={dialog} />}
      <Header titleId={TITLE_ID} onEnd={() => setEndAsked(true)} />
      {more && <more.Notices />}
      <Middle />
      {isOver ? more && <more.Ended /> : <Composer />}
      {isEndAsked && !isOver && more && (
        <more.EndQuestion onClose={() => setEndAsked(false)} />
      )}
      {more && <more.Announcer />}
    </dialog>
  );
}

/** The welcome until something is said. */
function Middle() {
  const { more, state } = useScene();
  if (isBlank(state.talk)) return <Welcome />;
  return more ? <more.Transcript /> : <div class="middle" />;
}
