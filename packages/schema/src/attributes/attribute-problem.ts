import { z } from 'zod';

/** What can be wrong with a reported attribute: the closed list of codes. */
export const ATTRIBUTE_PROBLEM_CODES = [
  /** A value that cannot be read as the kind that the field has. */
  'wrong-kind',
  /** A field that the type does not have. */
  'unknown-field',
  /** A type that is none of the ten. */
  'unknown-type',
  'not-an-object',
  /** Over 16 KiB as JSON (EA4). */
  'too-big',
  /** Reading it threw. */
  'unreadable',
] as const;

export const attributeProblemSchema = z.object({
  code: z.enum(ATTRIBUTE_PROBLEM_CODES),
  /** Such as `products[0].product.price`; empty for the whole. */
  path: z.string(),
  arrived: z.unknown(),
  expected: z.string().exactOptional(),
});

export type AttributeProblemCode = (typeof ATTRIBUTE_PROBLEM_CODES)[number];

/** What was left out of a reported attribute, and why (EA2). */
export interface AttributeProblem {
  readonly code: AttributeProblemCode;
  readonly path: string;
  readonly arrived: unknown;
  readonly expected?: string;
}
