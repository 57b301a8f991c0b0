import { parseArgs } from 'node:util';

export interface Options {
  readonly loads: number;
  /** 4: a phone, about. */
  readonly slowDown: number;
  readonly isJson: boolean;
}

/** @throws On an option that is none, or that says nothing. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      json: { type: 'boolean', default: false },
      loads: { type: 'string', default: '9' },
      'slow-down': { type: 'string', default: '4' },
    },
  });
  return {
    loads: readCount('loads', values.loads),
    slowDown: readCount('slow-down', values['slow-down']),
    isJson: values.json,
  };
}

function readCount(name: string, word: string): number {
  const count = Number(word);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(
    `Failed to read --${name}: ${word}. Give a whole number from 1.`,
  );
}
