import { z } from 'zod';
import { GENDERS, MARKETING_CHANNELS } from '../constants.ts';
import { parseAttributePath } from './attribute-path.ts';
import { needsJustOneOf, needsOneOf } from './behavior-conditions.ts';
import { timeZone, words } from './leaves.ts';
import { someTextPatterns, someUrlPatterns } from './patterns.ts';
import { minMaxRule, range } from './ranges.ts';
import { strict, withRules, type Loose, type Report } from './strict.ts';

const exclude = z.boolean().default(false);
const patterns = someTextPatterns.exactOptional();
const optionalRange = range.exactOptional();

const matchesOf = <Type extends string>(type: Type) =>
  strict({ type: z.literal(type), matches: someTextPatterns, exclude });

const referrer = strict({
  type: z.literal('referrer'),
  matches: someUrlPatterns,
  exclude,
});

const platform = strict({
  type: z.literal('platform'),
  anyOf: z.array(z.enum(['desktop', 'tablet', 'smartphone'])).min(1),
  exclude,
});

// AU3: these two cannot be negated. They take the key in all the same, to say
// so in better words than that it is unknown.
const noExclude = z
  .literal(false, {
    error: () => 'It cannot be negated (AU3): leave exclude out.',
  })
  .exactOptional();

const visits = withRules(
  strict({
    type: z.literal('visits'),
    is: z.enum(['new', 'returning']).exactOptional(),
    min: z.int().min(1).nullable().exactOptional(),
    max: z.int().min(1).nullable().exactOptional(),
    exclude: noExclude,
  }),
  (value, report) => {
    needsOneOf(['is', 'min', 'max'])(value, report);
    minMaxRule(value, report);
    if ('is' in value && ('min' in value || 'max' in value))
      report('conflict', ['is'], 'Give either is, or min and max.');
  },
);

const marketing = withRules(
  strict({
    type: z.literal('marketing'),
    channel: z.array(z.enum(MARKETING_CHANNELS)).min(1).exactOptional(),
    affiliate: patterns,
    campaignId: patterns,
    exclude,
  }),
  needsOneOf(['channel', 'affiliate', 'campaignId']),
);

const CUSTOMER_KEYS = [
  'customerStatus',
  'customerType',
  'balance',
  'companySize',
  'registeredForDays',
];

const customer = withRules(
  strict({
    type: z.literal('customer'),
    customerStatus: patterns,
    customerType: patterns,
    balance: optionalRange,
    companySize: optionalRange,
    registeredForDays: optionalRange,
    exclude,
  }),
  needsOneOf(CUSTOMER_KEYS),
);

const age = strict({ type: z.literal('age'), range, exclude });

const gender = strict({
  type: z.literal('gender'),
  anyOf: z.array(z.enum(GENDERS)).min(1),
  exclude,
});

const store = withRules(
  strict({
    type: z.literal('store'),
    zipCode: patterns,
    number: patterns,
    exclude,
  }),
  needsOneOf(['zipCode', 'number']),
);

const timeZones = strict({
  type: z.literal('time-zone'),
  anyOf: z.array(timeZone).min(1),
  exclude: noExclude,
});

const pathRule = (value: Loose, report: Report): void => {
  needsJustOneOf(['matches', 'range'])(value, report);
  const { path } = value;
  if (typeof path !== 'string') return;
  const result = parseAttributePath(path);
  if (result.status === 'bad') report('bad-path', ['path'], result.advice);
  else if ('range' in value && result.leaf !== 'number')
    report('conflict', ['range'], 'The field is no number: give matches.');
};

const attribute = withRules(
  strict({
    type: z.literal('attribute'),
    path: z.string(),
    matches: patterns,
    range: optionalRange,
    exclude,
  }),
  pathRule,
);

const placeOf = <Type extends string>(type: Type) =>
  strict({ type: z.literal(type), anyOf: z.array(words).min(1), exclude });

/** AU1 and AU2. */
export const audienceCondition = z.discriminatedUnion('type', [
  referrer,
  matchesOf('search-keywords'),
  platform,
  visits,
  marketing,
  customer,
  age,
  gender,
  matchesOf('customer-id'),
  store,
  matchesOf('language'),
  timeZones,
  attribute,
  placeOf('country'),
  placeOf('region'),
  placeOf('city'),
  placeOf('ip'),
]);

export type AuthoredAudienceCondition = z.output<typeof audienceCondition>;
