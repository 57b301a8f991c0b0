import { expect, test } from 'vitest';
import type { MainThread, Span } from './main-thread.ts';
import { readTasks } from './tasks.ts';

const span = (
  name: string,
  from: number,
  to: number,
  data: Span['data'] = {},
): Span => ({ name, data, from, to, cpuMs: to - from });

const read = (...spans: Span[]): readonly number[] => {
  const main: MainThread = {
    spans,
    events: [],
    snippetAt: 100,
    offerAt: undefined,
    isWatch: ({ name, data }) =>
      name === 'FunctionCall' && data['url'] === 'watch',
  };
  return readTasks(main).map(({ scriptMs }) => scriptMs);
};

test('a task in which a script ran is the script’s, what surrounds it too', () => {
  expect(
    read(span('RunTask', 200, 260), span('RunMicrotasks', 205, 250)),
  ).toEqual([60]);
});

test('what the page does by itself is not the script’s', () => {
  expect(
    read(
      span('RunTask', 200, 300),
      span('FireAnimationFrame', 200, 210),
      span('Layout', 210, 280),
    ),
  ).toEqual([30]);
});

test('a layout that a script forces is the script’s', () => {
  expect(
    read(
      span('RunTask', 200, 300),
      span('FunctionCall', 200, 300),
      span('Layout', 210, 280),
    ),
  ).toEqual([100]);
});

test('where HTML is read, scripts alone count', () => {
  expect(
    read(
      span('RunTask', 200, 300),
      span('ParseHTML', 210, 290),
      span('EvaluateScript', 220, 240),
    ),
  ).toEqual([20]);
});

test('a task without a script costs it nothing, and none before the mark', () => {
  expect(
    read(
      span('RunTask', 10, 60),
      span('EvaluateScript', 20, 50),
      span('RunTask', 200, 300),
      span('Layout', 210, 280),
    ),
  ).toEqual([0]);
});

test('the script of the bench does not count', () => {
  const watch = { url: 'watch' };
  expect(
    read(
      span('RunTask', 200, 300),
      span('RunMicrotasks', 210, 290),
      span('FunctionCall', 220, 230, watch),
      span('RunTask', 400, 450),
      span('FunctionCall', 410, 420, watch),
    ),
  ).toEqual([90, 0]);
});
