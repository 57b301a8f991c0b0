import type { Shelf } from './ports.ts';
import type { ConsoleState } from './state.ts';

export type Preferences = Pick<ConsoleState, 'muted' | 'singleKeys'>;

const NAME = (name: keyof Preferences) => `beckon-console:${name}`;

/** What the agent prefers on this machine. */
export function readPreferences(shelf: Shelf): Preferences {
  return {
    muted: shelf.read(NAME('muted')) === 'yes',
    singleKeys: shelf.read(NAME('singleKeys')) !== 'no',
  };
}

export function writePreference(
  shelf: Shelf,
  name: keyof Preferences,
  value: boolean,
): void {
  shelf.write(NAME(name), value ? 'yes' : 'no');
}
