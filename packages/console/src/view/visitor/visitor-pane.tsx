import type { AgentConversation } from '@beckon/schema/types';
import type { Move } from '../../model/state.ts';
import { describeAttributes } from '../../text/describe-attribute.ts';
import { Avatar } from '../avatar.tsx';
import { useView } from '../context.ts';
import { Icon } from '../icon.tsx';
import { useNames } from '../use-names.ts';
import { AttributeCard } from './attribute-card.tsx';
import { Facts } from './facts.tsx';
import { Pages } from './pages.tsx';
import { Why } from './why.tsx';

interface VisitorPaneProps {
  readonly conversation: AgentConversation;
  readonly moves: readonly Move[];
  readonly onBack: () => void;
}

/** Who is there: from where, with what, on which pages, and why now. */
export function VisitorPane(props: VisitorPaneProps) {
  const { conversation, moves, onBack } = props;
  const { texts, formats } = useView();
  const name = useNames().visitor(conversation);
  const { preview } = conversation;
  const attributes = describeAttributes(preview.attributes, formats);
  return (
    <section
      class="visitor"
      id="visitor"
      tabIndex={0}
      aria-label={texts.visitorPanel.label}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onBack();
      }}
    >
      <header class="visitor-head">
        <button
          class="icon-button only-compact back"
          aria-label={texts.talk.close}
          onClick={onBack}
        >
          <Icon name="close" />
        </button>
        <Avatar conversation={conversation} size="large" />
        <div>
          <h2>
            <bdi>{name}</bdi>
          </h2>
          <p class="quiet small">
            {texts.visitorPanel.site} <bdi>{conversation.site}</bdi>
          </p>
        </div>
      </header>
      <Facts preview={preview} />
      <Why preview={preview} engagementId={conversation.engagementId} />
      <Pages conversation={conversation} moves={moves} />
      {attributes.length > 0 && (
        <section class="panel">
          <h3>{texts.visitorPanel.attributes}</h3>
          {attributes.map((described, index) => (
            <AttributeCard key={index} described={described} />
          ))}
        </section>
      )}
    </section>
  );
}
