/* Drawn on 24 by 24, with strokes of the text's colour. A constant each, so that
 * a file holds those that it draws. */
export const CHAT =
  'M21 11.5a8.4 8.4 0 0 1-12.1 7.5L3.5 20.5 5 15.2A8.4 8.4 0 1 1 21 11.5Z';
export const SEND = 'M12 19V5M5.5 11.5 12 5l6.5 6.5';
export const MINIMIZE = 'M6 9.5l6 6 6-6';
export const CLOSE = 'M6.5 6.5l11 11M17.5 6.5l-11 11';
export const MORE = 'M5 12h.01M12 12h.01M19 12h.01';
export const DOWN = 'M12 5v14M5.5 12.5 12 19l6.5-6.5';
export const SOUND =
  'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11';
export const MUTE = 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM16 9.5l5 5M21 9.5l-5 5';
export const BELL =
  'M6 16.5h12l-1.6-2.6V10a4.4 4.4 0 0 0-8.8 0v3.9ZM10.2 19.4a2 2 0 0 0 3.6 0';
export const BELL_OFF = `${BELL}M4.5 4.5l15 15`;
export const PRINT =
  'M7 8V4h10v4M7 17H4.5V9.5A1.5 1.5 0 0 1 6 8h12a1.5 1.5 0 0 1 1.5 1.5V17H17M7.5 14h9v6h-9Z';
export const POP_OUT =
  'M13.5 5H19v5.5M19 5l-8 8M10 5.5H6A1.5 1.5 0 0 0 4.5 7v11A1.5 1.5 0 0 0 6 19.5h11a1.5 1.5 0 0 0 1.5-1.5v-4';
export const END =
  'M9 12h11M16 8l4 4-4 4M12 4.5H6A1.5 1.5 0 0 0 4.5 6v12A1.5 1.5 0 0 0 6 19.5h6';
export const SHIELD =
  'M12 3.5 5 6v5.5c0 4.2 2.9 7.6 7 9 4.1-1.4 7-4.8 7-9V6ZM9 12l2.2 2.2L15.2 10';
export const ALERT =
  'M12 8v4.5M12 16h.01M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z';
export const CLOCK = 'M12 7.5V12l3 2M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16Z';
export const TICK = 'M5.5 12.5l4.2 4.2L18.5 8';
export const TICKS = 'M2.5 12.5l4.2 4.2L15 8M11.5 15.5l1.2 1.2L21.5 8';

export function Icon({ path }: { readonly path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

interface IconButtonProps {
  readonly path: string;
  readonly label: string;
  readonly onClick: () => void;
  /** It opens a menu, which is open or not. */
  readonly expands?: boolean;
}

export function IconButton({ path, label, onClick, expands }: IconButtonProps) {
  const isMenu = expands !== undefined;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={onClick}
      {...(isMenu && { 'aria-haspopup': 'menu', 'aria-expanded': expands })}
    >
      <Icon path={path} />
    </button>
  );
}
