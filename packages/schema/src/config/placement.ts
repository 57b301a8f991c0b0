import { z } from 'zod';
import { strict } from './strict.ts';

const pixels = z.number().min(-4000).max(4000).exactOptional();

/** The nine places of an overlay (OF1). */
export const OVERLAY_PLACES = [
  'top-left',
  'top',
  'top-right',
  'left',
  'center',
  'right',
  'bottom-left',
  'bottom',
  'bottom-right',
] as const;

/** OF1, OF6: where in its zone an offer stands. */
export const placement = strict({
  /** A toaster's edge. */
  edge: z.enum(['top', 'bottom']).exactOptional(),
  /** A toaster's, sticky button's or pin's place along its edge. */
  align: z.enum(['start', 'center', 'end']).exactOptional(),
  /** An overlay's place. */
  position: z.enum(OVERLAY_PLACES).exactOptional(),
  /** An overlay that dims the page. */
  dimmed: z.boolean().exactOptional(),
  /** A peeling corner's corner. */
  corner: z.enum(['top-left', 'top-right']).exactOptional(),
  /** CSS pixels, towards the middle of the page. */
  offsetX: pixels,
  offsetY: pixels,
  zIndex: z.int().min(0).max(2_147_483_647).exactOptional(),
});

/** The formats that read a key; a key that is not here fits all on the page. */
export const PLACEMENT_FORMATS: ReadonlyMap<string, readonly string[]> =
  new Map([
    ['edge', ['toaster']],
    ['align', ['toaster', 'sticky', 'slide-out']],
    ['position', ['overlay']],
    ['dimmed', ['overlay']],
    ['corner', ['peeling-corner']],
  ]);
