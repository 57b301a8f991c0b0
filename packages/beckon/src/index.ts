export type * from './beckon-tag.ts';
export { createBeckon } from './create-beckon.ts';
export type { BeckonOptions } from './options.ts';
