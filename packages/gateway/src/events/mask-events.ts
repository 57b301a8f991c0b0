import { walkAttribute, type VisitText } from '@beckon/schema/masking';
import type { TrackedEvent } from '@beckon/schema/wire';
import { maskTexts, type MaskAll } from '../masking/mask-texts.ts';

/** So many characters are masked together: few enough for the 50 ms that a
 * site's patterns have, and enough to make a batch a few calls. */
const MAX_GROUP_CHARS = 4096;

/**
 * GH31: masks what tracked events say.
 *
 * @param paths Fields of attributes, such as `personal.contacts.email`.
 * @returns Those that could be masked, in their order.
 */
export async function maskEvents(
  events: readonly TrackedEvent[],
  paths: readonly string[],
  maskAll: MaskAll,
): Promise<TrackedEvent[]> {
  const maskGroup = (group: readonly TrackedEvent[]) =>
    maskTexts(
      (visit) => group.map((event) => walkEvent(event, paths, visit)),
      maskAll,
    );
  const masked = await Promise.all(
    groupEvents(events, paths).map(
      // A machine that was busy just then is no reason to lose them.
      async (group) => (await maskGroup(group)) ?? maskGroup(group),
    ),
  );
  return masked.flatMap((group) => group ?? []);
}

function groupEvents(
  events: readonly TrackedEvent[],
  paths: readonly string[],
): readonly (readonly TrackedEvent[])[] {
  const groups: TrackedEvent[][] = [];
  let chars = Infinity;
  for (const event of events) {
    let own = 0;
    walkEvent(event, paths, (text) => {
      own += text.length;
      return text;
    });
    chars += own;
    if (chars > MAX_GROUP_CHARS) {
      groups.push([]);
      chars = own;
    }
    groups.at(-1)?.push(event);
  }
  return groups;
}

function walkEvent(
  event: TrackedEvent,
  paths: readonly string[],
  visit: VisitText,
): TrackedEvent {
  if (event.type === 'attribute') {
    const walked = walkAttribute(event.attribute, paths, visit);
    // Of the same fields: only texts were exchanged for texts.
    return { ...event, attribute: walked as typeof event.attribute };
  }
  if (event.type !== 'page') return event;
  const { referrer, title, url } = event;
  return {
    ...event,
    url: visit(url),
    ...(title === undefined ? {} : { title: visit(title) }),
    ...(referrer === undefined ? {} : { referrer: visit(referrer) }),
  };
}
