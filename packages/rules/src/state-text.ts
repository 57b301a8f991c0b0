/** The state as text and back: what a tag keeps between pages. */
export { loadState } from './load-state.ts';
export { saveState } from './save-state.ts';
