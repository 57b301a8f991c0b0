import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBeckon } from './index.ts';
import {
  BeckonProvider,
  useBeckon,
  useBeckonAttributes,
  useBeckonConsent,
  useBeckonEvent,
  useBeckonPage,
  useBeckonReady,
} from './react/index.ts';

const OPTIONS = { site: 'acme', origin: 'https://beckon.example' };

const request = vi.fn<typeof fetch>();

beforeEach(() => vi.stubGlobal('fetch', request));

afterEach(() => {
  vi.unstubAllGlobals();
  request.mockReset();
});

test('[NP4] on a server every command does nothing', () => {
  const before = Object.getOwnPropertyNames(globalThis);
  const beckon = createBeckon(OPTIONS);
  beckon('page', { title: 'Here' });
  beckon.attributes({ type: 'search', keywords: ['pan'] });
  beckon.ready(() => expect.unreachable())();
  beckon.on('page', () => expect.unreachable(), { replay: true })();
  beckon.destroy();
  expect(Object.getOwnPropertyNames(globalThis)).toEqual(before);
  expect(request).not.toHaveBeenCalled();
});

test('[API1] without options there is a problem, and no exception', () => {
  const bare = (): unknown => Reflect.apply(createBeckon, undefined, []);
  expect(bare).not.toThrow();
  const told = vi.fn<(event: CustomEvent<unknown>) => void>();
  vi.stubGlobal('document', {});
  vi.stubGlobal('dispatchEvent', told);
  expect(bare).not.toThrow();
  expect(told.mock.lastCall?.[0].detail).toMatchObject({ path: 'origin' });
});

test('[NP4] on a server visitors share no tag', () => {
  expect(createBeckon(OPTIONS)).not.toBe(createBeckon(OPTIONS));
});

test('[RE8] a server renders providers and hooks, and begins nothing', () => {
  function Child() {
    const beckon = useBeckon();
    useBeckonPage({ sections: ['cookware'] });
    useBeckonAttributes({ type: 'search', keywords: ['pan'] });
    useBeckonConsent({ storage: true });
    useBeckonEvent('page', () => expect.unreachable(), { replay: true });
    const isReady = useBeckonReady();
    return `${typeof beckon.open} ${isReady}`;
  }
  const app = createElement(BeckonProvider, OPTIONS, createElement(Child));
  expect(renderToString(app)).toBe('function false');
  expect(request).not.toHaveBeenCalled();
});
