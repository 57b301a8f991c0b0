import { stripMarks } from '@beckon/schema/strip-marks';
import type { Talk } from '../../model/state.ts';
import { endsAtOf } from '../../model/talk.ts';
import type { Texts } from '../../text/catalogue.ts';
import { Avatar } from '../avatar.tsx';
import { useConsole, useView } from '../context.ts';
import { Icon } from '../icon.tsx';
import { useNames } from '../use-names.ts';

/** One of the agent's own, open or over. */
export function TalkRow({ talk }: { readonly talk: Talk }) {
  const { selected } = useConsole();
  const { texts, model, formats } = useView();
  const names = useNames();
  const { conversation, hold, unread } = talk;
  const { conversationId } = conversation;
  const name = names.visitor(conversation);
  const isOver = hold.status !== 'mine';
  const at = talk.events.at(-1)?.at;
  return (
    <li class="row" data-over={isOver} data-unread={unread > 0}>
      <button
        class="row-button"
        id={`item-${conversationId}`}
        aria-current={selected === conversationId ? 'true' : undefined}
        onClick={() => model.actions.select(conversationId)}
      >
        <Avatar conversation={conversation} />
        <span class="row-text">
          <span class="row-top">
            <bdi class="row-name">{name}</bdi>
            {at !== undefined && (
              <span class="row-time">{formats.time(at)}</span>
            )}
          </span>
          <span class="row-bottom">
            <LastWords talk={talk} />
            {unread > 0 && (
              <span class="badge">
                <span aria-hidden="true">{unread}</span>
                <span class="hidden">{texts.lists.unread(unread)}</span>
              </span>
            )}
          </span>
        </span>
      </button>
      {isOver && (
        <button
          class="icon-button row-close"
          aria-label={texts.lists.dismiss(name)}
          onClick={() => model.actions.dismiss(conversationId)}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  );
}

function LastWords({ talk }: { readonly talk: Talk }) {
  const { texts, formats } = useView();
  const endsAt = endsAtOf(talk);
  if (talk.hold.status !== 'mine') {
    return <span class="row-last">{texts.lists[talk.hold.status]}</span>;
  }
  if (talk.typing) {
    return <span class="row-last row-typing">{texts.lists.typing}</span>;
  }
  if (endsAt !== undefined) {
    return (
      <span class="row-last row-ending">
        {texts.lists.ends(formats.time(endsAt))}
      </span>
    );
  }
  return (
    <bdi class="row-last">
      {lastWords(talk, texts) ?? texts.lists.nothingSaid}
    </bdi>
  );
}

function lastWords(talk: Talk, texts: Texts): string | undefined {
  const unsent = talk.outbox.findLast(({ kind }) => kind === 'message');
  if (unsent) return `${texts.lists.you} ${stripMarks(unsent.text)}`;
  const event = talk.events.findLast(({ body }) => body.kind === 'message');
  if (event?.body.kind !== 'message') {
    return talk.conversation.preview.lastText || undefined;
  }
  const { text } = event.body.content;
  return event.from.role === 'consumer'
    ? text
    : `${texts.lists.you} ${stripMarks(text)}`;
}
