export { createWindow } from './create-window.ts';
export type * from './host.ts';
export type * from './look.ts';
