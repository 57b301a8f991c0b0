import { expect, test } from 'vitest';
import { parseJourney } from './parse-journey.ts';

const page = { at: 0, page: { url: 'https://shop.example/' } };

function problemsOf(input: unknown): string[] {
  const parsed = parseJourney(input);
  if (parsed.status === 'parsed') return [];
  return parsed.problems.map(({ path, message }) => `${path}: ${message}`);
}

function journeyOf(input: unknown) {
  const parsed = parseJourney(input);
  if (parsed.status === 'refused') throw new Error(problemsOf(input).join());
  return parsed.journey;
}

test('[JR1] steps are put in order of their moment, those of one moment as written', () => {
  const { steps } = journeyOf({
    name: 'a',
    start: '2026-03-02T10:00:00Z',
    steps: [
      { at: 2.5, close: true },
      { at: 0, page: { url: 'https://a.example/' } },
      { at: 2.5, input: true },
      { at: 0, title: 'A' },
    ],
  });
  expect(steps.map(({ index }) => index)).toEqual([1, 3, 0, 2]);
  expect(steps[2]?.at).toBe(Date.UTC(2026, 2, 2, 10, 0, 2, 500));
});

test('[JR3] a step without "in" is in tab1', () => {
  const { steps } = journeyOf({
    name: 'a',
    steps: [page, { ...page, in: 'tab2' }],
  });
  expect(steps.map(({ tab }) => tab)).toEqual(['tab1', 'tab2']);
});

test('[JR7] what is left out has its defaults', () => {
  const { visitor, availability, startAt } = journeyOf({
    name: 'a',
    steps: [page],
  });
  expect(visitor).toEqual({
    id: 'v1',
    platform: 'desktop',
    language: 'en-US',
    timeZone: 'UTC',
    referrer: '',
    previousVisits: 0,
    consent: 'granted',
    geo: null,
  });
  expect(availability).toEqual({});
  expect(startAt).toBe(Date.parse('2026-03-02T10:00:00Z'));
});

test('[JR7] all problems are told at once, each with its path', () => {
  const problems = problemsOf({
    name: '',
    visitor: { platform: 'phone' },
    steps: [
      { at: -1, close: true },
      { at: 1, page: { uri: 'https://a.example/' } },
      { at: 2, expect: { conditions: { leaving: true } } },
    ],
  });
  expect(problems.map((problem) => problem.split(':')[0])).toEqual([
    'name',
    'visitor.platform',
    'steps[0].at',
    'steps[1].page.url',
    'steps[1].page.uri',
    'steps[2].expect.conditions.leaving',
  ]);
});

test.each([
  [
    { at: 1, atributes: [{ type: 'cart' }] },
    'steps[0].atributes: unknown key. Did you mean "attributes"?',
  ],
  [
    { at: 1, page: { url: 'https://a/', titel: 'A' } },
    'steps[0].page.titel: unknown key. Did you mean "title"?',
  ],
  [
    { at: 1, expect: { offer: {} } },
    'steps[0].expect.offer: unknown key. Did you mean "offers"?',
  ],
])(
  '[JR7] an unknown key in %j is refused with the nearest one',
  (step, words) => {
    expect(problemsOf({ name: 'a', steps: [step] })[0]).toContain(words);
  },
);

test('[JR7] an unknown key that is near to none is refused without a guess', () => {
  const [problem] = problemsOf({ name: 'a', steps: [{ at: 1, wxyz: 1 }] });
  expect(problem).toContain('steps[0].wxyz: unknown key. Known: at, in, page');
});

test.each([
  [{ at: 1 }, 'no action'],
  [{ at: 1, in: 'tab2' }, 'no action'],
  [{ at: 1, close: true, input: true }, 'one action a step; close and input'],
])('[JR7] %j has not exactly one action', (step, words) => {
  expect(problemsOf({ name: 'a', steps: [step] })[0]).toContain(words);
});

test('[JR7] an expectation that expects nothing is refused', () => {
  const problems = problemsOf({ name: 'a', steps: [{ at: 1, expect: {} }] });
  expect(problems).toHaveLength(1);
});

test('[JR7] a journey that is no object is refused as a whole', () => {
  expect(problemsOf([])).toHaveLength(1);
  expect(problemsOf([])[0]).toMatch(/^: /);
});

test('[JR7] a start without a time zone is refused', () => {
  const problems = problemsOf({
    name: 'a',
    start: '2026-03-02T10:00:00',
    steps: [page],
  });
  expect(problems[0]).toMatch(/^start: expected a moment with its zone/);
});

test('[JR6] leave-intent true is a sign that low sensitivity accepts', () => {
  const { steps } = journeyOf({
    name: 'a',
    steps: [{ at: 4, 'leave-intent': true }],
  });
  expect(steps[0]?.action).toEqual({
    type: 'leave-intent',
    sign: 'pointer',
    size: 2,
  });
});

test('[JR8] a page is loaded unless it says otherwise', () => {
  const { steps } = journeyOf({
    name: 'a',
    steps: [page, { at: 1, page: { url: '/b', by: 'route' } }],
  });
  expect(steps.map(({ action }) => 'by' in action && action.by)).toEqual([
    'load',
    'route',
  ]);
});

test('[JR6] the referrer is read as a browser would give it', () => {
  const { visitor } = journeyOf({
    name: 'a',
    visitor: { referrer: 'HTTPS://WWW.Google.com' },
    steps: [page],
  });
  expect(visitor.referrer).toBe('https://www.google.com/');
});
