import type { AgentConversation } from '@beckon/schema/types';
import { useState } from 'preact/hooks';
import type { Move } from '../../model/state.ts';
import { buildJourney, type Step } from '../../text/journey.ts';
import { safePageUrl, shortUrl } from '../../text/safe-url.ts';
import { useView } from '../context.ts';
import { OutLink } from '../rich-text.tsx';

const SHOWN_FIRST = 6;

interface PagesProps {
  readonly conversation: AgentConversation;
  readonly moves: readonly Move[];
}

/** The visit as a line of pages, the page now on top. */
export function Pages({ conversation, moves }: PagesProps) {
  const { texts } = useView();
  const [isWhole, setWhole] = useState(false);
  const steps = buildJourney(conversation, moves);
  const shown = isWhole ? steps : steps.slice(0, SHOWN_FIRST);
  const more = steps.length - shown.length;
  return (
    <section class="panel">
      <h3>{texts.visitorPanel.pages}</h3>
      <ol class="pages">
        {shown.map((step, index) => (
          <PageStep
            key={steps.length - index}
            step={step}
            isNow={index === 0}
          />
        ))}
      </ol>
      {more > 0 && (
        <button class="link" onClick={() => setWhole(true)}>
          {texts.visitorPanel.more(more)}
        </button>
      )}
    </section>
  );
}

interface PageStepProps {
  readonly step: Step;
  readonly isNow: boolean;
}

function PageStep({ step, isNow }: PageStepProps) {
  const { texts, formats } = useView();
  const { page, at, seenMs } = step;
  const url = safePageUrl(page.url);
  const title = page.title || texts.visitorPanel.untitled;
  return (
    <li data-now={isNow}>
      <p class="page-title">
        {url === undefined ? (
          <bdi>{title}</bdi>
        ) : (
          <OutLink url={url}>
            <bdi>{title}</bdi>
          </OutLink>
        )}
      </p>
      <p class="page-url" dir="ltr" title={page.url}>
        {shortUrl(page.url)}
      </p>
      <p class="page-time">
        {isNow && <span class="now">{texts.visitorPanel.now}</span>}
        {at > 0 && <time>{formats.time(at)}</time>}
        {!isNow && seenMs !== undefined && (
          <span>{formats.length(seenMs)}</span>
        )}
      </p>
    </li>
  );
}
