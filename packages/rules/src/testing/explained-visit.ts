import { banner, chat, offer, publish } from './site.ts';
import { visit, type Visit } from './visit.ts';

const site = {
  behaviors: {
    'in-cart': {
      all: [
        { type: 'visited-entry-point', entryPoints: ['cart'] },
        { type: 'cart-value', between: [50, null] },
      ],
    },
    engaged: { all: [{ type: 'engaged-in-session', statuses: ['clicked'] }] },
  },
  audiences: {
    gold: { all: [{ type: 'customer', customerStatus: [{ exact: 'gold' }] }] },
    tablet: { all: [{ type: 'platform', anyOf: ['tablet'] }] },
  },
  proactiveCap: { content: 2, conversation: null },
  campaign: {
    audiences: ['gold', 'tablet'],
    controlGroup: 0.01,
    schedule: { timeZone: 'UTC', from: '2026-01-01' },
  },
};
/** A conversation, `talk`, that every test looks at; an `ad`, a `tip`. */
export const explained = publish(
  [
    chat('talk', {
      entryPoints: ['cart', 'help'],
      behaviors: ['in-cart', 'engaged'],
      language: 'en',
      snoozeDays: 2,
      priority: 1,
    }),
    banner('ad'),
    offer('tip', { delaySeconds: 5 }),
  ],
  site,
);

/** A tablet in the cart, with a total of 60. */
export function begin(): Visit {
  const told = visit(explained);
  told.tell(0, { type: 'visitor', platform: 'tablet', language: 'en-GB' });
  told.page(1, '/cart');
  told.report(2, { type: 'cart', total: 60 });
  return told;
}
