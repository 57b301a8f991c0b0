import picocolors from 'picocolors';
import type { Colors } from 'picocolors/types';

/** Where a command writes; lines end by themselves. */
export interface Terminal {
  readonly colors: Colors;
  print(text: string): void;
  warn(text: string): void;
}

/**
 * The process's own terminal: colours for a person at one, unless `NO_COLOR`
 * is set (https://no-color.org) or `FORCE_COLOR` asks for them.
 */
export function createTerminal(): Terminal {
  leaveWhenNobodyReads();
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const isPerson = process.stdout.isTTY === true && TERM !== 'dumb';
  const isForced = !!FORCE_COLOR && FORCE_COLOR !== '0';
  return {
    colors: picocolors.createColors(!NO_COLOR && (isPerson || isForced)),
    print: (text) => void process.stdout.write(`${text}\n`),
    warn: (text) => void process.stderr.write(`${text}\n`),
  };
}

/** `beckon … | head` closes the pipe: what is left has no reader. */
function leaveWhenNobodyReads(): void {
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit();
    throw error;
  });
}
