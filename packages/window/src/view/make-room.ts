const GAP = 12;
const PROPERTY = '--beckon-room';

/**
 * Offers at the edge at which the launcher stands, and what it tells, keep clear
 * of it: neither covers the other's buttons (WN9). What is measured is where
 * they will stand, not where they are on their way in.
 *
 * @param corner Null: nothing stands there any more.
 */
export function makeRoom(corner: Element | null): void {
  const taken = corner?.getBoundingClientRect();
  for (const host of document.querySelectorAll<HTMLElement>('beckon-offer')) {
    host.style.removeProperty(PROPERTY);
    const frame = host.shadowRoot?.querySelector('.top,.bottom');
    const card = frame?.lastElementChild as HTMLElement | null | undefined;
    if (!taken || !frame || !card) continue;
    const edge = frame.getBoundingClientRect();
    const top = edge.top + card.offsetTop;
    const left = edge.left + card.offsetLeft;
    const bottom = top + card.offsetHeight;
    const isClear =
      bottom <= taken.top ||
      top >= taken.bottom ||
      left >= taken.right ||
      left + card.offsetWidth <= taken.left;
    if (isClear) continue;
    const isBelow = frame.matches('.bottom');
    const room = isBelow ? bottom - taken.top : taken.bottom - top;
    host.style.setProperty(PROPERTY, `${room + GAP}px`);
  }
}
