import { guard } from '../guard.ts';
import { nothing } from '../nothing.ts';
import type { Offer } from '../offers.ts';
import type { Drawn } from '../ports.ts';
import type { Tag, WindowPart } from '../tag.ts';
import { seldom } from './seldom.ts';

const IMPRESSION_MS = 1000;
/** Who only passes over an offer is gone by then (WM7). */
const REST_MS = 100;
const HALF = 0.5;

/**
 * Watches what stands: impressions, signs of interest, Escape (OF4, OF6, WM7).
 *
 * @returns To be called when an offer is drawn, and at each decision after.
 */
export function createAttend(tag: Tag): (offer: Offer) => void {
  const { ports } = tag;
  /** Also those whose container is away: they come into it again (OF1). */
  const attended = new WeakMap<Offer, () => void>();
  /** By engagement: the page view in which it had its impression. */
  const impressions = new Map<string, number>();

  const pageView = () => tag.engine.state.tabs[tag.name]?.pageAt ?? 0;

  const begin = (offer: Offer, { host }: Drawn): (() => void) => {
    const { id, skill, zone } = offer.engagement;
    const { told } = offer;
    offer.told = (phase) => {
      told(phase);
      // SL4: gone at once, though a decision may have to wait (TG3).
      if (phase === 'decline' || (phase === 'click' && zone === 'proactive'))
        host.hidden = true;
    };
    const root = host.shadowRoot;
    if (!root) return nothing;
    let isSeen = false;
    let stopTimer: (() => void) | undefined;
    const watch = () => {
      const isDue =
        isSeen && ports.isVisible() && impressions.get(id) !== pageView();
      if (!isDue) {
        stopTimer?.();
        stopTimer = undefined;
      } else
        stopTimer =
          stopTimer ??
          ports.later(() => {
            stopTimer = undefined;
            // TG3: a tab is hidden while a decision has to wait, too.
            if (!host.isConnected || !ports.isVisible()) return;
            impressions.set(id, pageView());
            offer.told('impression');
          }, IMPRESSION_MS);
    };
    const observer = new IntersectionObserver(
      guard((entries) => {
        // Oldest first.
        isSeen = (entries.pop()?.intersectionRatio ?? 0) >= HALF;
        watch();
      }),
      { threshold: HALF },
    );
    const seen =
      root.querySelector('.pin,.card,.under') ??
      root.querySelector('.frame>*') ??
      root.firstElementChild;
    if (seen) observer.observe(seen);
    ports.undo(() => observer.disconnect());
    const on = (type: string, run: (event: Event) => void) =>
      root.addEventListener(type, guard(run));
    const fetchWindow = guard(
      seldom(() => {
        const rested = new Promise<void>(
          (resolve) => void ports.later(resolve, REST_MS),
        );
        Promise.all([tag.part<WindowPart>('window'), rested])
          .then((both) => {
            if (host.isConnected && host.matches(':hover,:focus-within'))
              both[0].prepare({ engagement: id });
          })
          // LD4: without it a click asks for it again.
          .catch(nothing);
      }),
    );
    if (skill)
      for (const type of ['pointerenter', 'focusin', 'touchstart'])
        host.addEventListener(type, fetchWindow);
    on(
      'keydown',
      seldom((event) => {
        if ((event as KeyboardEvent).key === 'Escape') offer.told('decline');
      }),
    );
    if (!skill) followSpots(offer, on);
    return watch;
  };

  return (offer) => {
    const { drawn, engagement } = offer;
    // A decision can come while its looks are on their way: it is attended to
    // when it is drawn, and not before, for then there is nothing to watch.
    if (!drawn) return;
    const watch = attended.get(offer) ?? begin(offer, drawn);
    attended.set(offer, watch);
    watch();
    drawn.host.hidden = tag.isWindowOpen && engagement.zone !== 'proactive';
  };
}

/** OF2: a hot spot of the author's that is no link leads where a link would. */
function followSpots(
  { engagement: { target, url = '' } }: Offer,
  on: (type: string, run: (event: Event) => void) => void,
): void {
  on(
    'click',
    seldom((event) => {
      const spot = (event.target as Element).closest('[data-beckon=click]');
      if (!spot || spot.matches('[href]')) return;
      if (!/^(https?|mailto|tel):/.test(url)) return;
      if (target === 'new') open(url, '_blank', 'noopener');
      else location.assign(url);
    }),
  );
}
