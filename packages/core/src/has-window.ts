import type { Ports } from './ports.ts';

/** An earlier page kept a conversation that goes on, or this tab's window open
 * (WM5). */
export const hasWindow = ({ recall }: Pick<Ports, 'recall'>): boolean =>
  /"status":"[sqa]|"view":"open/.test(recall('-window'));
