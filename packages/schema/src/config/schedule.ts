import { z } from 'zod';
import { isTimeZone, startOfDay } from '../time-zone.ts';
import { timeZone } from './leaves.ts';
import {
  judged,
  strict,
  withRules,
  type Loose,
  type Report,
  type Verdict,
} from './strict.ts';

const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Minutes since midnight; undefined when it is no time of day. */
export const parseTime = (text: string): number | undefined => {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, hours = '24', minutes = '0'] = match;
  return Number(hours) * 60 + Number(minutes);
};

/** A date's midnight as if it were UTC, in epoch ms. */
export const parseDate = (text: string): number | undefined => {
  if (!DATE.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  // 30 February is read as 2 March by some, as nothing by others.
  const exists =
    !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  return exists && at >= 0 ? at : undefined;
};

/** A moment with its offset, in epoch ms. */
export const parseInstant = (text: string): number | undefined => {
  if (!INSTANT.test(text) || parseDate(text.slice(0, 10)) === undefined)
    return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
};

const time = judged(z.string(), (value) =>
  parseTime(value) === undefined
    ? { code: 'bad-time', advice: 'Write HH:MM, from 00:00 to 24:00.' }
    : undefined,
);

const isMoment = (value: string): boolean =>
  parseDate(value) !== undefined || parseInstant(value) !== undefined;

const moment = judged(z.string(), (value) =>
  isMoment(value)
    ? undefined
    : {
        code: 'bad-date',
        advice:
          'Write a date such as 2026-01-31, or an instant with Z or an offset such as 2026-01-31T09:00:00Z.',
      },
).nullable();

const judgeHours = ([start, end]: readonly string[]): Verdict | undefined => {
  if (start === end)
    return {
      code: 'range-order',
      advice:
        'Equal ends are refused (SL8): write 00:00 and 24:00 for the whole day.',
    };
  if (start === '24:00')
    return { code: 'range-order', advice: 'Begin with 00:00 of the next day.' };
  return undefined;
};

const dayHours = z.array(
  judged(
    z.tuple([time, time], { error: () => 'Write ["09:00", "17:30"].' }),
    judgeHours,
  ),
);

/** Sunday first, as the published form has them. */
export const WEEKDAYS = [
  'sun',
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
] as const;

const day = dayHours.exactOptional();

const hours = strict(
  { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
  'Write null, or an object of weekdays such as { "mon": [["09:00", "17:30"]] }.',
);

const date = judged(z.string(), (value) =>
  parseDate(value) === undefined
    ? { code: 'bad-date', advice: 'Write a date such as 2026-12-25.' }
    : undefined,
);

/** A date's beginning in a zone, or an instant, in epoch ms (SL8). */
export const momentOf = (text: string, zone: string): number | undefined => {
  const local = parseDate(text);
  return local === undefined ? parseInstant(text) : startOfDay(zone, local);
};

const checkOrder = (value: Loose, report: Report): void => {
  const { from, to, timeZone: zone = 'UTC' } = value;
  if (typeof from !== 'string' || typeof to !== 'string') return;
  if (typeof zone !== 'string' || !isTimeZone(zone)) return;
  const begins = momentOf(from, zone);
  const ends = momentOf(to, zone);
  if (begins !== undefined && ends !== undefined && begins >= ends)
    report('range-order', ['to'], 'Let it end after it begins.');
};

/** SL8 */
export const schedule = withRules(
  strict({
    timeZone: timeZone.default('UTC'),
    from: moment.default(null),
    to: moment.default(null),
    hours: hours.nullable().default(null),
    specialDays: z.record(date, dayHours).default({}),
  }),
  checkOrder,
);

export type AuthoredSchedule = z.output<typeof schedule>;
export type AuthoredHours = z.output<typeof dayHours>;
