import type { PublishedConfig } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import { bindHost } from './bind-host.ts';
import { createReport } from './talk/create-report.ts';
import type { TagLike } from './tag-like.ts';

const CONFIG = {
  tag: {
    windows: { green: { title: 'Green' } },
    masking: {
      realTime: [],
      builtIn: {
        cards: true,
        iban: false,
        ssn: false,
        email: false,
        phone: false,
      },
      attributes: ['personal.name'],
    },
  },
  engagements: [
    {
      id: 'help',
      kind: 'conversation',
      skill: 'sales',
      window: 'green',
      locale: 'de-AT',
      campaign: 0,
      behaviors: [0],
    },
    {
      id: 'ad',
      kind: 'content',
      skill: '',
      campaign: 0,
      behaviors: [],
    },
  ],
  campaigns: [{ id: 'spring' }],
  behaviors: [[0]],
  index: { entryPoints: [{ engagements: [0] }] },
} as unknown as PublishedConfig;

function bind(more: Partial<TagLike> = {}, config = CONFIG) {
  const told: unknown[] = [];
  const tag: TagLike = {
    name: 't1',
    config,
    consent: { storage: true },
    settings: { site: 'acme', origin: 'https://beckon.example' },
    ports: {
      now: () => 0,
      later: () => () => {},
      newId: () => 'id',
      on: () => () => {},
      undo: (stop) => stop,
      page: () => ({
        url: 'https://a.example/?card=4111111111111111',
        title: 'Card 4111 1111 1111 1111',
        lang: 'fr',
        visible: true,
      }),
      browser: () => ({ userAgent: 'UA', language: 'en-GB' }),
    },
    bus: { on: () => {} },
    engine: {
      state: {
        browser: { platform: 'smartphone' },
        availability: { sales: 'busy' },
        visitor: { id: 'v1', visits: 3, lastVisit: 5 },
        session: {
          startedAt: 7,
          referrer: 'https://s.example/4111111111111111',
          merged: {
            personal: {
              type: 'personal',
              name: 'Ana 4111111111111111',
            } as never,
          },
          history: [
            {
              url: 'https://a.example/1',
              title: 'One',
              pageAt: 1,
              seenMs: 2.4,
            },
            { at: 2, attribute: { type: 'personal', name: 'old' } as never },
            { at: 3, attribute: { type: 'lead', topic: 'tents' } as never },
          ],
        },
        tabs: {
          t1: {
            url: 'https://a.example/2',
            title: 'Two',
            pageAt: 9,
            seenMs: 0,
          },
        },
      },
    },
    isWindowOpen: false,
    tell: (event) => void told.push(event),
    happened: (...event: unknown[]) => void told.push(event),
    plan: () => {},
    part: () => Promise.reject(new Error('missing')),
    ...more,
  };
  return { host: bindHost(tag), report: createReport(tag), tag, told };
}

test('[WI2] the engagement decides skill, looks and language', () => {
  const { host } = bind();
  expect(host.engagement('help')).toEqual({
    id: 'help',
    skill: 'sales',
    window: 'green',
    locale: 'de-AT',
  });
  expect(host.engagement('ad')).toBeUndefined();
  expect(host.engagement('constructor')).toBeUndefined();
  expect(host.languages()).toEqual(['fr', 'en-GB']);
  expect(host.availability('sales')).toBe('busy');
});

test('[API2] the page and the engine are told; offers give way to the window', () => {
  const { host, tag, told } = bind();
  host.tell('window', { state: 'opened' });
  expect(told).toEqual([['window', { state: 'opened' }]]);
  host.occupy(true);
  expect(tag.isWindowOpen).toBe(true);
  host.occupy(false);
  expect(tag.isWindowOpen).toBe(false);
  told.length = 0;
  host.tell('conversation', { phase: 'message' });
  host.tell('conversation', {
    phase: 'started',
    conversationId: 'c',
    engagement: 'help',
  });
  host.tell('conversation', { phase: 'read', conversationId: 'c' });
  host.tell('conversation', { phase: 'ended', conversationId: 'c' });
  expect(told.filter((each) => !Array.isArray(each))).toEqual([
    { type: 'offer', engagement: 'help', phase: 'interact' },
    { type: 'conversation', state: 'opened' },
    { type: 'conversation', state: 'ended' },
  ]);
});

test('[API5] hooks are asked where there are any', () => {
  const seen: unknown[] = [];
  bind().host.hook('before-open', { a: 1 }, (value) => seen.push(value));
  const { host } = bind({ runHooks: (_name, _value, next) => next({ a: 2 }) });
  host.hook('before-open', { a: 1 }, (value) => seen.push(value));
  expect(seen).toEqual([{ a: 1 }, { a: 2 }]);
});

test('[DP1] whatever of the visit goes to the agent is masked', () => {
  const { report } = bind();
  const sent = report.report('help');
  expect(JSON.stringify(sent)).not.toContain('4111');
  expect(sent.page.title).toBe('Card **** **** **** ****');
  expect(sent.journey).toEqual([
    { url: 'https://a.example/1', title: 'One', at: 1, seenMs: 2 },
    { url: 'https://a.example/2', title: 'Two', at: 9 },
  ]);
  expect(sent.attributes.map(({ type }) => type)).toEqual(['personal', 'lead']);
  expect(sent).toMatchObject({
    device: { platform: 'mobile' },
    visit: { visits: 3, lastVisitAt: 5 },
    reason: { engagement: 'help', campaign: 'spring', held: [] },
  });
});

test('[ST3] a site that keeps journeys in the browser sends none', () => {
  const { report } = bind(
    {},
    { ...CONFIG, tag: { ...CONFIG.tag, journey: false } },
  );
  expect(report.report(undefined).journey).toEqual([]);
});

test('[WN7] names stand in the reason where the site shows them', () => {
  const { report } = bind(
    {},
    {
      ...CONFIG,
      names: {
        entryPoints: ['shop'],
        behaviors: ['stays'],
        flows: [],
        audiences: [],
        campaigns: [],
        engagements: [],
      },
    },
  );
  expect(report.report('help').reason?.held).toEqual(['shop', 'stays']);
});
