import { parseArgs } from 'node:util';
import { DATABASES, type Database } from './servers/start-gateway.ts';

export interface Options {
  /** How many visitors' sockets are open, one round for each. */
  readonly sockets: readonly number[];
  readonly databases: readonly Database[];
  /** How many of the visitors talk with an agent. */
  readonly conversations: number;
  readonly windows: number;
  readonly windowMs: number;
  readonly warmUpMs: number;
  readonly isJson: boolean;
  /** A folder for the gateway's CPU profiles, as DevTools opens them. */
  readonly profile: string | undefined;
}

const FULL = {
  sockets: '100,1000,5000',
  windows: 5,
  windowMs: 4000,
  warmUpMs: 1000,
};

/** For trying: whether it works, and about how much. */
const QUICK = {
  sockets: '100,1000',
  windows: 3,
  windowMs: 1000,
  warmUpMs: 500,
};

/** @throws On an option that is none, or that says nothing. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      sockets: { type: 'string' },
      database: { type: 'string' },
      conversations: { type: 'string', default: '50' },
      windows: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const plan = values.quick ? QUICK : FULL;
  return {
    ...plan,
    sockets: (values.sockets ?? plan.sockets)
      .split(',')
      .map((word) => readCount('sockets', word)),
    databases: readDatabases(values.database),
    conversations: readCount('conversations', values.conversations),
    windows: readCount('windows', values.windows ?? String(plan.windows)),
    isJson: values.json,
    profile: values.profile,
  };
}

function readDatabases(word: string | undefined): readonly Database[] {
  if (word === undefined) return DATABASES;
  const named = DATABASES.filter((name) => name === word);
  if (named[0]) return named;
  throw new Error(
    `Failed to read --database: ${word}. Give ${DATABASES.join(' or ')}.`,
  );
}

function readCount(name: string, word: string): number {
  const count = Number(word);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(
    `Failed to read --${name}: ${word}. Give whole numbers from 1.`,
  );
}
