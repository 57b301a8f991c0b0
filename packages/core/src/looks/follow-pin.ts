import { guard } from '../guard.ts';

/**
 * A slide-out's pin opens and closes it, from the moment in which it can be
 * seen: who watches offers comes later.
 */
export function followPin(host: HTMLElement): void {
  const pin = host.shadowRoot?.querySelector('.pin');
  pin?.addEventListener(
    'click',
    guard(() => {
      const isOpen = pin.parentElement?.classList.toggle('open');
      pin.setAttribute('aria-expanded', String(isOpen));
    }),
  );
}
