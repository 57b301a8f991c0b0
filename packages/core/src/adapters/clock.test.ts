import { settle } from '@beckon/testkit';
import { afterEach, expect, test, vi } from 'vitest';
import { createClock } from './clock.ts';
import { createStops } from './stops.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('[HP5] a page that is all there and was painted is not waited for', async () => {
  const { isOver } = waitIn('complete');
  await vi.advanceTimersByTimeAsync(0);
  expect(isOver()).toBe(true);
});

test('[HP5] one that is all there and was not painted is', async () => {
  const { isOver } = waitIn('complete', { painted: 0 });
  await vi.advanceTimersByTimeAsync(199);
  expect(isOver()).toBe(false);
});

test('[HP5] one that comes still has its next frame first', async () => {
  const { frames, isOver } = waitIn('interactive');
  await vi.advanceTimersByTimeAsync(199);
  expect(isOver()).toBe(false);
  frames.forEach((run) => run());
  // The frame is painted after what runs in it.
  await settle();
  expect(isOver()).toBe(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(isOver()).toBe(true);
});

test.each(['loading', 'interactive'])(
  '[HP5] where no frame comes a page that is %s is waited for no longer than 200 ms',
  async (readyState) => {
    const { isOver } = waitIn(readyState);
    await vi.advanceTimersByTimeAsync(199);
    expect(isOver()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isOver()).toBe(true);
  },
);

test('[HP1] a page without frames gets its tag all the same', async () => {
  const { isOver } = waitIn('loading', { hasFrames: false });
  await vi.advanceTimersByTimeAsync(200);
  expect(isOver()).toBe(true);
});

/** Waits as the tag does before it decides, in a document of this state. */
function waitIn(readyState: string, { hasFrames = true, painted = 99 } = {}) {
  const frames: (() => void)[] = [];
  const requestAnimationFrame = (run: () => void) => frames.push(run);
  vi.useFakeTimers();
  vi.stubGlobal('document', { readyState, timeline: { currentTime: painted } });
  vi.stubGlobal('window', hasFrames ? { requestAnimationFrame } : {});
  let isOver = false;
  void createClock(createStops().undo)
    .untilPainted()
    .then(() => (isOver = true));
  return { frames, isOver: () => isOver };
}
