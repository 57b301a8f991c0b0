import type { AuthoredAudienceCondition } from '../config/audience-conditions.ts';
import { ATTRIBUTE_TYPES } from '../constants.ts';
import type { Condition, FieldTest, Range } from '../published.ts';
import { canonicalTimeZone } from '../time-zone.ts';
import {
  fieldCondition,
  publishRange,
  test,
  words,
} from './field-condition.ts';
import { publishTextPatterns, publishUrlPatterns } from './publish-patterns.ts';

/** What the gateway is asked for (AU2). */
export const GEO = ['country', 'region', 'city', 'ip'] as const;

type Of<Type> = Extract<AuthoredAudienceCondition, { readonly type: Type }>;
type Patterns = Of<'customer-id'>['matches'];

const patterns = (field: string, given: Patterns | undefined) =>
  test(field, given && { matches: publishTextPatterns(given) });

const visitsRange = ({ is, min = null, max = null }: Of<'visits'>): Range => {
  if (is === 'new') return [1, 1];
  return is === 'returning' ? [2, null] : [min, max];
};

const customerTests = (condition: Of<'customer'>): readonly FieldTest[] => {
  const { balance, companySize, registeredForDays } = condition;
  return [
    ...patterns('customerStatus', condition.customerStatus),
    ...patterns('customerType', condition.customerType),
    ...test('balance', balance && { range: publishRange(balance) }),
    ...test('companySize', companySize && { range: publishRange(companySize) }),
    ...test(
      'registrationDate',
      registeredForDays && {
        within: publishRange(registeredForDays),
        since: 'days',
      },
    ),
  ];
};

/** AU1: `exact` "en" fits "en-US" too. */
const languageTests = (condition: Of<'language'>): readonly FieldTest[] => {
  const matches = publishTextPatterns(condition.matches);
  const longer = matches.flatMap((pattern) =>
    'exact' in pattern
      ? [
          {
            regex: `^${pattern.exact.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}-`,
          },
        ]
      : [],
  );
  return test('language', { matches: [...matches, ...longer] });
};

const publishAttribute = (condition: Of<'attribute'>): Condition => {
  const [first, ...each] = condition.path.split('.');
  const of = ATTRIBUTE_TYPES.find((type) => type === first);
  const field = each.pop();
  if (!of || field === undefined)
    throw new TypeError(`Unchecked attribute path ${condition.path}`);
  const { matches, range } = condition;
  return fieldCondition(condition, of, {
    // EN16: of services, the newest of each.
    ...(of === 'service' && { keys: ['serviceId', 'topic'] }),
    each,
    fields: [
      {
        field,
        ...(matches && { matches: publishTextPatterns(matches) }),
        ...(range && { range: publishRange(range) }),
      },
    ],
  });
};

/** Browsers differ in which of two names they report (Kolkata, Calcutta). */
const zoneNames = (zones: readonly string[]): readonly string[] => [
  ...new Set(zones.flatMap((zone) => [zone, canonicalTimeZone(zone)])),
];

/** AU2: without an answer it does not hold, negated or not. */
const publishAnswer = ({
  anyOf,
  exclude,
  type,
}: Of<(typeof GEO)[number]>): Condition =>
  fieldCondition({ type }, 'visit', {
    fields: test(type, { ...words(anyOf), ...(exclude && { not: true }) }),
  });

/** What a browser knows, or AU2's answers. */
const publishVisit = (
  condition: Exclude<
    AuthoredAudienceCondition,
    | Of<'attribute' | 'marketing' | 'customer' | 'customer-id'>
    | Of<'store' | 'gender' | 'age'>
  >,
): Condition => {
  const visit = (fields: readonly FieldTest[]) =>
    fieldCondition(condition, 'visit', { fields });
  switch (condition.type) {
    case 'referrer':
      return visit(
        test('referrer', { urls: publishUrlPatterns(condition.matches) }),
      );
    case 'search-keywords':
      return visit(patterns('keywords', condition.matches));
    case 'language':
      return visit(languageTests(condition));
    case 'platform':
      return visit(test('platform', words(condition.anyOf)));
    case 'visits':
      return visit(
        test('visits', { range: publishRange(visitsRange(condition)) }),
      );
    case 'time-zone':
      return visit(test('timeZone', words(zoneNames(condition.anyOf))));
    case 'country':
    case 'region':
    case 'city':
    case 'ip':
      return publishAnswer(condition);
  }
};

/** AU1 and AU2 as the engine reads them. */
export const publishAudienceCondition = (
  condition: AuthoredAudienceCondition,
): Condition => {
  switch (condition.type) {
    case 'marketing':
      return fieldCondition(condition, 'marketing', {
        fields: [
          ...test('channel', words(condition.channel)),
          ...patterns('affiliate', condition.affiliate),
          ...patterns('campaignId', condition.campaignId),
        ],
      });
    case 'customer':
      return fieldCondition(condition, 'customer', {
        fields: customerTests(condition),
      });
    case 'customer-id':
      return fieldCondition(condition, 'customer', {
        fields: patterns('customerId', condition.matches),
      });
    case 'store':
      return fieldCondition(condition, 'customer', {
        fields: [
          ...patterns('storeZipCode', condition.zipCode),
          ...patterns('storeNumber', condition.number),
        ],
      });
    case 'gender':
      return fieldCondition(condition, 'personal', {
        fields: test('gender', words(condition.anyOf)),
      });
    case 'age':
      return fieldCondition(condition, 'personal', {
        fields: test('age', {
          within: publishRange(condition.range),
          since: 'years',
        }),
      });
    case 'attribute':
      return publishAttribute(condition);
    case 'referrer':
    case 'search-keywords':
    case 'language':
    case 'platform':
    case 'visits':
    case 'time-zone':
    case 'country':
    case 'region':
    case 'city':
    case 'ip':
      return publishVisit(condition);
  }
};
