import { describe, expect, it } from 'vitest';
import { minimal, publish, VALID } from '../../fixtures/publish.ts';
import { NO_END } from '../constants.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('published schedules', () => {
  it('[CF11] a schedule is in moments and milliseconds', () => {
    const { schedules, campaigns } = publish(VALID).config;
    expect(campaigns.map(({ schedule }) => schedule)).toEqual([-1, 0]);
    expect(schedules).toEqual([
      {
        timeZone: 'Europe/London',
        from: Date.UTC(2026, 0, 1),
        to: Date.UTC(2027, 6, 1, 7),
        hours: [
          [[0, 2 * HOUR]],
          [[9 * HOUR, 17.5 * HOUR]],
          [],
          [],
          [],
          [],
          [
            [22 * HOUR, DAY],
            [0, DAY],
          ],
        ],
        // Days since 1970-01-01.
        specialDays: { 20812: [], 20813: [[10 * HOUR, 12 * HOUR]], 20814: [] },
      },
    ]);
  });

  it('[CF11] a schedule without hours is open all day', () => {
    const campaigns = [{ id: 'a', schedule: { to: '2030-01-01' } }];
    const [schedule] = minimal({ campaigns }).schedules;
    expect(schedule?.hours).toEqual(
      Array.from({ length: 7 }, () => [[0, DAY]]),
    );
  });

  it('[CF11] equal schedules stand once, an empty one is always', () => {
    const schedule = { to: '2030-01-01' };
    const campaigns = [
      { id: 'a', schedule },
      { id: 'b', schedule: { timeZone: 'UTC', ...schedule } },
      { id: 'c', schedule: { timeZone: 'Asia/Tokyo' } },
      { id: 'd', schedule: null },
    ];
    const config = minimal({ campaigns });
    expect(config.campaigns.map((one) => one.schedule)).toEqual([0, 0, -1, -1]);
    expect(config.timeZones).toEqual({ UTC: [[NO_END, 0]] });
  });

  it('[CF11] a special day keeps the night before out, its own runs on', () => {
    const hours = Object.fromEntries(
      ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => [
        day,
        [['20:00', '01:00']],
      ]),
    );
    const late = [['22:00', '03:00']];
    const specialDays = { '2026-12-24': late, '2026-12-25': [] };
    const campaigns = [{ id: 'a', schedule: { hours, specialDays } }];
    const [schedule] = minimal({ campaigns }).schedules;
    const night = [0, HOUR];
    expect(schedule?.hours[4]).toEqual([night, [20 * HOUR, DAY]]);
    // Days since 1970-01-01: of these the first is a Thursday.
    expect(schedule?.specialDays).toEqual({
      20811: [[22 * HOUR, DAY]],
      20812: [],
      20813: [[20 * HOUR, DAY]],
    });
  });

  it('[CF11] the day after a special one has the end of its night', () => {
    const hours = { sat: [['09:00', '12:00']] };
    const specialDays = { '2026-12-25': [['22:00', '03:00']] };
    const campaigns = [{ id: 'a', schedule: { hours, specialDays } }];
    expect(minimal({ campaigns }).schedules[0]?.specialDays).toEqual({
      20812: [[22 * HOUR, DAY]],
      20813: [
        [0, 3 * HOUR],
        [9 * HOUR, 12 * HOUR],
      ],
    });
  });

  it('[CF11] hours that end at 00:00 end with the day', () => {
    const hours = { mon: [['22:00', '00:00']] };
    const campaigns = [{ id: 'a', schedule: { hours } }];
    const [schedule] = minimal({ campaigns }).schedules;
    expect(schedule?.hours.slice(0, 3)).toEqual([[], [[22 * HOUR, DAY]], []]);
  });

  it('[CF11] a zone has each of its offsets with the moment that ends it', () => {
    const { timeZones } = publish(VALID).config;
    const { 'Europe/London': [winter, summer] = [] } = timeZones;
    expect(winter).toEqual([Date.UTC(2026, 2, 29, 1), 0]);
    expect(summer).toEqual([Date.UTC(2026, 9, 25, 1), HOUR]);
    expect(timeZones['Europe/London']?.at(-1)?.[0]).toBe(NO_END);
  });
});
