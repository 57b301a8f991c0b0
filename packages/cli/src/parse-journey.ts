import type { z } from 'zod';
import {
  journeySchema,
  type JourneyFile,
  type StepFile,
} from './journey-schema.ts';
import { issueWords } from './issue-words.ts';
import type { Journey, JourneyStep, StepAction } from './journey.ts';

export type ParsedJourney =
  | { readonly status: 'parsed'; readonly journey: Journey }
  | {
      readonly status: 'refused';
      readonly problems: readonly JourneyProblem[];
    };

export interface JourneyProblem {
  /** `steps[3].page.url`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

/** The tab of a step that names none (JR3). */
export const FIRST_TAB = 'tab1';

/** A sign that every sensitivity accepts (JR6): twice what `low` asks (BC4). */
const SURE_SIGN = { sign: 'pointer', size: 2 } as const;

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
): JourneyProblem[] {
  return issues.map((issue) => ({
    path: writePath(issue.path),
    message: issueWords(issue, issue.path.reduce(valueAt, input)),
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
      .map((step, index) => toStep(step, index, startAt))
      .sort((a, b) => a.at - b.at),
  };
}

function toStep(file: StepFile, index: number, startAt: number): JourneyStep {
  return {
    index,
    seconds: file.at,
    at: startAt + Math.round(file.at * 1000),
    tab: file.in ?? FIRST_TAB,
    action: toAction(file),
  };
}

/** The schema has seen to it that there is exactly one. */
function toAction(file: StepFile): StepAction {
  if (file.page) return { type: 'page', ...file.page };
  if (file.title !== undefined) return { type: 'title', title: file.title };
  if (file.attributes) {
    return { type: 'attributes', attributes: file.attributes };
  }
  if (file.tab) return { type: 'tab', state: file.tab };
  if (file.offer) return { type: 'offer', ...file.offer };
  const sign = file['leave-intent'];
  if (sign) {
    return { type: 'leave-intent', ...(sign === true ? SURE_SIGN : sign) };
  }
  if (file.availability) {
    return { type: 'availability', skills: file.availability };
  }
  if (file.conversation) {
    return { type: 'conversation', state: file.conversation };
  }
  if (file.consent) return { type: 'consent', ...file.consent };
  if (file.geo !== undefined) return { type: 'geo', geo: file.geo };
  if (file.close) return { type: 'close' };
  if (file.input) return { type: 'input' };
  return { type: 'expect', expected: file.expect ?? {} };
}
