import { expect, test } from 'vitest';
import { createFakePage } from '@beckon/testkit';
import { createBus } from './bus.ts';

const EVENT = { code: 'x', arrived: { deep: [1] } };

test('[API2] a listener that throws does not stop the others', () => {
  const page = createFakePage();
  const bus = createBus(page);
  const error = new Error("the page's own");
  const heard: unknown[] = [];
  bus.on('problem', () => {
    throw error;
  });
  bus.on('problem', (event) => heard.push(event));
  bus.tell('problem', EVENT);
  expect(heard).toEqual([EVENT]);
  expect(page.errors).toEqual([error]);
});

test('[API2] payloads are frozen, all the way down', () => {
  const bus = createBus(createFakePage());
  const event = structuredClone(EVENT);
  bus.tell('problem', event);
  expect(Object.isFrozen(event)).toBe(true);
  expect(Object.isFrozen(event.arrived.deep)).toBe(true);
});

test('[API2] replay hears what has happened in this page view', () => {
  const bus = createBus(createFakePage());
  const heard: string[] = [];
  bus.tell('problem', { code: 'before' });
  bus.forget();
  bus.tell('problem', { code: 'one' });
  bus.on('problem', ({ code }) => heard.push(code), { replay: true });
  bus.on('problem', ({ code }) => heard.push(`late ${code}`));
  bus.tell('problem', { code: 'two' });
  expect(heard).toEqual(['one', 'two', 'late two']);
});

test('[API2] ready is replayed in every page view', () => {
  const bus = createBus(createFakePage());
  let count = 0;
  bus.tell('ready', { site: 'acme' });
  bus.forget();
  bus.on('ready', () => count++, { replay: true, once: true });
  expect(count).toBe(1);
});

test('[API2] once hears once, and off nothing more', () => {
  const bus = createBus(createFakePage());
  const heard: string[] = [];
  const often = () => heard.push('often');
  bus.on('problem', () => heard.push('once'), { once: true });
  bus.on('problem', often);
  bus.tell('problem', EVENT);
  bus.off('problem', often);
  bus.tell('problem', EVENT);
  expect(heard).toEqual(['once', 'often']);
});

test('[API3] events go to the window, too', () => {
  const page = createFakePage();
  createBus(page).tell('problem', EVENT);
  expect(page.announced).toEqual([['beckon:problem', EVENT]]);
});

test('[API2] who hears once, and always besides, goes on hearing', () => {
  const bus = createBus(createFakePage());
  let count = 0;
  const listener = () => count++;
  bus.on('problem', listener);
  bus.on('problem', listener, { once: true });
  bus.tell('problem', EVENT);
  bus.tell('problem', EVENT);
  expect(count).toBe(3);
});
