import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../../model/create-keep.ts';
import type { Talk } from '../../model/state.ts';
import { useConsole, useView } from '../context.ts';
import { Icon } from '../icon.tsx';
import { useNames } from '../use-names.ts';
import {
  CANNED_ID,
  CannedPicker,
  optionId,
  useCanned,
} from './canned-picker.tsx';
import { onComposerSignal } from './composer-signal.ts';
import { ModeSwitch } from './mode-switch.tsx';

/** GW4; shown when it is near. */
const MOST_CHARACTERS = 8000;
const NEAR_THE_END = 300;

/** Where the agent writes: to the visitor, or a note that only agents see. */
export function Composer({ talk }: { readonly talk: Talk }) {
  const { texts, model } = useView();
  const hasCanned = useConsole().canned.length > 0;
  const { conversationId } = talk.conversation;
  const name = useNames().visitor(talk.conversation);
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft, change, send } = useDraft(conversationId);
  const isNote = draft.mode === 'note';
  const canned = useCanned(draft, (text) => change({ ...draft, text }));
  const setMode = (mode: Draft['mode']) => {
    change({ ...draft, mode });
    field.current?.focus();
  };
  useAutosize(field, draft.text);
  useEffect(
    () =>
      onComposerSignal(
        () => field.current?.focus(),
        () => setMode(isNote ? 'message' : 'note'),
      ),
    [draft],
  );

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || canned.onKey(event)) return;
    if (event.key === 'Escape') return leave();
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
    event.preventDefault();
    send();
  }

  function leave() {
    if (isNote) setMode('message');
    else document.getElementById(`item-${conversationId}`)?.focus();
  }

  const { composer } = texts;
  const placeholder = isNote
    ? composer.notePlaceholder
    : hasCanned
      ? composer.placeholderCanned(name)
      : composer.placeholder(name);
  return (
    <form
      class="composer"
      data-mode={draft.mode}
      onSubmit={(event) => {
        event.preventDefault();
        send();
        field.current?.focus();
      }}
    >
      {canned.isOpen && <CannedPicker canned={canned} />}
      <textarea
        id="composer"
        ref={field}
        rows={1}
        dir="auto"
        aria-label={isNote ? composer.noteLabel : composer.label}
        aria-describedby="composer-hint"
        aria-autocomplete="list"
        aria-controls={canned.isOpen ? CANNED_ID : undefined}
        aria-activedescendant={
          canned.isOpen && canned.found.length > 0
            ? optionId(canned.active)
            : undefined
        }
        placeholder={placeholder}
        value={draft.text}
        onInput={(event) =>
          change({ ...draft, text: event.currentTarget.value })
        }
        onKeyDown={onKeyDown}
      />
      <div class="composer-foot">
        <ModeSwitch mode={draft.mode} onMode={setMode} />
        <span id="composer-hint" class="composer-hint">
          {composer.hint}
        </span>
        <Length text={draft.text} />
        <button
          class="button primary send"
          aria-disabled={!isSendable(draft.text)}
        >
          {isNote ? composer.addNote : composer.send}
          <Icon name={isNote ? 'lock' : 'send'} />
        </button>
      </div>
    </form>
  );

  function useDraft(id: string) {
    const { actions } = model;
    const [kept, setKept] = useState(() => actions.readDraft(id));
    return {
      draft: kept,
      change(next: Draft) {
        setKept(next);
        actions.changeDraft(id, next);
      },
      send() {
        if (!isSendable(kept.text)) return;
        actions.write(id, kept.mode, kept.text);
        setKept({ ...kept, text: '' });
      },
    };
  }
}

function isSendable(text: string): boolean {
  return text.trim() !== '' && text.trim().length <= MOST_CHARACTERS;
}

function Length({ text }: { readonly text: string }) {
  const { texts, formats } = useView();
  const left = MOST_CHARACTERS - text.trim().length;
  if (left > NEAR_THE_END) return null;
  const count = formats.number(Math.abs(left));
  return (
    <span class="length" data-over={left < 0} role="status">
      {left < 0 ? texts.composer.tooLong(count) : texts.composer.left(count)}
    </span>
  );
}

/** As high as what is written; CSS sets the most. */
function useAutosize(
  field: { readonly current: HTMLTextAreaElement | null },
  text: string,
): void {
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [field, text]);
}
