import type { Waiting } from '../../model/state.ts';
import { useView } from '../context.ts';
import { AcceptOrDecline, WaitTime } from '../lists/waiting-card.tsx';
import { PlainText } from '../rich-text.tsx';
import { useNames } from '../use-names.ts';
import { PaneHead } from './talk-head.tsx';
import type { TalkPaneProps } from './talk-pane.tsx';

type WaitingPaneProps = TalkPaneProps & { readonly waiting: Waiting };

/** Somebody who waits, looked at before they are taken. */
export function WaitingPane({ waiting, ...props }: WaitingPaneProps) {
  const { texts } = useView();
  const { conversation } = waiting;
  const name = useNames().visitor(conversation);
  const { lastText, reason } = conversation.preview;
  return (
    <section
      class="talk waiting-pane"
      id="talk"
      tabIndex={-1}
      aria-labelledby="talk-title"
    >
      <PaneHead conversation={conversation} moves={[]} {...props} />
      <div class="waiting-body">
        <p class="waiting-title">
          <bdi>{texts.talk.waitingTitle(conversation.skill)}</bdi>
          <WaitTime conversation={conversation} />
        </p>
        {lastText ? (
          <blockquote class="bubble consumer">
            <PlainText text={lastText} />
          </blockquote>
        ) : (
          <p class="quiet">{texts.lists.nothingSaid}</p>
        )}
        {reason && (
          <p class="quiet small">
            {texts.visitorPanel.why}:{' '}
            <bdi>{reason.engagementName ?? reason.engagement}</bdi>
          </p>
        )}
        <AcceptOrDecline waiting={waiting} name={name} />
      </div>
    </section>
  );
}
