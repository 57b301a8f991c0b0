import type { Preview } from '@beckon/schema/types';
import { useView } from '../context.ts';
import { Icon } from '../icon.tsx';

interface WhyProps {
  readonly preview: Preview;
  readonly engagementId: string | undefined;
}

/** The engagement and what held when it showed. */
export function Why({ preview, engagementId }: WhyProps) {
  const { texts } = useView();
  const { visitorPanel: panel } = texts;
  const { reason } = preview;
  const engagement = reason?.engagement ?? engagementId;
  return (
    <section class="panel">
      <h3>{panel.why}</h3>
      {engagement === undefined ? (
        <p class="quiet">{panel.noReason}</p>
      ) : (
        <>
          <p class="why-name">
            <Icon name="spark" />
            <bdi title={engagement}>{reason?.engagementName ?? engagement}</bdi>
          </p>
          {reason?.campaign && (
            <p class="quiet small">
              {panel.campaign}:{' '}
              <bdi>{reason.campaignName ?? reason.campaign}</bdi>
            </p>
          )}
          {reason && reason.held.length > 0 && (
            <ul class="held">
              {reason.held.map((test, index) => (
                <li key={index}>
                  <Icon name="check" />
                  <bdi>{test}</bdi>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
