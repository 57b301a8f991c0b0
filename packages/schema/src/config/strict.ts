import { z } from 'zod';
import type { ConfigErrorCode } from '../config-problem.ts';
import { suggest } from '../nearest.ts';

/** What is wrong with a value, and what to do about it. */
export interface Verdict {
  readonly code: ConfigErrorCode;
  readonly advice: string;
}

/** A record that may still hold anything. */
export type Loose = Readonly<Record<string, unknown>>;

/** @param wanted Keys of the object, any of which would mend it. */
export type Report = (
  code: ConfigErrorCode,
  path: readonly PropertyKey[],
  advice: string,
  wanted?: readonly string[],
) => void;

export const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An object of which every key is known. The message of an unknown key names
 * the nearest known one; of several, each has a line of its own.
 *
 * @param wanted What to write where no object stands.
 */
export const strict = <Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  wanted = '',
) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => suggest(key, Object.keys(shape))).join('\n')
        : issue.code === 'invalid_type'
          ? wanted
          : '',
  });

/** Adds a judgement of a value that is of the right kind. */
export const judged = <Schema extends z.ZodType>(
  schema: Schema,
  judge: (value: z.output<Schema>) => Verdict | undefined,
): Schema =>
  schema.superRefine((value, context) => {
    const verdict = judge(value);
    if (verdict === undefined) return;
    const { code, advice } = verdict;
    context.addIssue({ code: 'custom', message: advice, params: { code } });
  });

/**
 * Adds rules between the keys of an object. They run even where a key is
 * wrong, so that all problems come at once: read the value with care.
 */
export const withRules = <Schema extends z.ZodType>(
  schema: Schema,
  rule: (value: Loose, report: Report) => void,
): Schema =>
  schema.superRefine(
    (value, context) => {
      if (!isRecord(value)) return;
      rule(value, (code, path, advice, wanted) => {
        const message = advice;
        context.addIssue({
          code: 'custom',
          path: [...path],
          message,
          params: { code, wanted },
        });
      });
    },
    { when: () => true },
  );
