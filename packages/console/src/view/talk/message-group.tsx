import type { AgentConversation } from '@beckon/schema/types';
import type { Line, MessageStatus, TimelineItem } from '../../text/timeline.ts';
import { Avatar } from '../avatar.tsx';
import { useView } from '../context.ts';
import { Icon, type IconName } from '../icon.tsx';
import { PlainText, RichText } from '../rich-text.tsx';
import { useNames } from '../use-names.ts';

type Group = Extract<TimelineItem, { kind: 'group' }>;

interface MessageGroupProps {
  readonly group: Group;
  readonly conversation: AgentConversation;
}

/** What one person wrote in a go. */
export function MessageGroup({ group, conversation }: MessageGroupProps) {
  const { texts, formats } = useView();
  const name = useNames().author(group.author, conversation);
  const { of, lines } = group;
  const last = lines.at(-1);
  return (
    <div
      class={`group ${of}`}
      role="group"
      aria-label={of === 'note' ? texts.talk.noteOf(name) : name}
    >
      {of === 'consumer' && <Avatar conversation={conversation} size="small" />}
      <div class="group-lines">
        {of === 'note' && (
          <p class="note-label">
            <Icon name="lock" />
            <bdi>{texts.talk.noteOf(name)}</bdi>
          </p>
        )}
        {lines.map((line) => (
          <Bubble
            key={line.key}
            line={line}
            of={of}
            conversationId={conversation.conversationId}
          />
        ))}
        {last && (
          <p class="group-foot">
            {of === 'agent' && <bdi>{name}</bdi>}
            <time>{formats.time(last.at)}</time>
            <Status status={last.status} />
          </p>
        )}
      </div>
    </div>
  );
}

interface BubbleProps {
  readonly line: Line;
  readonly of: Group['of'];
  readonly conversationId: string;
}

function Bubble({ line, of, conversationId }: BubbleProps) {
  const { unsent } = line;
  return (
    <div class={`bubble ${of}`} data-status={unsent?.status}>
      {of === 'agent' ? (
        <RichText text={line.text} />
      ) : (
        <PlainText text={line.text} />
      )}
      {unsent?.status === 'failed' && (
        <Failed
          clientId={unsent.clientId}
          code={unsent.code}
          conversationId={conversationId}
        />
      )}
    </div>
  );
}

interface FailedProps {
  readonly clientId: string;
  readonly code: string | undefined;
  readonly conversationId: string;
}

function Failed({ clientId, code, conversationId }: FailedProps) {
  const { texts, model } = useView();
  const { retry, discard } = model.actions;
  return (
    <p class="failed" role="alert">
      <Icon name="alert" />
      <span>
        {texts.talk.statuses.failed}. {texts.talk.reasons(code)}
      </span>
      <button class="link" onClick={() => retry(conversationId, clientId)}>
        {texts.talk.retry}
      </button>
      <button class="link" onClick={() => discard(conversationId, clientId)}>
        {texts.talk.discard}
      </button>
    </p>
  );
}

const STATUS_ICONS: Readonly<Record<MessageStatus, IconName>> = {
  sending: 'clock',
  sent: 'check',
  delivered: 'checks',
  read: 'checks',
  failed: 'alert',
};

function Status({ status }: { readonly status: MessageStatus | undefined }) {
  const { texts } = useView();
  if (!status) return null;
  return (
    <span class={`ticks ${status}`} title={texts.talk.statuses[status]}>
      <Icon name={STATUS_ICONS[status]} />
      <span class="hidden">{texts.talk.statuses[status]}</span>
    </span>
  );
}
