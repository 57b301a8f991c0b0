import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton, SEND } from './icons.tsx';
import { useScene } from './scene.ts';

/** GW4 */
const MAX_CHARACTERS = 8000;

/** Where the visitor writes: Enter sends, Shift and Enter begins a line. */
export function Composer() {
  const { actions, more, state, words } = useScene();
  const { draft, hasMasked, mode } = state;
  const field = useRef<HTMLTextAreaElement>(null);
  // A draft that comes from another tab, or goes out.
  useLayoutEffect(() => {
    const element = field.current;
    if (element && element.value !== draft) element.value = draft;
  }, [draft]);

  const press = (event: KeyboardEvent) => {
    const { isComposing, key, shiftKey } = event;
    // Phones have no other key for a line.
    if (key !== 'Enter' || shiftKey || isComposing || mode === 'full') return;
    event.preventDefault();
    actions.send();
  };
  const send = () => {
    actions.send();
    field.current?.focus({ preventScroll: true });
  };
  return (
    <div class="composer">
      {hasMasked && more && <more.Masked />}
      <div class="field">
        {/* It grows with what is written: the copy has the height. */}
        <div class="grow">
          <div class="copy" aria-hidden="true">
            {`${draft}\n`}
          </div>
          <textarea
            ref={field}
            // Empty, it would stand from left to right whatever the window does.
            dir={draft ? 'auto' : undefined}
            rows={1}
            maxLength={MAX_CHARACTERS}
            aria-label={words.say('composer')}
            placeholder={words.say('placeholder')}
            enterkeyhint={mode === 'full' ? 'enter' : 'send'}
            onInput={({ currentTarget }) => actions.write(currentTarget.value)}
            onKeyDown={press}
          />
        </div>
        <span class={draft.trim() ? 'send ready' : 'send'}>
          <IconButton path={SEND} label={words.say('send')} onClick={send} />
        </span>
      </div>
    </div>
  );
}
