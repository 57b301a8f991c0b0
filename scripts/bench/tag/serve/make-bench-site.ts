import { makeSite } from '../../../bench/rules/make-site.ts';
import { PAGES } from '../../../bench/rules/world.ts';

/** Where the generated entry points say that the shop is. */
const WRITTEN_SHOP = 'https://shop.example';

/** The page that is opened: one of those that the entry points are made for. */
export const PAGE_PATH = new URL(PAGES[160] ?? '').pathname;

/**
 * An authored site config: the generated engagements of bench:rules, for this
 * shop's address, and one sticky content engagement that shows at once.
 *
 * @param engagements How many in all.
 */
export function makeBenchSite(
  site: string,
  shop: string,
  engagements: number,
): unknown {
  const generated = JSON.stringify(makeSite(engagements - 1))
    .replaceAll(WRITTEN_SHOP, shop)
    // As it stands in regular expressions, as JSON.
    .replaceAll(escapeTwice(WRITTEN_SHOP), escapeTwice(shop));
  const parsed = JSON.parse(generated) as { campaigns: unknown[] };
  return {
    ...parsed,
    site,
    origins: [shop],
    campaigns: [STICKY, ...parsed.campaigns],
  };
}

const escapeTwice = (origin: string) => origin.replaceAll('.', '\\\\.');

const STICKY = {
  id: 'sticky',
  name: 'Shown at once',
  priority: 'high',
  goal: { type: 'interaction' },
  engagements: [
    {
      id: 'sticky-1',
      kind: 'content',
      format: 'sticky',
      zone: 'right',
      priority: 0,
      url: `${WRITTEN_SHOP}/offers`,
      creative: { online: { title: 'Need a hand?', action: 'Chat now' } },
    },
  ],
};
