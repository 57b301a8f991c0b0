import { createElement } from 'react';
import { expectTypeOf, test } from 'vitest';
import type { BeckonTag } from '../index.ts';
import {
  BeckonProvider,
  useBeckon,
  useBeckonAttributes,
  useBeckonConsent,
  useBeckonEvent,
  useBeckonPage,
  useBeckonReady,
} from './index.ts';

const site = 'acme';
const origin = 'https://beckon.example';

test('[NP8] a provider takes options, or a tag', () => {
  createElement(BeckonProvider, { site, origin, consent: 'ask' }, 'all of it');
  expectTypeOf(BeckonProvider).toBeFunction();
  createElement(BeckonProvider, { beckon: useBeckon() });
  // @ts-expect-error -- one without the other
  createElement(BeckonProvider, { site });
  // @ts-expect-error -- a tag has a site already
  createElement(BeckonProvider, { beckon: useBeckon(), site, origin });
});

test('[NP8] hooks take what the commands take', () => {
  expectTypeOf(useBeckon()).toEqualTypeOf<BeckonTag>();
  expectTypeOf(useBeckonReady()).toEqualTypeOf<boolean>();
  useBeckonPage({ sections: ['cookware'] });
  useBeckonAttributes({ type: 'search', keywords: ['pan'] });
  useBeckonAttributes(undefined);
  useBeckonConsent({ storage: true });
  useBeckonConsent(undefined);
  useBeckonEvent('window', ({ state }) =>
    expectTypeOf(state).toExtend<string>(),
  );
  useBeckonEvent('page', () => {}, { replay: true });
  // @ts-expect-error -- there is no such event
  useBeckonEvent('windows', () => {});
  // @ts-expect-error -- pages have no tags
  useBeckonPage({ tags: [] });
});
