import type { ComponentChildren } from 'preact';
import {
  acceptBar,
  statusOf,
  talksOf,
  waitingOf,
} from '../../model/selectors.ts';
import { useConsole, useView } from '../context.ts';
import { TalkRow } from './talk-row.tsx';
import { WaitingCard } from './waiting-card.tsx';

export function ConversationLists() {
  const state = useConsole();
  const { texts } = useView();
  const { own, over } = talksOf(state);
  const waiting = waitingOf(state);
  return (
    <nav class="lists" aria-label={texts.lists.label}>
      <List title={texts.lists.own} count={own.length}>
        {own.map((talk) => (
          <TalkRow key={talk.conversation.conversationId} talk={talk} />
        ))}
        {own.length === 0 && <Empty>{texts.lists.ownEmpty}</Empty>}
      </List>
      <List title={texts.lists.waiting} count={waiting.length} isUrgent>
        {waiting.length > 0 && acceptBar(state) === 'full' && (
          <Empty>{texts.lists.full}</Empty>
        )}
        {waiting.map((one) => (
          <WaitingCard key={one.conversation.conversationId} waiting={one} />
        ))}
        {waiting.length === 0 && <NobodyWaits />}
      </List>
      {over.length > 0 && (
        <List title={texts.lists.over} count={over.length}>
          {over.map((talk) => (
            <TalkRow key={talk.conversation.conversationId} talk={talk} />
          ))}
        </List>
      )}
    </nav>
  );
}

function NobodyWaits() {
  const state = useConsole();
  const { texts, model } = useView();
  if (statusOf(state) === 'online') {
    return <Empty>{texts.lists.waitingEmpty}</Empty>;
  }
  return (
    <Empty>
      {texts.lists.waitingAway}
      <button
        class="button small-button"
        onClick={() => model.actions.setStatus('online')}
      >
        {texts.lists.goOnline}
      </button>
    </Empty>
  );
}

interface ListProps {
  readonly title: string;
  readonly count: number;
  readonly isUrgent?: boolean;
  readonly children: ComponentChildren;
}

function List({ title, count, isUrgent, children }: ListProps) {
  return (
    <section class="list">
      <h2 class="list-title">
        {title}
        {count > 0 && (
          <span class={isUrgent ? 'count urgent' : 'count'}>{count}</span>
        )}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

function Empty({ children }: { readonly children: ComponentChildren }) {
  return <li class="list-empty">{children}</li>;
}
