import { guard } from '../guard.ts';
import type { Tag } from '../tag.ts';

/**
 * Puts embedded offers into the page's own containers, which may come late, go,
 * and come again (OF1): one observer, and only where there are such offers.
 */
export function createContainers(tag: Tag) {
  const { name, ports } = tag;
  /** Resolved with the host's container, by zone. */
  const wanted = new Map<string, () => void>();
  const mounted = new Map<string, HTMLElement>();
  let isObserving = false;

  const isStanding = (zone: string, host: HTMLElement) =>
    (tag.forced[zone] ?? tag.engine.state.tabs[name]?.offers[zone])
      ?.engagement === host.dataset['beckonOffer'];
  const put = (zone: string, host: HTMLElement) => {
    if (!isStanding(zone, host)) mounted.delete(zone);
    else if (!host.isConnected) document.getElementById(zone)?.append(host);
  };
  const look = () => {
    for (const [zone, found] of wanted)
      if (document.getElementById(zone)) {
        wanted.delete(zone);
        found();
      }
    for (const [zone, host] of mounted) put(zone, host);
  };
  const observe = () => {
    if (isObserving) return;
    isObserving = true;
    const observer = new MutationObserver(guard(look));
    observer.observe(document, { childList: true, subtree: true });
    ports.undo(() => observer.disconnect());
  };
  return {
    /** Resolves when the page has the container. */
    find: (zone: string): Promise<void> =>
      new Promise((found) => {
        wanted.set(zone, found);
        observe();
        look();
      }),
    mount(zone: string, host: HTMLElement): void {
      document.getElementById(zone)?.append(host);
      mounted.set(zone, host);
    },
  };
}
