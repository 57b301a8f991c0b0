import { DAYS, type SiteSettings } from '../conversations/site-settings.ts';

/** RT3: whether a skill answers at this time of the week; open if unsaid. */
export function isOpen(
  { openingHours }: Pick<SiteSettings, 'openingHours'>,
  skill: string,
  now: number,
): boolean {
  const hours = own(openingHours, skill) ?? own(openingHours, '*');
  if (hours === undefined) return true;
  const { day, time } = timeIn(hours.timeZone, now);
  const spans = hours.days[day] ?? [];
  return spans.some(([from, to]) => from <= time && time < to);
}

const own = <Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** @returns The day of the week, and the time as `HH:MM`, which sorts. */
function timeIn(
  timeZone: string,
  now: number,
): { readonly day: (typeof DAYS)[number]; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string): string =>
    parts.find((each) => each.type === type)?.value ?? '';
  const weekday = part('weekday').toLowerCase();
  const day = DAYS.find((name) => name === weekday) ?? 'sun';
  return { day, time: `${part('hour')}:${part('minute')}` };
}
