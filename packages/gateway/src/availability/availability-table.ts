import type { Availability } from '@beckon/schema/types';
import { z } from 'zod';

const availability = z.enum(['online', 'busy', 'offline']);

/** By site, then by skill; `*` stands for all that are not named. */
const tableSchema = z.record(z.string(), z.record(z.string(), availability));

export type AvailabilityTable = z.output<typeof tableSchema>;

export const NOBODY: AvailabilityTable = {};

/** Reads a table, or tells what is wrong with it. */
export function parseAvailability(
  text: string,
):
  | { readonly status: 'read'; readonly table: AvailabilityTable }
  | { readonly status: 'refused'; readonly problem: string } {
  try {
    const table = tableSchema.parse(JSON.parse(text.replace(/^\uFEFF/, '')));
    return { status: 'read', table };
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : [];
    const what = issue
      ? `is wrong at ${issue.path.join('.') || 'the top'}`
      : 'is no JSON';
    return {
      status: 'refused',
      problem: `${what}. Write {"<site or *>": {"<skill or *>": "online", "busy" or "offline"}}.`,
    };
  }
}

/** The state of a skill; undefined for one that nobody names. */
export function lookUpAvailability(
  table: AvailabilityTable,
  site: string,
  skill: string,
): Availability | undefined {
  return [site, '*']
    .map((name) => own(table, name))
    .map((skills) => skills && (own(skills, skill) ?? own(skills, '*')))
    .find((state) => state !== undefined);
}

/** Names come from the address: `constructor` must find nothing. */
const own = <Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
