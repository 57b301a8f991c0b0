import { walkAttribute, type VisitText } from '@beckon/schema/masking';
import type { EngagementAttribute, StartFrame } from '@beckon/schema/types';
import { maskTexts, type MaskAll } from './mask-texts.ts';

/**
 * DP1: masks what a start says of the visit: addresses and titles of pages, and
 * the attributes that the site lists.
 *
 * @param paths Fields of attributes, such as `personal.contacts.email`.
 * @returns Undefined where a pattern took too long.
 */
export const maskStart = (
  start: StartFrame,
  paths: readonly string[],
  maskAll: MaskAll,
): Promise<StartFrame | undefined> =>
  maskTexts((visit) => walkStart(start, paths, visit), maskAll);

/** The same for attributes that come later (GH28). */
export const maskAttributes = (
  attributes: readonly EngagementAttribute[],
  paths: readonly string[],
  maskAll: MaskAll,
): Promise<readonly EngagementAttribute[] | undefined> =>
  maskTexts(
    (visit) => attributes.map((each) => walkAttribute(each, paths, visit)),
    maskAll,
  );

function walkStart(
  start: StartFrame,
  paths: readonly string[],
  visit: VisitText,
): StartFrame {
  const { page, journey, attributes, visit: facts } = start;
  const referrer = facts?.referrer;
  return {
    ...start,
    page: { url: visit(page.url), title: visit(page.title) },
    journey: journey.map((each) => ({
      ...each,
      url: visit(each.url),
      title: visit(each.title),
    })),
    attributes: attributes.map((each) => walkAttribute(each, paths, visit)),
    ...(facts && referrer !== undefined
      ? { visit: { ...facts, referrer: visit(referrer) } }
      : {}),
  };
}
