import { z } from 'zod';
import { parseAttributePath } from './attribute-path.ts';
import { regexPattern } from './patterns.ts';
import { judged, strict } from './strict.ts';

const textField = judged(z.string(), (value) => {
  const result = parseAttributePath(value);
  if (result.status === 'bad')
    return { code: 'bad-path', advice: result.advice };
  return result.leaf === 'text'
    ? undefined
    : { code: 'conflict', advice: 'Only texts are masked: leave it out.' };
});

/** DP1, DP2. */
export const masking = strict({
  /** Applied before anything leaves the browser; published. */
  realTime: z.array(regexPattern).default([]),
  /** Applied when a conversation ends; never published (CO5). */
  atRest: z.array(regexPattern).default([]),
  builtIn: strict({
    cards: z.boolean().default(true),
    iban: z.boolean().default(true),
    ssn: z.boolean().default(true),
    email: z.boolean().default(false),
    phone: z.boolean().default(false),
  }).prefault({}),
  /** Fields of attributes to which the real-time masks apply too. */
  attributes: z.array(textField).default([]),
});
