import { parseArgs } from 'node:util';

export interface Options {
  readonly loads: number;
  readonly watchMs: number;
  /** Contestants' names; none: all of them. */
  readonly only: readonly string[];
  /** 4: a phone, about. 1: as it is, where thread time is steady even beside
   * other work. */
  readonly slowDown: number;
  readonly isJson: boolean;
  /** A folder for the traces of the last round, as DevTools opens them. */
  readonly traces: string | undefined;
}

const FULL = { loads: 9, watchMs: 6500, only: [] };

/** For trying: what the bars need, few loads, a look until the events are sent. */
const QUICK = {
  loads: 3,
  watchMs: 4500,
  only: ['no tag', 'floor', 'beckon, 50', 'beckon, 1,000', 'plausible-tracker'],
};

/** @throws On an option that is none, or that says nothing. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      loads: { type: 'string' },
      'slow-down': { type: 'string', default: '4' },
      only: { type: 'string', multiple: true },
      traces: { type: 'string' },
    },
  });
  const { loads, watchMs, only } = values.quick ? QUICK : FULL;
  return {
    loads: readCount('loads', values.loads ?? String(loads)),
    watchMs,
    // The bare page is what all are compared with.
    only: values.only ? ['no tag', ...values.only] : only,
    slowDown: readCount('slow-down', values['slow-down']),
    isJson: values.json,
    traces: values.traces,
  };
}

function readCount(name: string, word: string): number {
  const count = Number(word);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(
    `Failed to read --${name}: ${word}. Give a whole number from 1.`,
  );
}
