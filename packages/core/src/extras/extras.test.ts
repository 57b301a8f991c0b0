import { afterEach, expect, test, vi } from 'vitest';
import {
  chat,
  createOrigin,
  createTestToken,
  offer,
  publish,
  startTag,
  type Origin,
} from '../testing/test-tag.ts';
import { createReadGa4 } from './ga4.ts';

afterEach(() => vi.unstubAllGlobals());

const lead = { type: 'lead', topic: 'x' };

test('[EA2] what was wrong with an attribute is told, and the rest is kept', async () => {
  const { heard } = await startTag({
    queued: [
      [
        'attributes',
        [{ type: 'cart', total: 'much', numItems: '2' }, { type: 'cars' }],
      ],
    ],
  });
  expect(heard('attribute').map(({ attribute }) => attribute)).toEqual([
    { type: 'cart', numItems: 2 },
  ]);
  expect(heard('problem').map(({ code, path }) => [code, path])).toEqual([
    ['wrong-kind', 'total'],
    ['unknown-type', 'type'],
  ]);
});

test('[EA2] the page’s own objects are left as they are', async () => {
  const bad = { deep: [1] };
  const input = { type: 'lead', topic: bad };
  await startTag({ queued: [['attributes', input]] });
  expect(Object.isFrozen(input)).toBe(false);
  expect(Object.isFrozen(bad)).toBe(false);
});

test('[API5] a hook changes what it returns, and stops with false', async () => {
  const { heard } = await startTag({
    queued: [
      [
        'hook',
        'before-attributes',
        (each: object) => ('topic' in each ? false : { ...each, total: 5 }),
      ],
      ['attributes', [{ type: 'cart', total: 3 }, lead]],
    ],
  });
  expect(heard('attribute').map(({ attribute }) => attribute)).toEqual([
    { type: 'cart', total: 5 },
  ]);
});

test.each([
  [
    'throws',
    () => {
      throw new Error('the page’s');
    },
  ],
  ['returns nothing', () => undefined],
  ['returns a text', () => 'text'],
  ['returns no attribute', () => ({ colour: 'red' })],
  ['rejects', () => Promise.reject(new Error('the page’s'))],
])('[API5] a hook that %s changes nothing', async (_, hook) => {
  const { heard, wait } = await startTag({
    queued: [
      ['hook', 'before-attributes', hook],
      ['attributes', lead],
    ],
  });
  await wait(10);
  expect(heard('attribute').map(({ attribute }) => attribute)).toEqual([lead]);
});

test('[API5] a hook has one second', async () => {
  const { heard, wait } = await startTag({
    queued: [
      ['hook', 'before-attributes', () => new Promise(() => {})],
      ['attributes', lead],
    ],
  });
  await wait(999);
  expect(heard('attribute')).toEqual([]);
  await wait(1);
  expect(heard('attribute')).toHaveLength(1);
});

test('[API5] a hook changes an offer before it is drawn', async () => {
  const creative = { title: 'Hooked' };
  const { drawn } = await startTag({
    queued: [
      ['hook', 'before-offer', (each: object) => ({ ...each, creative })],
    ],
  });
  expect(JSON.stringify(drawn.get('a')?.look.tree)).toContain('Hooked');
});

test('[API5] an offer that a hook stops gives way to another', async () => {
  const config = publish([offer('a', { priority: 1 }), offer('b')]);
  const { offers, wait } = await startTag({
    config,
    queued: [
      [
        'hook',
        'before-offer',
        ({ engagement }: { engagement: string }) =>
          engagement === 'a' ? false : undefined,
      ],
    ],
  });
  await wait(10);
  expect(offers()).toEqual(['b']);
});

test('[API6] the identity provider is asked again on page views and near the end', async () => {
  let asked = 0;
  const token = createTestToken(600);
  const provider = async () => {
    asked++;
    return token;
  };
  const { page, wait } = await startTag({ queued: [['identify', provider]] });
  await wait(1000);
  expect(asked).toBe(1);
  page.go('/next');
  await wait(100);
  expect(asked).toBe(2);
  await wait(540_000);
  expect(asked).toBe(3);
});

test('[API6] a provider that throws or takes over 5 s changes nothing', async () => {
  let answer: () => Promise<string | null> = async () => 'known';
  const each = await startTag({ queued: [['identify', () => answer()]] });
  await each.wait(10);
  const extras = await each.tag().part<{ token(): string | null }>('extras');
  expect(extras.token()).toBe('known');
  answer = () => Promise.reject(new Error('down'));
  each.page.go('/two');
  await each.wait(100);
  expect(extras.token()).toBe('known');
  answer = () =>
    new Promise(
      (resolve) => void each.clock.later(() => resolve('late'), 6000),
    );
  each.page.go('/three');
  await each.wait(10_000);
  expect(extras.token()).toBe('known');
  answer = async () => null;
  each.page.go('/four');
  await each.wait(100);
  expect(extras.token()).toBeNull();
});

test('[API7] hide withdraws an offer for the page view', async () => {
  const { beckon, offers, page, wait } = await startTag();
  beckon('hide', 'a');
  await wait(10);
  expect(offers()).toEqual([]);
  page.go('/next');
  await wait(100);
  expect(offers()).toEqual(['a']);
});

test('[API7] show honours what makes it eligible, unless it is forced', async () => {
  const config = publish([
    offer('a', { entryPoints: ['cart'] }),
    offer('b', { zone: 'left' }),
  ]);
  const { beckon, offers, page, wait } = await startTag({ config });
  beckon('show', 'a');
  await wait(10);
  expect(offers()).toEqual(['b']);
  beckon('show', 'a', { force: true });
  await wait(10);
  expect(offers()).toEqual(['b', 'a']);
  page.go('/next');
  await wait(100);
  expect(offers()).toEqual(['b']);
});

test('[API7] show brings one that is eligible but was not chosen', async () => {
  const config = publish([offer('a', { priority: 1 }), offer('b')]);
  const { beckon, drawn, offers, wait } = await startTag({ config });
  expect(offers()).toEqual(['a']);
  beckon('show', 'b');
  await wait(10);
  expect(offers()).toEqual(['b']);
  drawn.get('b')?.hear('decline');
  await wait(10);
  expect(offers()).toEqual(['a']);
});

test('[API3] the data layer’s events are read as attributes', () => {
  const reported: object[] = [];
  const read = createReadGa4((each) => reported.push(each));
  const items = [{ item_id: 's1', item_name: 'Pan', price: 20, quantity: 2 }];
  read('add_to_cart', { currency: 'EUR', value: 40, items });
  read('remove_from_cart', { items: [{ ...items[0], quantity: 1 }] });
  read('purchase', { transaction_id: 'o1', value: 20, currency: 'EUR', items });
  read('toString', {});
  read('page_view', {});
  expect(reported).toMatchObject([
    { type: 'cart', total: 40, numItems: 2, currency: 'EUR' },
    { type: 'cart', total: 20, numItems: 1 },
    { type: 'purchase', orderId: 'o1', total: 20 },
  ]);
});

const bridged = publish([offer('a')], { dataLayer: true });
const add = (sku: string) => ({
  event: 'add_to_cart',
  ecommerce: { currency: 'EUR', items: [{ item_id: sku, price: 20 }] },
});

/** A page of the site, with what it pushed before the tag came. */
async function startBridged(
  origin: Origin,
  pushed: object[],
  config: object = bridged,
) {
  vi.stubGlobal('window', { dataLayer: pushed });
  const started = await startTag({ origin, config });
  await started.wait(1500);
  const carts = started
    .heard('attribute')
    .map(({ attribute }) =>
      attribute.type === 'cart'
        ? attribute.products?.map(({ product }) => product?.sku)
        : attribute.type,
    );
  return { ...started, carts };
}

test('[API4] what is added to a cart on another page comes to what is in it', async () => {
  const origin = createOrigin();
  const first = await startBridged(origin, [add('a')]);
  expect(first.carts).toEqual([['a']]);
  first.beckon('destroy');
  await first.wait();
  const second = await startBridged(origin, [add('b')]);
  expect(second.carts).toEqual([['a', 'b']]);
  second.beckon('destroy');
  await second.wait();
  const bought = { event: 'purchase', ecommerce: { transaction_id: '1' } };
  const third = await startBridged(origin, [bought]);
  expect(third.carts).toEqual(['purchase']);
  third.beckon('destroy');
  await third.wait();
  expect((await startBridged(origin, [add('c')])).carts).toEqual([['c']]);
});

test('[API4, EN17] what was pushed before is read under a new revision, too', async () => {
  const origin = createOrigin();
  const first = await startBridged(origin, []);
  first.beckon('destroy');
  await first.wait();
  const config = publish([offer('b')], { dataLayer: true });
  const { carts, tag } = await startBridged(origin, [add('a')], config);
  expect(carts).toEqual([['a']]);
  expect(tag().engine.state.session.merged.cart?.total).toBe(20);
});

test('[HP1] a page that froze all arrays’ own is read all the same', async () => {
  const pushed: object[] = [];
  // As assigning fails where the prototype is frozen.
  Object.defineProperty(pushed, 'push', {
    value: Array.prototype.push,
    writable: false,
    configurable: true,
  });
  const { beckon, heard, wait } = await startBridged(createOrigin(), pushed);
  pushed.push(add('a'));
  beckon('attributes', lead);
  await wait(10);
  expect(heard('attribute').map(({ attribute }) => attribute.type)).toEqual([
    'cart',
    'lead',
  ]);
});

test('[API1] once hears once, ready at once', async () => {
  const heard: string[] = [];
  const config = publish([chat('a')]);
  const { beckon, wait } = await startTag({ config });
  beckon('ready', () => heard.push('ready'));
  beckon('once', 'page', () => heard.push('page'));
  beckon('page', { url: '/1' });
  await wait(10);
  beckon('page', { url: '/2' });
  await wait(10);
  expect(heard).toEqual(['ready', 'page']);
});
