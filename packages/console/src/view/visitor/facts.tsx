import type { Preview } from '@beckon/schema/types';
import type { ComponentChildren } from 'preact';
import { describeBrowser } from '../../text/describe-browser.ts';
import { hostOf, safePageUrl, shortUrl } from '../../text/safe-url.ts';
import { useConsole, useNow, useView } from '../context.ts';
import { OutLink } from '../rich-text.tsx';

export function Facts({ preview }: { readonly preview: Preview }) {
  const { texts, formats } = useView();
  const { device, visit, language } = preview;
  const { visitorPanel: panel } = texts;
  return (
    <section class="panel">
      <h3>{panel.known}</h3>
      <dl class="facts">
        {visit && (
          <Row label={panel.from}>
            <Referrer referrer={visit.referrer} />
          </Row>
        )}
        {device && (
          <Row label={panel.device}>
            {deviceWords(device, panel)}
            <span class="fact-more">{panel.platforms[device.platform]}</span>
          </Row>
        )}
        <Row label={panel.language}>
          <bdi>{formats.language(language)}</bdi>
        </Row>
        {visit && <Visits visit={visit} />}
      </dl>
    </section>
  );
}

interface RowProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

export function Row({ label, children }: RowProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Referrer({ referrer }: { readonly referrer: string | undefined }) {
  const { texts } = useView();
  if (!referrer) return <>{texts.visitorPanel.direct}</>;
  const url = safePageUrl(referrer);
  if (url === undefined) return <bdi>{referrer}</bdi>;
  return (
    <OutLink url={url}>
      <bdi title={referrer}>{hostOf(referrer) ?? shortUrl(referrer)}</bdi>
    </OutLink>
  );
}

interface VisitsProps {
  readonly visit: NonNullable<Preview['visit']>;
}

function Visits({ visit }: VisitsProps) {
  const { texts, formats } = useView();
  const { skewMs } = useConsole();
  const now = useNow(30_000, skewMs);
  const { visits, lastVisitAt, startedAt } = visit;
  const { visitorPanel: panel } = texts;
  return (
    <>
      <Row label={panel.visits}>
        {panel.visitCount(visits)}
        {lastVisitAt !== undefined && (
          <span class="fact-more" title={formats.dateTime(lastVisitAt)}>
            {panel.lastVisit(formats.ago(lastVisitAt, now))}
          </span>
        )}
      </Row>
      <Row label={panel.since}>
        <span title={formats.dateTime(startedAt)}>
          {panel.sinceFor(formats.length(now - startedAt))}
        </span>
      </Row>
    </>
  );
}

function deviceWords(
  { userAgent }: NonNullable<Preview['device']>,
  panel: ReturnType<typeof useView>['texts']['visitorPanel'],
): string {
  const { browser, system } = describeBrowser(userAgent);
  if (browser && system) return panel.on(browser, system);
  return browser ?? system ?? panel.unknownBrowser;
}
