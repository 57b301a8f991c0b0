export { createEngine, noModules } from './engine.ts';
export { createState } from './state.ts';
export type * from './engine-types.ts';
export type * from './state.ts';
export type { CreateModules } from './module-types.ts';
export { findEngagement, type Follow, type Visit } from './visit.ts';
