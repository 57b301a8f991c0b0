import { useEffect } from 'preact/hooks';
import { unreadOf } from '../model/selectors.ts';
import type { ConsoleState } from '../model/state.ts';
import { useView } from './context.ts';
import { findConversation, useNames } from './use-names.ts';

/** The tab says how much is unread. */
export function useWindowTitle(state: ConsoleState): void {
  const { texts } = useView();
  const names = useNames();
  const conversation = findConversation(state, state.selected);
  const name = conversation && names.visitor(conversation);
  const title = texts.pageTitle(unreadOf(state), name);
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = texts.product;
    };
  }, [title, texts]);
}
