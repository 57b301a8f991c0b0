import { describe, expect, it } from 'vitest';
import {
  canonicalTimeZone,
  isTimeZone,
  offsetsOf,
  startOfDay,
} from './time-zone.ts';

const NOW = Date.UTC(2026, 2, 2);
const minutes = (iso: string): number => Date.parse(iso) / 60_000;

/** Reads the offset of a moment as an engine would. */
const reader = (zone: string) => {
  const [first = 0, ...changes] = offsetsOf(zone, NOW);
  return (at: number): number => {
    let offset = first;
    for (let index = 0; index < changes.length; index += 2)
      if ((changes[index] ?? 0) * 60_000 <= at)
        offset = changes[index + 1] ?? 0;
    return offset;
  };
};

describe('offsets of zones', () => {
  it('[SL8] UTC has one offset', () => {
    expect(offsetsOf('UTC', NOW)).toEqual([0]);
  });

  it('[SL8] London changes at 01:00 UTC on the last Sundays', () => {
    const offsets = offsetsOf('Europe/London', NOW);
    expect(offsets.slice(0, 5)).toEqual([
      0,
      minutes('2026-03-29T01:00Z'),
      60,
      minutes('2026-10-25T01:00Z'),
      0,
    ]);
    // Two changes in each of five years.
    expect(offsets).toHaveLength(1 + 2 * 10);
  });

  it('[SL8] the south begins the year in summer, and half hours are kept', () => {
    const [first, at, then] = offsetsOf('Australia/Lord_Howe', NOW);
    expect([first, at, then]).toEqual([660, minutes('2026-04-04T15:00Z'), 630]);
  });

  it('[SL8] the same year gives the same offsets', () => {
    expect(offsetsOf('America/New_York', Date.UTC(2026, 0, 1))).toEqual(
      offsetsOf('America/New_York', Date.UTC(2026, 11, 31)),
    );
  });

  it('[SL8] agrees with Intl throughout the five years', () => {
    const zones = ['America/St_Johns', 'Africa/Casablanca', 'Asia/Kathmandu'];
    for (const zone of zones) {
      const read = reader(zone);
      const format = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'medium',
      });
      for (let at = NOW; at < Date.UTC(2030, 11, 31); at += 7 * 3_600_000) {
        const local = Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
        expect(local - at).toBe(read(at) * 60_000);
      }
    }
  });
});

describe('the beginning of a day', () => {
  const start = (zone: string, date: string): string =>
    new Date(startOfDay(zone, Date.parse(date))).toISOString();

  it('[SL8] is midnight of the zone', () => {
    expect(start('Europe/London', '2026-07-01')).toBe(
      '2026-06-30T23:00:00.000Z',
    );
    expect(start('UTC', '2026-07-01')).toBe('2026-07-01T00:00:00.000Z');
    expect(start('Pacific/Kiritimati', '2026-07-01')).toBe(
      '2026-06-30T10:00:00.000Z',
    );
  });

  it('[SL8] is midnight on days on which clocks change later', () => {
    expect(start('Europe/London', '2026-03-29')).toBe(
      '2026-03-29T00:00:00.000Z',
    );
    expect(start('America/New_York', '2026-11-01')).toBe(
      '2026-11-01T04:00:00.000Z',
    );
  });

  it('[SL8] is the moment of the leap where clocks leap over midnight', () => {
    // Beirut went from 2022-03-27 00:00 to 01:00.
    expect(start('Asia/Beirut', '2022-03-27')).toBe('2022-03-26T22:00:00.000Z');
  });

  it('[SL8] is the first of two midnights', () => {
    // Havana went back from 2026-11-01 01:00 to 00:00.
    expect(start('America/Havana', '2026-11-01')).toBe(
      '2026-11-01T04:00:00.000Z',
    );
  });
});

describe('names of zones', () => {
  it('[CF5] Intl decides which there are, and offsets are no names', () => {
    expect(isTimeZone('Europe/London')).toBe(true);
    expect(isTimeZone('Europe/Londn')).toBe(false);
    expect(isTimeZone('+01:00')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });

  it('[CF8] two names of one zone have one canonical name', () => {
    expect(canonicalTimeZone('Asia/Kolkata')).toBe(
      canonicalTimeZone('Asia/Calcutta'),
    );
  });
});
