import type { BeckonEvents, EventType } from '../api.ts';
import { guard } from '../guard.ts';
import type { Tag } from '../tag.ts';
import { createReadGa4 } from './ga4.ts';

/** What our own events are called there. */
const OWN = 'beckon_';

interface WithDataLayer {
  dataLayer?: unknown[];
}

/** Reads the e-commerce events that the site pushes for others (API4). */
export function followDataLayer(
  tag: Tag,
  report: (attribute: object) => void,
): void {
  const list = dataLayer();
  const read = createReadGa4(report, () => {
    const { cart, merged } = tag.engine.state.session;
    // EN7: with a purchase the comparison of totals begins anew.
    return cart.base === undefined ? undefined : merged.cart;
  });
  const take = guard((entry: unknown) => {
    const [name, facts] = eventOf(entry);
    if (!name.startsWith(OWN)) read(name, facts);
  });
  list.forEach(take);
  const wasOwn = Object.hasOwn(list, 'push');
  const { push } = list;
  let isOver = false;
  const patched = (...entries: unknown[]): number => {
    const length = push.apply(list, entries);
    if (!isOver) entries.forEach(take);
    return length;
  };
  // Not by assignment, which fails where the page froze all arrays' own (HP1).
  Reflect.defineProperty(list, 'push', {
    value: patched,
    configurable: true,
    writable: true,
  });
  tag.ports.undo(() => {
    isOver = true;
    if (list.push !== patched) return;
    if (wasOwn) list.push = push;
    else Reflect.deleteProperty(list, 'push');
  });
}

/** Tells others of our events: types and ids, never values (API3). */
export function tellDataLayer({ bus }: Tag): void {
  const IDS = ['phase', 'state', 'engagement', 'campaign', 'zone', 'code'];
  for (const type of [
    'page',
    'attribute',
    'offer',
    'window',
    'conversation',
    'session',
    'problem',
  ] as const satisfies readonly EventType[])
    bus.on(
      type,
      (event: BeckonEvents[EventType]) => {
        const facts = Object.entries(event).filter(([key]) =>
          IDS.includes(key),
        );
        const kind =
          'attribute' in event ? { attribute: event.attribute.type } : {};
        dataLayer().push({
          event: `${OWN}${type}`,
          ...Object.fromEntries(facts),
          ...kind,
        });
      },
      { replay: true },
    );
}

function dataLayer(): unknown[] {
  const { dataLayer: list } = window as WithDataLayer;
  if (Array.isArray(list)) return list;
  const made: unknown[] = [];
  (window as WithDataLayer).dataLayer = made;
  return made;
}

/** An entry is an object with `event`, or gtag's `arguments`. */
function eventOf(entry: unknown): [name: string, facts: object] {
  if (typeof entry !== 'object' || !entry) return ['', {}];
  const { 0: verb, 1: name, 2: facts } = entry as Record<number, unknown>;
  if (verb === 'event') return [String(name), Object(facts)];
  const { event, ecommerce, ...rest } = entry as Record<string, unknown>;
  return [
    typeof event === 'string' ? event : '',
    { ...rest, ...Object(ecommerce) },
  ];
}
