import { z } from 'zod';
import { suggest } from '@beckon/schema';
import type { StepAction } from './journey.ts';

/**
 * The shape of a journey file (JR), as zod sees it: unknown keys are refused
 * with the nearest known one, all problems are told at once.
 *
 * @see packages/cli/SPEC.md JR1–JR3, JR6–JR15
 */
export type JourneyFile = z.output<typeof journeySchema>;
export type StepFile = JourneyFile['steps'][number];

/** Of several unknown keys each has a line of the message. */
function strict<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? (issue.keys ?? [])
            .map((key) => suggest(key, Object.keys(shape)))
            .join('\n')
        : undefined,
  });
}

const name = z.string().min(1);
const availability = z.record(name, z.enum(['online', 'busy', 'offline']));
const consent = strict({
  storage: z.boolean().exactOptional(),
  tracking: z.boolean().exactOptional(),
});
const geo = strict({
  country: z.string().exactOptional(),
  region: z.string().exactOptional(),
  city: z.string().exactOptional(),
  ip: z.string().exactOptional(),
}).nullable();

const referrer = z
  .string()
  .refine((value) => value === '' || URL.canParse(value), {
    error: 'expected an absolute URL, or "" for none',
  });

const visitor = strict({
  id: name.default('v1'),
  platform: z.enum(['desktop', 'tablet', 'smartphone']).default('desktop'),
  language: z.string().default('en-US'),
  timeZone: z.string().default('UTC'),
  referrer: referrer.default(''),
  previousVisits: z.int().min(0).default(0),
  consent: z.enum(['granted', 'ask']).default('granted'),
  geo: geo.default(null),
});

const page = strict({
  url: name,
  title: z.string().exactOptional(),
  sections: z.array(z.string()).exactOptional(),
  lang: z.string().exactOptional(),
  by: z.enum(['load', 'route', 'command']).default('load'),
  keep: z.array(name).exactOptional(),
});

const offer = strict({
  engagement: name,
  phase: z.enum(['impression', 'click', 'decline', 'interact', 'remove']),
});

const leaveIntent = z.union(
  [
    z.literal(true),
    strict({
      sign: z.enum(['pointer', 'scroll', 'return', 'model']),
      size: z.number().min(0),
    }),
  ],
  {
    error:
      'expected true, or { "sign": pointer, scroll, return or model, "size": a number } (BC4)',
  },
);

/** A sign that every sensitivity accepts (JR6): twice what `low` asks (BC4). */
const SURE_SIGN = { sign: 'pointer', size: 2 } as const;

const goal = z.union([name, z.null(), z.literal(false)], {
  error: 'expected the id of an engagement, null or false',
});

const expectation = strict({
  offers: z.record(name, name.nullable()).exactOptional(),
  eligible: z.array(name).exactOptional(),
  not: z.array(name).exactOptional(),
  conditions: z
    .record(
      z.string().regex(/.\/\d+$/, {
        error: 'expected "behavior/index", such as "leaving-cart/0"',
      }),
      z.boolean(),
    )
    .exactOptional(),
  goals: z.record(name, goal).exactOptional(),
}).refine((value) => Object.keys(value).length > 0, {
  error: 'expects nothing; name offers, eligible, not, conditions or goals',
});

/** A step's actions, each read into what the simulator plays. */
const actions = {
  page: action(page, (value) => ({ type: 'page', ...value })),
  title: action(z.string(), (title) => ({ type: 'title', title })),
  attributes: action(z.array(z.unknown()).min(1), (attributes) => ({
    type: 'attributes',
    attributes,
  })),
  tab: action(z.enum(['hidden', 'visible']), (state) => ({
    type: 'tab',
    state,
  })),
  offer: action(offer, (value) => ({ type: 'offer', ...value })),
  'leave-intent': action(leaveIntent, (sign) => ({
    type: 'leave-intent',
    ...(sign === true ? SURE_SIGN : sign),
  })),
  availability: action(availability, (skills) => ({
    type: 'availability',
    skills,
  })),
  conversation: action(z.enum(['opened', 'message', 'ended']), (state) => ({
    type: 'conversation',
    state,
  })),
  consent: action(consent, (value) => ({ type: 'consent', ...value })),
  geo: action(geo, (value) => ({ type: 'geo', geo: value })),
  close: action(z.literal(true), () => ({ type: 'close' })),
  input: action(z.literal(true), () => ({ type: 'input' })),
  expect: action(expectation, (expected) => ({ type: 'expect', expected })),
};

function action<Schema extends z.ZodType>(
  schema: Schema,
  read: (value: z.output<Schema>) => StepAction,
) {
  return schema.transform(read).exactOptional();
}

/** What a step can do; each step does one of them (JR7). */
export const ACTIONS = Object.keys(actions);

const step = strict({
  at: z.number().min(0),
  in: name.exactOptional(),
  ...actions,
}).check((context) => {
  const found = Object.keys(context.value).filter((key) =>
    ACTIONS.includes(key),
  );
  if (found.length === 1) return;
  // A mistyped action has been told of as an unknown key.
  const isTold = context.issues.some(
    ({ code }) => code === 'unrecognized_keys',
  );
  if (isTold && found.length === 0) return;
  context.issues.push({
    code: 'custom',
    input: context.value,
    message: found.length
      ? `one action a step; ${found.join(' and ')} are ${found.length}, write them as steps of the same "at"`
      : `no action; a step has one of ${ACTIONS.join(', ')}`,
  });
});

export const journeySchema = strict({
  name,
  visitor: visitor.prefault({}),
  availability: availability.default({}),
  start: z.iso
    .datetime({
      offset: true,
      error: 'expected a moment with its zone, such as "2026-03-02T10:00:00Z"',
    })
    .default('2026-03-02T10:00:00Z'),
  steps: z.array(step).min(1),
});
