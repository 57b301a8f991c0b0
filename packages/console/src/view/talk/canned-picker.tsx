import { stripMarks } from '@beckon/schema/strip-marks';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../../model/create-keep.ts';
import type { Canned } from '../../model/state.ts';
import { findCanned } from '../../text/find-canned.ts';
import { useConsole, useView } from '../context.ts';

export const CANNED_ID = 'canned';

export function optionId(index: number): string {
  return `canned-option-${index}`;
}

export interface CannedHandle {
  readonly isOpen: boolean;
  readonly found: readonly Canned[];
  readonly active: number;
  pick(canned: Canned): void;
  /** @returns Whether the key was for the picker. */
  onKey(event: KeyboardEvent): boolean;
}

/** Open while the text is a slash and what is looked for. */
export function useCanned(
  { text, mode }: Draft,
  onText: (text: string) => void,
): CannedHandle {
  const { canned } = useConsole();
  const [isClosed, setClosed] = useState(false);
  const [index, setIndex] = useState(0);
  const query = /^\/([^\n]{0,80})$/.exec(text)?.[1];
  useEffect(() => {
    setIndex(0);
    if (query === undefined) setClosed(false);
  }, [query]);
  const isOpen =
    query !== undefined && !isClosed && mode === 'message' && canned.length > 0;
  const found = isOpen ? findCanned(canned, query) : [];
  const active = Math.min(index, Math.max(0, found.length - 1));

  function pick(one: Canned) {
    onText(one.text);
    document.getElementById('composer')?.focus();
  }

  function onKey(event: KeyboardEvent): boolean {
    if (!isOpen) return false;
    const one = found[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isPick = event.key === 'Enter' || event.key === 'Tab';
    if (event.key === 'Escape') setClosed(true);
    else if (step !== undefined && !event.altKey) {
      const count = Math.max(1, found.length);
      setIndex((active + step + count) % count);
    } else if (isPick && one && !event.shiftKey) pick(one);
    else return false;
    event.preventDefault();
    return true;
  }

  return { isOpen, found, active, pick, onKey };
}

export function CannedPicker({ canned }: { readonly canned: CannedHandle }) {
  const { texts } = useView();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[canned.active]?.scrollIntoView({ block: 'nearest' });
  }, [canned.active]);
  return (
    <div class="canned">
      <p class="canned-title">{texts.composer.canned}</p>
      <ul
        id={CANNED_ID}
        ref={list}
        role="listbox"
        aria-label={texts.composer.canned}
        hidden={canned.found.length === 0}
      >
        {canned.found.map((one, index) => (
          <li
            key={one.id}
            id={optionId(index)}
            role="option"
            aria-selected={index === canned.active}
            // Before the field loses the focus.
            onMouseDown={(event) => {
              event.preventDefault();
              canned.pick(one);
            }}
          >
            <bdi class="canned-name">{one.title}</bdi>
            <bdi class="canned-text">{stripMarks(one.text)}</bdi>
          </li>
        ))}
      </ul>
      {canned.found.length === 0 && (
        <p class="quiet small canned-none">{texts.composer.noCanned}</p>
      )}
    </div>
  );
}
