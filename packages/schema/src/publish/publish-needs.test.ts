import { describe, expect, it } from 'vitest';
import { minimal } from '../../fixtures/publish.ts';

const needsOf = (config: object) => minimal(config).needs;

const asking = (condition: object) => ({
  audiences: { a: { all: [condition] } },
});

describe('parts of the engine', () => {
  it('[CF22] the least config needs none', () => {
    expect(needsOf({})).toEqual([]);
    expect(needsOf({ campaigns: [{ id: 'a' }] })).toEqual([]);
  });

  it.each([
    { type: 'purchase' },
    { type: 'lead' },
    { type: 'service' },
    { type: 'page', url: [{ exact: '/thanks' }] },
    { type: 'page-views', count: 3 },
  ])('[CF22] the goal %j needs goals', (goal) => {
    expect(needsOf({ campaigns: [{ id: 'a', goal }] })).toEqual(['goals']);
    const drafts = [{ id: 'a', goal, draft: true }];
    expect(needsOf({ campaigns: drafts })).toEqual([]);
  });

  it.each([
    { type: 'referrer', matches: [{ contains: 'google.' }] },
    { type: 'search-keywords', matches: [{ contains: 'loan' }] },
    { type: 'age', range: [18, 30] },
    { type: 'customer', registeredForDays: [1, null] },
  ])('[CF22] the audience %j needs rare tests', (condition) => {
    expect(needsOf(asking(condition))).toEqual(['rare']);
  });

  it.each([
    { type: 'platform', anyOf: ['desktop'] },
    { type: 'language', matches: [{ exact: 'en' }] },
    { type: 'customer', balance: [0, null] },
    { type: 'attribute', path: 'search.keywords', matches: [{ exact: 'a' }] },
  ])('[CF22] the audience %j needs nothing more', (condition) => {
    expect(needsOf(asking(condition))).toEqual([]);
  });

  it('[CF22] a query in a URL pattern needs rare tests', () => {
    const needsOfUrl = (exact: string) =>
      needsOf({ entryPoints: { a: { url: [{ exact }] } } });
    expect(needsOfUrl('/help?topic=gifts')).toEqual(['rare']);
    expect(needsOfUrl('/help')).toEqual([]);
  });

  it('[CF22] a control group, of the site or a campaign, needs groups', () => {
    expect(needsOf({ controlGroup: 0.1 })).toEqual(['groups']);
    const campaign = { id: 'a', controlGroup: 0.1 };
    expect(needsOf({ campaigns: [campaign] })).toEqual(['groups']);
    const drafts = [{ ...campaign, draft: true }];
    expect(needsOf({ campaigns: drafts })).toEqual([]);
  });

  it('[CF22] weighted draws need their part', () => {
    expect(needsOf({ selection: 'weighted' })).toEqual(['weighted']);
  });
});
