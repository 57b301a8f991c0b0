import { createMask, type MaskSettings } from '@beckon/schema/masking';
import type {
  EngagementAttribute,
  JourneyPage,
  PageRef,
  Reason,
} from '@beckon/schema/types';
import type { TagLike } from '../tag-like.ts';
import { maskFields } from './mask-fields.ts';
import type { Report } from './talk-part.ts';

/** More than that no agent reads. */
const MAX_PAGES = 50;
const MAX_ATTRIBUTES = 50;

/** What an agent gets to see of a visit, masked before it leaves (DP1). */
export function createReport(tag: TagLike): Report {
  const { config, ports } = tag;
  const masking = config.tag['masking'] as MaskSettings & {
    readonly attributes?: readonly string[];
  };
  const mask = createMask(masking);
  const pageOf = ({ title, url }: PageRef): PageRef => ({
    title: mask(title),
    url: mask(url),
  });
  const journey = (): JourneyPage[] => {
    const { session, tabs } = tag.engine.state;
    const here = tabs[tag.name];
    const seen = session.history.flatMap((entry) =>
      'url' in entry
        ? [
            {
              ...pageOf(entry),
              at: entry.pageAt,
              seenMs: Math.round(entry.seenMs),
            },
          ]
        : [],
    );
    const now = here ? [{ ...pageOf(here), at: here.pageAt }] : [];
    // The site keeps journeys in the browser.
    return config.tag['journey'] === false
      ? []
      : [...seen, ...now].slice(-MAX_PAGES);
  };
  const attributes = (): EngagementAttribute[] => {
    const { history, merged } = tag.engine.state.session;
    const whole = Object.values(merged).flatMap((each) => (each ? [each] : []));
    const others = history.flatMap((entry) =>
      'attribute' in entry && !merged[entry.attribute.type]
        ? [entry.attribute]
        : [],
    );
    return [...whole, ...others]
      .slice(-MAX_ATTRIBUTES)
      .map((each) => maskFields(each, masking.attributes ?? [], mask));
  };
  return {
    mask,
    masking,
    page: () => pageOf(ports.page()),
    attributes: { read: attributes, on: (run) => tag.bus.on('attribute', run) },
    report(engagement) {
      const { browser, session, visitor } = tag.engine.state;
      const { platform = 'desktop' } = browser;
      const reason = engagement ? reasonOf(tag, engagement) : undefined;
      return {
        page: pageOf(ports.page()),
        journey: journey(),
        attributes: attributes(),
        device: {
          platform: platform === 'smartphone' ? 'mobile' : platform,
          userAgent: ports.browser().userAgent,
        },
        visit: {
          visits: visitor.visits,
          startedAt: session.startedAt,
          ...(visitor.lastVisit && { lastVisitAt: visitor.lastVisit }),
          ...(session.referrer && { referrer: mask(session.referrer) }),
        },
        ...(reason && { reason }),
      };
    },
  };
}

/** What held goes by its names where the site shows them; else the gateway, who
 * has them, says it (GH29). */
function reasonOf({ config }: TagLike, id: string): Reason | undefined {
  const { campaigns, engagements, index, names } = config;
  const nth = engagements.findIndex((each) => each.id === id);
  const found = engagements[nth];
  if (!found) return undefined;
  const places = index.entryPoints.flatMap((each, place) =>
    [each.engagements].flat().includes(nth)
      ? (names?.entryPoints[place] ?? [])
      : [],
  );
  const tests = [found.behaviors]
    .flat()
    .flatMap((each) => names?.behaviors[each] ?? []);
  const campaignId = campaigns[found.campaign]?.id;
  return {
    engagement: id,
    ...(campaignId && { campaign: campaignId }),
    held: [...new Set([...places, ...tests])],
  };
}
