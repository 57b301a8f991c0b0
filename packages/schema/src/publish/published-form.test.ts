import { describe, expect, it } from 'vitest';
import { minimal, publish, VALID } from '../../fixtures/publish.ts';
import { NO_END } from '../constants.ts';

describe('the published form', () => {
  it('[CF2] what is left out has its default', () => {
    expect(minimal()).toMatchObject({
      enabled: true,
      session: { idleMs: 1_800_000, maxMs: 21_600_000 },
      controlGroup: 0,
      selection: 'priority',
      proactiveCap: { conversation: NO_END, content: NO_END },
      ignoreParams: '^(utm_[^]*|gclid|fbclid|msclkid)$',
      searchParams: ['q', 'utm_term', 'keyword'],
      attribution: { days: 31, model: 'last' },
      needsGeo: false,
      needsTimeZone: false,
      timeZones: {},
      tag: {
        autoPages: true,
        consent: 'granted',
        journey: true,
        inspect: false,
      },
    });
  });

  it('[LD6] a config that is switched off says so', () => {
    expect(minimal({ enabled: false }).enabled).toBe(false);
  });

  it('[CF1] names are numbered by their code units', () => {
    expect(publish(VALID).names).toEqual({
      entryPoints: ['cart', 'loans', 'shipping', 'thanks'],
      flows: ['purchase'],
      behaviors: ['also-leaving', 'everything', 'leaving-cart'],
      audiences: ['everyone-known', 'returning-phones'],
      campaigns: ['Loans in spring', 'sales'],
      engagements: ['cart-help', 'cart-late', 'loan-offer'],
    });
  });

  it('[CF1] equal conditions stand once, entries of a behavior as authored', () => {
    const { behaviors, conditions } = publish(VALID).config;
    const [also = [], , leaving = []] = behaviors;
    expect(leaving).toEqual([also[0], leaving[1], also[0]]);
    expect(conditions[also[0] ?? -1]).toEqual({
      type: 'flow',
      by: 'flow',
      over: 0,
      flow: 0,
      event: 'abandoned',
    });
    const texts = conditions.map((condition) => JSON.stringify(condition));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('[AU2] only an audience that a campaign uses needs the gateway', () => {
    const audiences = { a: { all: [{ type: 'city', anyOf: ['Bath'] }] } };
    const used = { id: 'c', audiences: ['a'] };
    expect(minimal({ audiences }).needsGeo).toBe(false);
    expect(minimal({ audiences, campaigns: [used] }).needsGeo).toBe(true);
    const draft = { ...used, draft: true };
    expect(minimal({ audiences, campaigns: [draft] }).needsGeo).toBe(false);
  });

  it('[CF28] only an audience that a campaign uses needs the time zone', () => {
    const zones = { type: 'time-zone', anyOf: ['Europe/London'] };
    const audiences = { a: { all: [zones] } };
    const used = { id: 'c', audiences: ['a'] };
    expect(minimal({ audiences }).needsTimeZone).toBe(false);
    const asking = minimal({ audiences, campaigns: [used] });
    expect([asking.needsTimeZone, asking.needsGeo]).toEqual([true, false]);
  });

  it('[CF12] pages of a goal are an entry point without a name', () => {
    const { config, names } = publish(VALID);
    expect(config.campaigns[0]?.goal).toEqual({ type: 'page', entryPoint: 4 });
    expect(names.entryPoints).toHaveLength(4);
    const { patterns, inside } = config.patterns.url;
    const at = patterns.findIndex(
      (one) => 'exact' in one && one.exact === '/loan/signed',
    );
    expect(inside[at]).toEqual(4);
  });

  it('[CF13] engagements stand in the order in which they win', () => {
    const { engagements } = publish(VALID).config;
    expect(engagements.map(({ id, campaign }) => [id, campaign])).toEqual([
      ['cart-help', 1],
      ['cart-late', 1],
      ['loan-offer', 0],
    ]);
  });

  it('[CF13] of equals the first that was written wins', () => {
    const one = (id: string) => ({
      id,
      kind: 'conversation',
      format: 'toaster',
    });
    const campaigns = [
      { id: 'a', engagements: ['z', 'b', 'm'].map(one) },
      { id: 'b', engagements: [{ ...one('n'), priority: 99 }, one('a')] },
    ];
    expect(minimal({ campaigns }).engagements.map(({ id }) => id)).toEqual([
      'n',
      'z',
      'b',
      'm',
      'a',
    ]);
  });

  it('[CF6] an engagement has its zone, times and clicks', () => {
    const [help, late, offer] = publish(VALID).config.engagements;
    expect(help).toEqual({
      id: 'cart-help',
      campaign: 1,
      kind: 'conversation',
      format: 'toaster',
      zone: 'proactive',
      entryPoints: [],
      behaviors: [2],
      language: 'EN-',
      locale: 'en-GB',
      skill: 'sales',
      delayMs: 2500,
      durationMs: 30_000,
      snoozeMs: 0,
      creative: { online: 2, busy: 3 },
      window: 'default',
      placement: { edge: 'top', offsetY: 8 },
    });
    expect(late).toMatchObject({
      skill: 'default',
      zone: 'left',
      durationMs: null,
    });
    expect(offer).toMatchObject({
      skill: '',
      url: 'https://shop.example/loans',
      target: 'new',
      snoozeMs: 172_800_000,
    });
    expect(offer).not.toHaveProperty('window');
  });

  it('[CF27] a creative stands once, however many offers wear it', () => {
    const { creatives, engagements } = publish(VALID).config;
    expect(creatives.slice(2, 4)).toEqual([
      {
        title: 'Need a hand?',
        action: 'Chat now',
        colors: { text: '#111111', background: '#ffffff' },
      },
      { text: 'We are busy' },
    ]);
    const worn = engagements.flatMap(({ creative }) => Object.values(creative));
    expect(new Set(worn)).toEqual(new Set(creatives.keys()));
  });

  it('[OF3] html is published as a tree and a style sheet', () => {
    const { creatives, engagements } = publish(VALID).config;
    expect(creatives[engagements[1]?.creative.online ?? -1]).toEqual({
      tree: [['button', { 'data-beckon': 'click' }, 'Help']],
      css: 'button{color:#111}',
    });
  });

  it("[CF7] an offsite engagement is the tag's alone", () => {
    const { config } = publish(VALID);
    expect(config.engagements.map(({ id }) => id)).not.toContain('loan-letter');
    expect(config.tag['offsite']).toEqual({
      'loan-letter': { skill: 'letters', window: 'default', language: null },
    });
  });

  it('[CF5] ignored parameters are one expression for their names', () => {
    const ignored = (...ignoreParams: readonly string[]) => {
      const { ignoreParams: expression } = minimal({ ignoreParams });
      return new RegExp(expression);
    };
    const some = ignored('UTM_*', 'a.b', '[x]');
    for (const name of ['utm_', 'utm_source', 'utm_a\nb', 'a.b', '[x]'])
      expect(name).toMatch(some);
    for (const name of ['utm', 'my_utm_a', 'aab', 'a.bc', 'x'])
      expect(name).not.toMatch(some);
    expect('').not.toMatch(ignored());
    expect('anything').toMatch(ignored('*'));
  });

  it('[SL6] groups that nobody is in are not drawn for', () => {
    const one = { id: 'x', kind: 'conversation', format: 'toaster' };
    const groupsOf = (site: number, campaign: number) =>
      minimal({
        controlGroup: site,
        campaigns: [{ id: 'a', controlGroup: campaign, engagements: [one] }],
      }).campaigns[0]?.groups;
    expect(groupsOf(0, 0)).toEqual([]);
    expect(groupsOf(0.5, 0)).toEqual([['acme', 0.5]]);
    expect(groupsOf(0.5, 0.25)).toEqual([
      ['acme', 0.5],
      ['a', 0.25],
    ]);
  });

  it('[CF29] what a campaign says of all its engagements stands once', () => {
    const { campaigns, engagements } = publish(VALID).config;
    expect(campaigns[engagements[0]?.campaign ?? -1]).toMatchObject({
      audiences: [1],
      schedule: 0,
      groups: [['sales', 0.05]],
    });
    expect(campaigns[engagements[2]?.campaign ?? -1]).toMatchObject({
      schedule: -1,
      groups: [],
    });
  });

  it('[CF17] the tag gets its settings, patterns of masks as text', () => {
    expect(publish(VALID).config.tag).toMatchObject({
      origins: ['https://shop.example', 'https://www.shop.example'],
      windows: { default: { title: 'Acme', extendedFileFormats: true } },
      masking: {
        realTime: ['acc-[0-9]{4}'],
        builtIn: {
          cards: true,
          iban: true,
          ssn: true,
          email: true,
          phone: false,
        },
        attributes: ['personal.contacts.email'],
      },
    });
  });

  it('[CO5] nothing private is published, names only where asked for', () => {
    const hidden = JSON.stringify(publish(VALID).config);
    expect(JSON.stringify(VALID)).toContain('SECRET');
    expect(hidden).not.toContain('SECRET');
    expect(hidden).not.toContain('leaving-cart');
    expect(hidden).not.toContain('Loans in spring');
    expect(hidden).not.toContain('atRest');
    const shown = publish({ ...VALID, exposeNames: true });
    expect(shown.config.names).toEqual(shown.names);
    expect(JSON.stringify(shown)).not.toContain('SECRET');
  });

  it('[CF23] a language is published by its first part, and whole', () => {
    const published = (language?: string) => {
      const one = { id: 'a', kind: 'conversation', format: 'toaster' };
      const engagements = [{ ...one, ...(language && { language }) }];
      return minimal({ campaigns: [{ id: 'c', engagements }] }).engagements[0];
    };
    expect(published('pt-BR')).toMatchObject({
      language: 'PT-',
      locale: 'pt-BR',
    });
    expect(published('pt')).toMatchObject({ language: 'PT-', locale: 'pt' });
    expect(published()?.language).toBe('');
    expect(published()).not.toHaveProperty('locale');
  });
});
