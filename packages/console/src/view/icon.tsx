/** Drawn on a grid of 16, in the colour of the text. */
const PATHS = {
  check: 'M3.5 8.5l3 3 6-7',
  checks: 'M1.5 8.5l3 3 6-7M7.5 11.5l6-7',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5.2V8l2 1.4',
  alert: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5.2v3.2M8 10.6v.2',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M9.5 3.5L5 8l4.5 4.5',
  down: 'M8 3v9.5M4 8.8l4 4 4-4',
  chevron: 'M4.5 6.2L8 9.8l3.5-3.6',
  send: 'M2.6 8h5.2M2.6 8L1.9 3l12 5-12 5 .7-5z',
  lock: 'M4 7.5h8v5.5H4zM5.8 7.5V5.3a2.2 2.2 0 0 1 4.4 0v2.2',
  reply: 'M6.5 3.5L2.5 7.5l4 4M2.5 7.5h6.5a4 4 0 0 1 4 4v1',
  transfer: 'M2.5 5.5h10M10 3l2.5 2.5L10 8M13.5 10.5h-10M6 8l-2.5 2.5L6 13',
  end: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM5.5 8.2l1.8 1.8 3.2-3.8',
  door: 'M9.5 3H12.5v10H9.5M8.5 8h-6M5 5.5L2.5 8 5 10.5',
  person:
    'M8 8.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM3 13.5c.6-2.3 2.6-3.4 5-3.4s4.4 1.1 5 3.4',
  sound:
    'M2.5 6.2v3.6h2.2L8 12.5v-9L4.7 6.2zM10.3 6a2.8 2.8 0 0 1 0 4M12 4.3a5.2 5.2 0 0 1 0 7.4',
  mute: 'M2.5 6.2v3.6h2.2L8 12.5v-9L4.7 6.2zM10.8 6.3l3.2 3.4M14 6.3l-3.2 3.4',
  keys: 'M1.8 4.2h12.4v7.6H1.8zM4.3 6.6h.2M7 6.6h.2M9.6 6.6h.2M12 6.6h.1M5 9.3h6',
  page: 'M4 2.5h5.2L12 5.3v8.2H4zM9 2.5v3h3',
  globe:
    'M8 2.3a5.7 5.7 0 1 0 0 11.4A5.7 5.7 0 0 0 8 2.3zM2.3 8h11.4M8 2.3c3.2 3.4 3.2 8 0 11.4M8 2.3c-3.2 3.4-3.2 8 0 11.4',
  device: 'M2.2 3.5h11.6v7H2.2zM6 13h4M8 10.5V13',
  arrow: 'M3 8h10M9.5 4.5L13 8l-3.5 3.5',
  again: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.6v2.8h-2.8',
  spark: 'M8 2.2l1.5 4.1L13.8 8l-4.3 1.6L8 13.8 6.5 9.6 2.2 8l4.3-1.7z',
  cart: 'M1.8 3h1.8l1.5 7h6.8l1.3-5H4.2M5.8 12.8h.2M11 12.8h.2',
  inbox:
    'M2.3 9l2-6h7.4l2 6v4H2.3zM2.3 9h3.4c.2 1.2 1.1 2 2.3 2s2.1-.8 2.3-2h3.4',
} as const;

export type IconName = keyof typeof PATHS;

/** Never has a name of its own: what it stands beside or in has. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class={`icon icon-${name}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
