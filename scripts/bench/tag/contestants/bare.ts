import type { Contestant } from './contestant.ts';

/** The page without any tag: what all others are compared with. */
export const bare: Contestant = {
  name: 'no tag',
  head: '',
  isEvent: () => false,
};
