import { held, merged } from './attributes.ts';
import type { AuthoredAudience, Pattern, Patterns } from './authored.ts';
import { ageInYears, daysSince } from './days.ts';
import { askOnce, type Facts } from './facts.ts';
import { fold, matchesText, matchesUrl } from './patterns.ts';
import { isInRange } from './range.ts';
import type { AttributeType } from '@beckon/schema/types';

type Of<Type> = Extract<AuthoredAudience, { readonly type: Type }>;

/** Whether an audience condition holds (AU1–AU3). */
export function audienceHolds(
  condition: AuthoredAudience,
  facts: Facts,
): boolean {
  // AU2: without an answer, negated or not.
  if (isGeo(condition) && facts.geo === null) return false;
  const fits = askOnce(facts, condition, () => fitsAsWritten(condition, facts));
  return 'exclude' in condition && condition.exclude ? !fits : fits;
}

function fitsAsWritten(condition: AuthoredAudience, facts: Facts): boolean {
  const { attributes, browser, geo } = facts;
  switch (condition.type) {
    case 'referrer':
      return (
        facts.referrer !== '' && matchesUrl(condition.matches, facts.referrer)
      );
    case 'search-keywords':
      return searchKeywords(facts).some((each) =>
        matchesText(condition.matches, each),
      );
    case 'platform':
      return has(condition.anyOf, browser.platform);
    case 'visits':
      return fitsVisits(condition, facts.visits);
    case 'marketing':
      return fitsMarketing(condition, facts);
    case 'customer':
      return fitsCustomer(condition, facts);
    case 'age':
      return fitsAge(condition, facts);
    case 'gender':
      return has(condition.anyOf, merged(attributes, 'personal').gender);
    case 'customer-id':
      return matchesText(
        condition.matches,
        merged(attributes, 'customer').customerId,
      );
    case 'store':
      return fitsStore(condition, facts);
    case 'language':
      return condition.matches.some((each) =>
        fitsLanguage(each, browser.language ?? ''),
      );
    case 'time-zone':
      return has(condition.anyOf, browser.timeZone || undefined);
    case 'attribute':
      return fitsAttribute(condition, facts);
    case 'country':
    case 'region':
    case 'city':
    case 'ip':
      return has(condition.anyOf.map(fold), folded(geo?.[condition.type]));
  }
}

function isGeo({ type }: AuthoredAudience): boolean {
  return ['country', 'region', 'city', 'ip'].includes(type);
}

function has<Value>(
  values: readonly Value[],
  value: Value | undefined,
): boolean {
  return value !== undefined && values.includes(value);
}

function folded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : fold(text);
}

/** What the landing URL says that was searched for. */
function searchKeywords({ views, config }: Facts): readonly string[] {
  const landing = views[0];
  if (!landing) return [];
  const names = ['q', 'utm_term', 'keyword', ...(config.searchParams ?? [])];
  return [...new URL(landing.url).searchParams].flatMap(([name, value]) =>
    names.includes(name) ? value : [],
  );
}

function fitsVisits(condition: Of<'visits'>, visits: number): boolean {
  if ('is' in condition) return (visits === 1) === (condition.is === 'new');
  return isInRange([condition.min ?? null, condition.max ?? null], visits);
}

function fitsMarketing(
  { channel, affiliate, campaignId }: Of<'marketing'>,
  { attributes }: Facts,
): boolean {
  const said = merged(attributes, 'marketing');
  return (
    (!channel || has(channel, said.channel)) &&
    fitsText(affiliate, said.affiliate) &&
    fitsText(campaignId, said.campaignId)
  );
}

function fitsCustomer(
  condition: Of<'customer'>,
  { attributes, moment }: Facts,
): boolean {
  const said = merged(attributes, 'customer');
  const days = daysSince(said.registrationDate, moment.at);
  return (
    fitsText(condition.customerStatus, said.customerStatus) &&
    fitsText(condition.customerType, said.customerType) &&
    isInRange(condition.balance, said.balance) &&
    isInRange(condition.companySize, said.companySize) &&
    isInRange(condition.registeredForDays, days)
  );
}

function fitsAge({ range }: Of<'age'>, { attributes, moment }: Facts): boolean {
  const { age } = merged(attributes, 'personal');
  return isInRange(range, age?.age ?? ageInYears(age, moment.at));
}

function fitsStore(
  { zipCode, number }: Of<'store'>,
  { attributes }: Facts,
): boolean {
  const said = merged(attributes, 'customer');
  return (
    fitsText(zipCode, said.storeZipCode) && fitsText(number, said.storeNumber)
  );
}

/** AU1: `exact` "en" fits "en-US" too. EN9: an empty one fits nothing. */
function fitsLanguage(pattern: Pattern, language: string): boolean {
  if (language === '') return false;
  if (matchesText([pattern], language)) return true;
  if (!('exact' in pattern)) return false;
  return fold(language).startsWith(`${fold(pattern.exact)}-`);
}

function fitsText(patterns: Patterns | undefined, text: string | undefined) {
  return !patterns || matchesText(patterns, text);
}

function fitsAttribute(
  { path, matches, range }: Of<'attribute'>,
  { attributes }: Facts,
): boolean {
  const [type, ...fields] = path.split('.');
  const found = lookThrough(held(attributes, type as AttributeType), fields);
  return found.some((value) =>
    matches
      ? typeof value === 'string' && matchesText(matches, value)
      : typeof value === 'number' && isInRange(range, value),
  );
}

/** All values at a path of fields; arrays are looked through. */
function lookThrough(
  value: unknown,
  fields: readonly string[],
): readonly unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((each) => lookThrough(each, fields));
  }
  const [field, ...rest] = fields;
  if (field === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return lookThrough(Reflect.get(value, field), rest);
}
