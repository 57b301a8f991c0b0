import type { ScriptPolicy } from './script-policy.ts';

/** How long core and config may take (LD4). */
export const TIMEOUT_MS = 10_000;

/**
 * What stands for a tag until its core is there, and is its callable ever
 * after. The snippet makes the same; the core finds it on its own script
 * (`Stub` in core/src/main.ts).
 */
export interface Stub {
  (...command: unknown[]): void;
  /** An array until the core takes its place (API1). */
  q: { push(command: ArrayLike<unknown>): unknown };
  /** As it stands in URLs. */
  readonly site: string;
  /** The core's own, of a page with its one tag, names none (LD3). */
  readonly origin?: string | undefined;
  readonly consent?: string | undefined;
  /** On its way already (LD2). */
  config?: Promise<Response> | undefined;
  policy?: ScriptPolicy | undefined;

  /** Takes away what waits for the core. */
  callOff?: () => void;

  // What this package notes on it: another copy of it may be on the page.
  /** It was destroyed. */
  isOver?: boolean;
  /** How many providers keep it; undefined: the page made it, and ends it. */
  holders?: number | undefined;
}

/** It will not come, or has gone: commands go nowhere. */
export function dropCommands(stub: Stub): void {
  stub.q = { push() {} };
}

/** Its core has not come yet. */
export function isWaiting({ q }: Stub): boolean {
  return Array.isArray(q);
}

/** After the command `destroy`: a core that is still on its way finds no queue,
 * and the page may begin anew. */
export function endStub(stub: Stub, name: string): void {
  stub.isOver = true;
  dropCommands(stub);
  stub.callOff?.();
  if (Reflect.get(window, name) === stub) Reflect.deleteProperty(window, name);
}
