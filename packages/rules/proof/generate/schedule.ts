import type {
  AuthoredHours,
  AuthoredSchedule,
  Weekday,
} from '../oracle/authored.ts';
import { ZONES } from './alphabet.ts';
import { maybe } from './behaviors.ts';
import type { Random } from './random.ts';

const WEEKDAYS: readonly Weekday[] = [
  'sun',
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
];

const DAY_MS = 24 * 60 * 60_000;

/**
 * Makes a schedule that has something to do around a moment (SL8). Its end is
 * far enough off to come after its beginning in every zone.
 */
export function makeSchedule(random: Random, around: number): AuthoredSchedule {
  const day = (days: number) =>
    new Date(around + days * DAY_MS).toISOString().slice(0, 10);
  const instant = (ms: number) => new Date(around + ms).toISOString();
  return {
    ...maybe(random, 'timeZone', () => random.pick(ZONES), 0.8),
    ...maybe(
      random,
      'from',
      () =>
        random.pick([day(-30), day(0), instant(-3_600_000), instant(600_000)]),
      0.4,
    ),
    ...maybe(
      random,
      'to',
      () =>
        random.pick([day(30), day(2), instant(DAY_MS), instant(1.5 * DAY_MS)]),
      0.3,
    ),
    ...maybe(random, 'hours', () => makeWeek(random), 0.8),
    ...maybe(
      random,
      'specialDays',
      () => ({
        [day(random.int(-1, 1))]: random.chance(0.5) ? [] : makeHours(random),
      }),
      0.4,
    ),
  };
}

function makeWeek(random: Random) {
  const days = random.some(WEEKDAYS, 4, 7);
  return Object.fromEntries(days.map((day) => [day, makeHours(random)]));
}

function makeHours(random: Random): AuthoredHours {
  return random.pick<AuthoredHours>([
    [['00:00', '24:00']],
    [['06:30', '22:00']],
    [
      ['00:30', '12:00'],
      ['12:15', '23:45'],
    ],
    [['20:00', '19:00']],
    [['22:00', '02:30']],
    [
      ['01:15', '01:45'],
      ['02:30', '00:00'],
    ],
    [
      ['00:00', '03:00'],
      ['17:00', '24:00'],
    ],
  ]);
}
