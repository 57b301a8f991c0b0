import type { AgentConversation } from '@beckon/schema/types';
import type { ComponentChildren } from 'preact';
import type { Talk } from '../../model/state.ts';
import { shortUrl } from '../../text/safe-url.ts';
import { Avatar } from '../avatar.tsx';
import { useConsole, useView } from '../context.ts';
import { Icon, type IconName } from '../icon.tsx';
import { useNames } from '../use-names.ts';
import type { TalkPaneProps } from './talk-pane.tsx';

type TalkHeadProps = TalkPaneProps & { readonly talk: Talk };

export function TalkHead({ talk, ...props }: TalkHeadProps) {
  const { connection } = useConsole();
  const { texts, model } = useView();
  const isMine = talk.hold.status === 'mine';
  const isBlocked = connection.status !== 'open' || talk.leaving !== undefined;
  const { conversation } = talk;
  return (
    <PaneHead conversation={conversation} moves={talk.moves} {...props}>
      {isMine ? (
        <>
          <HeadButton
            icon="transfer"
            label={texts.talk.transfer}
            isBlocked={isBlocked}
            onClick={props.onTransfer}
          />
          <HeadButton
            icon="end"
            label={texts.talk.end}
            isBlocked={isBlocked}
            onClick={props.onEnd}
          />
        </>
      ) : (
        <HeadButton
          icon="close"
          label={texts.talk.close}
          onClick={() => model.actions.dismiss(conversation.conversationId)}
        />
      )}
    </PaneHead>
  );
}

interface PaneHeadProps {
  readonly conversation: AgentConversation;
  readonly moves: Talk['moves'];
  readonly isVisitorOpen: boolean;
  readonly onVisitor: () => void;
  readonly children?: ComponentChildren;
}

export function PaneHead(props: PaneHeadProps) {
  const { conversation, moves, isVisitorOpen, onVisitor, children } = props;
  const { texts, model } = useView();
  const name = useNames().visitor(conversation);
  const page = moves.at(-1)?.page ?? conversation.preview.page;
  return (
    <header class="pane-head">
      <button
        class="icon-button only-narrow back"
        aria-label={texts.talk.back}
        onClick={() => model.actions.select(undefined)}
      >
        <Icon name="back" />
      </button>
      <Avatar conversation={conversation} />
      <div class="pane-title">
        <h2 id="talk-title">
          <bdi>{name}</bdi>
        </h2>
        <p>
          <span class="chip" dir="auto">
            {conversation.skill}
          </span>
          <bdi class="pane-page" title={page.url}>
            {page.title || shortUrl(page.url)}
          </bdi>
        </p>
      </div>
      <div class="pane-actions">
        {children}
        <button
          id="visitor-toggle"
          class="button head-button only-compact"
          aria-expanded={isVisitorOpen}
          aria-label={texts.talk.visitor}
          title={texts.talk.visitor}
          onClick={onVisitor}
        >
          <Icon name="person" />
        </button>
      </div>
    </header>
  );
}

interface HeadButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly isBlocked?: boolean;
  readonly onClick: () => void;
}

function HeadButton({ icon, label, isBlocked, onClick }: HeadButtonProps) {
  return (
    <button
      class="button head-button"
      disabled={isBlocked ?? false}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span class="head-label">{label}</span>
    </button>
  );
}
