import type { BeckonTag, Stop } from './beckon-tag.ts';

/** Takes a command: its name, and what it was given. */
export type RunCommand = (name: string, ...given: unknown[]) => void;

/**
 * Gives a callable a method for each command (API).
 *
 * @returns The same function.
 */
export function withMethods<Run extends RunCommand>(run: Run): Run & BeckonTag {
  const listen =
    (name: 'on' | 'once') =>
    (type: string, ...given: unknown[]): Stop => {
      run(name, type, ...given);
      return () => run('off', type, given[0]);
    };
  const on = listen('on');
  const command =
    (name: string) =>
    (...given: unknown[]) =>
      run(name, ...given);
  const methods = {
    attributes: command('attributes'),
    close: command('close'),
    consent: command('consent'),
    destroy: command('destroy'),
    hide: command('hide'),
    hook: command('hook'),
    identify: command('identify'),
    inspect: command('inspect'),
    logout: command('logout'),
    minimize: command('minimize'),
    off: command('off'),
    on,
    once: listen('once'),
    open: command('open'),
    page: command('page'),
    // The core alone can do this; its own `ready` is in a chunk.
    ready: (listener: unknown) => on('ready', listener, { replay: true }),
    show: command('show'),
  };
  // Its overloads are the typed face of `run`, which takes any command.
  return Object.assign(run, methods) as Run & typeof methods as Run & BeckonTag;
}
