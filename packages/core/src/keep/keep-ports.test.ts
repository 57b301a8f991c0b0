import { afterEach, expect, test, vi } from 'vitest';
import type { Ports } from '../ports.ts';
import { createKeepPorts } from './keep-ports.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const create = (navigator: object) => {
  vi.stubGlobal('navigator', navigator);
  return createKeepPorts('beckon-acme', 'https://beckon.example/v1/', {
    undo: (stop: () => void) => stop,
  } as Ports);
};

test('[NET2] an answer that has not come in 10 s does not come', async () => {
  const ending = new AbortController();
  const timeout = vi
    .spyOn(AbortSignal, 'timeout')
    .mockReturnValue(ending.signal);
  // A gateway that accepts, and hangs.
  vi.stubGlobal(
    'fetch',
    (_: string, { signal }: { signal?: AbortSignal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('late')));
      }),
  );
  const posted = create({}).post('events', '{}');
  expect(timeout).toHaveBeenCalledWith(10_000);
  ending.abort();
  await expect(posted).rejects.toThrow('late');
});

test('[NET2] without a network there is no beacon, which would be lost unheard', () => {
  const sendBeacon = vi.fn<() => boolean>(() => true);
  expect(create({ onLine: false, sendBeacon }).beacon('events', '{}')).toBe(
    false,
  );
  expect(sendBeacon).not.toHaveBeenCalled();
  expect(create({ onLine: true, sendBeacon }).beacon('events', '{}')).toBe(
    true,
  );
});
