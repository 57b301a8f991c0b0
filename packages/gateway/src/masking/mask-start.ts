import { walkAttribute, type VisitText } from '@beckon/schema/masking';
import type { StartFrame } from '@beckon/schema/types';

type MaskAll = (
  texts: readonly string[],
) => Promise<readonly string[] | undefined>;

/**
 * DP1: masks what a start says of the visit: addresses and titles of pages, and
 * the attributes that the site lists.
 *
 * @param paths Fields of attributes, such as `personal.contacts.email`.
 * @returns Undefined where a pattern took too long.
 */
export async function maskStart(
  start: StartFrame,
  paths: readonly string[],
  maskAll: MaskAll,
): Promise<StartFrame | undefined> {
  const texts: string[] = [];
  walkStart(start, paths, (text) => {
    texts.push(text);
    return text;
  });
  const masked = await maskAll(texts);
  if (masked === undefined) return undefined;
  let next = 0;
  return walkStart(start, paths, (text) => {
    next += 1;
    return masked[next - 1] ?? text;
  });
}

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
