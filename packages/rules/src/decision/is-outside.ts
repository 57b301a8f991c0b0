import type { Modules } from '../module-types.ts';
import { visitor } from '../visit.ts';
import { draw } from './draw.ts';

/** Whether the visitor is out of a control group (SL6). */
export const isOutside: NonNullable<Modules['groups']> = ([name, share]) =>
  draw(visitor.id, name) >= share;
