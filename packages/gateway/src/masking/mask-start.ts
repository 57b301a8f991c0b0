import type { EngagementAttribute, StartFrame } from '@beckon/schema/types';

type MaskAll = (
  texts: readonly string[],
) => Promise<readonly string[] | undefined>;

/** How a text is taken along: the same walk gathers texts and puts them back. */
type Visit = (text: string) => string;

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
  visit: Visit,
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

function walkAttribute(
  attribute: EngagementAttribute,
  paths: readonly string[],
  visit: Visit,
): EngagementAttribute {
  const steps = paths
    .map((path) => path.split('.'))
    .filter(([type]) => type === attribute.type)
    .map(([, ...rest]) => rest);
  // What comes out has the same fields: only texts were exchanged for texts.
  return steps.reduce(
    (value, path) => walkPath(value, path, visit),
    attribute as unknown,
  ) as EngagementAttribute;
}

/** Lists are gone through, as the engine does. */
function walkPath(
  value: unknown,
  path: readonly string[],
  visit: Visit,
): unknown {
  if (Array.isArray(value))
    return value.map((each) => walkPath(each, path, visit));
  const [step, ...rest] = path;
  if (step === undefined)
    return typeof value === 'string' ? visit(value) : value;
  if (typeof value !== 'object' || value === null || !(step in value))
    return value;
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [step]: walkPath(record[step], rest, visit) };
}
