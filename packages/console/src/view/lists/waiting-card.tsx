import { acceptBar } from '../../model/selectors.ts';
import type { Waiting } from '../../model/state.ts';
import { Avatar } from '../avatar.tsx';
import { useConsole, useNow, useView } from '../context.ts';
import { Icon } from '../icon.tsx';
import { useNames } from '../use-names.ts';
import { shortUrl } from '../../text/safe-url.ts';

/** From when on a wait is shown as long, and as too long. */
const LONG_MS = 60_000;
const TOO_LONG_MS = 180_000;

/** Somebody who waits: who, how long, where, why, and what they wrote last. */
export function WaitingCard({ waiting }: { readonly waiting: Waiting }) {
  const { selected } = useConsole();
  const { texts, model } = useView();
  const { conversation } = waiting;
  const { conversationId, preview, skill } = conversation;
  const name = useNames().visitor(conversation);
  const { page, reason, lastText } = preview;
  return (
    <li class="row waiting">
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
            <WaitTime conversation={conversation} />
          </span>
          <bdi class={lastText ? 'row-words' : 'row-words quiet'}>
            {lastText || texts.lists.nothingSaid}
          </bdi>
          <span class="row-facts">
            <span class="chip" dir="auto">
              {skill}
            </span>
            <span class="fact">
              <Icon name="page" />
              <bdi>{page.title || shortUrl(page.url)}</bdi>
            </span>
            {reason && (
              <span class="fact">
                <Icon name="spark" />
                <bdi>{reason.engagementName ?? reason.engagement}</bdi>
              </span>
            )}
          </span>
        </span>
      </button>
      <AcceptOrDecline waiting={waiting} name={name} />
    </li>
  );
}

interface AcceptProps {
  readonly waiting: Waiting;
  readonly name: string;
}

export function AcceptOrDecline({ waiting, name }: AcceptProps) {
  const { texts, model } = useView();
  const bar = acceptBar(useConsole());
  const { conversationId } = waiting.conversation;
  const isAsked = waiting.asked === 'accept';
  return (
    <div class="row-actions">
      <button
        class="button primary small-button"
        data-accept
        aria-label={texts.lists.acceptWho(name)}
        aria-disabled={isAsked || bar !== undefined}
        title={bar === 'full' ? texts.lists.full : undefined}
        onClick={() => {
          if (!isAsked && !bar) model.actions.accept(conversationId);
        }}
      >
        {isAsked ? texts.lists.accepting : texts.lists.accept}
      </button>
      <button
        class="button small-button"
        aria-label={texts.lists.declineWho(name)}
        aria-disabled={isAsked || bar === 'disconnected'}
        onClick={() => {
          if (!isAsked) model.actions.decline(conversationId);
        }}
      >
        {texts.lists.decline}
      </button>
    </div>
  );
}

export function WaitTime({ conversation }: Pick<Waiting, 'conversation'>) {
  const { texts, formats } = useView();
  const { skewMs } = useConsole();
  const waitedMs = useNow(1000, skewMs) - conversation.waitingSince;
  const length = formats.length(waitedMs);
  const level =
    waitedMs > TOO_LONG_MS ? 'too-long' : waitedMs > LONG_MS ? 'long' : '';
  return (
    <span class={`row-time wait ${level}`}>
      <span aria-hidden="true">{length}</span>
      <span class="hidden">{texts.lists.waits(length)}</span>
    </span>
  );
}
