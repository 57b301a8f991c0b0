import { expectTypeOf, test } from 'vitest';
import {
  createBeckon,
  type BeckonTag,
  type EngagementAttribute,
  type Problem,
} from './index.ts';

const beckon = createBeckon({ site: 'acme', origin: 'https://beckon.example' });

test('[NP8] site and origin are asked for, the rest is not', () => {
  // @ts-expect-error -- without an origin there is no gateway
  createBeckon({ site: 'acme' });
  // @ts-expect-error -- a word that is none of the two
  createBeckon({ site: 'a', origin: 'https://b.example', consent: 'maybe' });
  const of = { site: 'a', origin: 'https://b.example', consent: undefined };
  expectTypeOf(createBeckon(of)).toEqualTypeOf<BeckonTag>();
});

test('[NP8] events are typed by name', () => {
  beckon.on('offer', (event) => {
    expectTypeOf(event.engagement).toEqualTypeOf<string>();
    expectTypeOf(event.phase).toExtend<string>();
    // @ts-expect-error -- this one stands in page events
    event.url.trim();
  });
  beckon.once('page', ({ url }) => expectTypeOf(url).toEqualTypeOf<string>());
  beckon.on('problem', (event) => expectTypeOf(event).toEqualTypeOf<Problem>());
  beckon('on', 'session', ({ visits }) =>
    expectTypeOf(visits).toEqualTypeOf<number>(),
  );
  // @ts-expect-error -- there is no such event
  beckon.on('offers', () => {});
  // @ts-expect-error -- nor here
  beckon('on', 'offers', () => {});
});

test('[API2] payloads cannot be written to', () => {
  beckon.on('offer', (event) => {
    expectTypeOf(event.zone).toEqualTypeOf<string>();
    // @ts-expect-error -- they are frozen
    event.zone = 'left';
  });
});

test('[NP8] listening gives what ends it', () => {
  expectTypeOf(beckon.on('page', () => {})).toEqualTypeOf<() => void>();
  expectTypeOf(beckon.ready(() => {})).toEqualTypeOf<() => void>();
});

test('[NP8] methods and the callable take the same', () => {
  beckon.page({ sections: ['cookware'], keep: ['note'] });
  beckon('page', { sections: ['cookware'], keep: ['note'] });
  expectTypeOf(beckon.page()).toEqualTypeOf<void>();
  beckon('page');
  beckon.open({ engagement: 'ask' });
  beckon('open', { engagement: 'ask' });
  beckon.show('ask', { force: true });
  beckon('show', 'ask', { force: true });
  beckon.identify(async () => null);
  beckon('destroy');
  // @ts-expect-error -- a field that pages do not have
  beckon.page({ tags: [] });
  // @ts-expect-error -- there is no such command
  beckon('pages');
  // @ts-expect-error -- an id is a text
  beckon.hide(7);
});

test('[NP8] attributes are typed by their type', () => {
  beckon.attributes({ type: 'cart', total: 20, currency: 'GBP' });
  beckon.attributes([
    { type: 'search', keywords: ['pan'] },
    { type: 'error', code: 'pay-1' },
  ]);
  expectTypeOf(beckon.attributes).parameter(0).toExtend<object>();
  // @ts-expect-error -- carts have no keywords
  beckon.attributes({ type: 'cart', keywords: ['pan'] });
});

test('[NP8] hooks are typed by name', () => {
  beckon.hook('before-attributes', (attribute) => {
    expectTypeOf(attribute).toEqualTypeOf<EngagementAttribute>();
    return attribute.type === 'personal' ? false : attribute;
  });
  beckon.hook('before-offer', ({ engagement, creative }) => {
    expectTypeOf(engagement).toEqualTypeOf<string>();
    return engagement === 'ask'
      ? undefined
      : { engagement, zone: '', creative };
  });
  beckon.hook('before-open', async (wish) => ({ ...wish, skill: 'service' }));
  beckon('hook', 'before-open', ({ message }) => {
    expectTypeOf(message).toEqualTypeOf<string | undefined>();
  });
  // @ts-expect-error -- true is no answer
  beckon.hook('before-open', () => true);
});

test('[NP8] a tag can be handed around', () => {
  const take = (tag: BeckonTag) => tag.page();
  expectTypeOf(take).parameter(0).toEqualTypeOf(beckon);
});
