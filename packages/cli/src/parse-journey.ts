import type { z } from 'zod';
import {
  journeySchema,
  type JourneyFile,
  type StepFile,
} from './journey-schema.ts';
import type { ListedProblem } from './failure.ts';
import { issueWords } from './issue-words.ts';
import type { Journey, JourneyStep } from './journey.ts';

export type ParsedJourney =
  | { readonly status: 'parsed'; readonly journey: Journey }
  | {
      readonly status: 'refused';
      readonly problems: readonly ListedProblem[];
    };

/** The tab of a step that names none (JR3). */
export const FIRST_TAB = 'tab1';

/** Reads a journey from the JSON of its file, or tells all that is wrong. */
export function parseJourney(input: unknown): ParsedJourney {
  const parsed = journeySchema.safeParse(input);
  if (!parsed.success) {
    return {
      status: 'refused',
      problems: problemsOf(parsed.error.issues, input),
    };
  }
  return { status: 'parsed', journey: toJourney(parsed.data) };
}

function problemsOf(
  issues: readonly z.core.$ZodIssue[],
  input: unknown,
): ListedProblem[] {
  return issues.flatMap((issue) => {
    const { path } = issue;
    if (issue.code === 'unrecognized_keys') return unknownKeys(issue);
    const message = issueWords(issue, path.reduce(valueAt, input));
    return [{ path: writePath(path), message }];
  });
}

/** As in a site config: one problem a key, with the key in its path (CF2). */
function unknownKeys({
  path,
  keys,
  message,
}: z.core.$ZodIssueUnrecognizedKeys): ListedProblem[] {
  const advices = message.split('\n');
  return keys.map((key, index) => ({
    path: writePath([...path, key]),
    message: `unknown key. ${advices[index] ?? ''}`,
  }));
}

function valueAt(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, part) => {
    if (typeof part === 'number') return `${written}[${part}]`;
    const key = String(part);
    if (!/^[\w-]+$/.test(key)) return `${written}[${JSON.stringify(key)}]`;
    return written ? `${written}.${key}` : key;
  }, '');
}

function toJourney(file: JourneyFile): Journey {
  const startAt = Date.parse(file.start);
  return {
    name: file.name,
    visitor: {
      ...file.visitor,
      // As a browser gives it: with a path, in lower case where case is nothing.
      referrer: file.visitor.referrer && new URL(file.visitor.referrer).href,
    },
    availability: file.availability,
    startAt,
    steps: file.steps
      .flatMap((step, index) => toStep(step, index, startAt))
      .sort((a, b) => a.at - b.at),
  };
}

/** The schema has seen to it that a step has one action. */
function toStep(file: StepFile, index: number, startAt: number): JourneyStep[] {
  const { at: seconds, in: tab = FIRST_TAB, ...actions } = file;
  const at = startAt + Math.round(seconds * 1000);
  return Object.values(actions).map((action) => ({
    index,
    seconds,
    at,
    tab,
    action,
  }));
}
