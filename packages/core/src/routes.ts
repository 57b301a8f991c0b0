import { nothing } from './nothing.ts';
import type { Tag, UnstampedEvent } from './tag.ts';

/** A frame; titles that come later are corrected by the chunk `keep` (PG4). */
const SETTLE_MS = 16;

/** Follows the document and its routing (PG1, PG4). */
export interface Routes {
  /** The page view that a loaded document begins. */
  load(): UnstampedEvent;
  /** Tells at once of a route that has not settled yet. */
  flush(): void;
}

/** Part of the chunk `extras`. */
export interface HistoryPart {
  /** Tells of changes by patches of `history` (HP2). */
  followHistory(run: () => void): void;
}

export function followRoutes(
  { name, part, ports }: Tag,
  learn: Tag['learn'],
  isAutomatic: boolean,
): Routes {
  const { later, onRoute, page } = ports;
  let { url } = page();
  let isSettling = false;

  const describe = () => ({ type: 'page', tab: name, ...page() }) as const;
  const flush = () => {
    if (!isSettling) return;
    isSettling = false;
    // What led to the document did not lead to this page.
    learn({ ...describe(), by: 'route', referrer: '' });
  };
  const notice = () => {
    if (page().url === url) return;
    ({ url } = page());
    isSettling = true;
    later(flush, SETTLE_MS);
  };
  // Browsers that have no Navigation API yet.
  if (isAutomatic && !onRoute(notice))
    part<HistoryPart>('extras')
      .then(({ followHistory }) => followHistory(notice))
      .catch(nothing);
  return { flush, load: () => ({ ...describe(), by: 'load' }) };
}
