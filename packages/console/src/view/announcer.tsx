import type { ConsoleState } from '../model/state.ts';
import type { Texts } from '../text/catalogue.ts';
import { useConsole, useView } from './context.ts';
import { findConversation, useNames, type Names } from './use-names.ts';

/** The one place that speaks: the transcript itself stays silent. */
export function Announcer() {
  const state = useConsole();
  const { texts } = useView();
  const names = useNames();
  return (
    <p class="hidden" role="status" aria-live="polite">
      <span key={state.spoken.n}>{wordsOf(state, texts, names)}</span>
    </p>
  );
}

function wordsOf(state: ConsoleState, texts: Texts, names: Names): string {
  const { code, conversationId, text = '' } = state.spoken;
  const conversation = findConversation(state, conversationId);
  const name = conversation ? names.visitor(conversation) : '';
  switch (code) {
    case 'none':
      return '';
    case 'message':
      return texts.spoken.message(name, text);
    case 'elsewhere':
      return texts.spoken.elsewhere(name);
    case 'ending':
      return texts.spoken.ending(name);
    case 'waiting':
      return texts.spoken.waiting(name, conversation?.skill ?? '');
    case 'lost':
    case 'back':
      return texts.spoken[code];
  }
}
