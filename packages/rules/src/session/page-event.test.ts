import { expect, test } from 'vitest';
import { conditionHolds } from '../explain.ts';
import { offer, publish, publishBehavior } from '../testing/site.ts';
import { visit } from '../testing/visit.ts';

const SAW_CART = [{ type: 'visited-entry-point', entryPoints: ['cart'] }];
const BY_TITLE = { entryPoints: { cart: { title: [{ exact: 'cart' }] } } };
const flows = {
  purchase: {
    steps: [
      { entryPoint: 'cart' },
      { entryPoint: 'payment' },
      { entryPoint: 'thanks' },
    ],
  },
};
const ABANDONED = [{ type: 'flow', flow: 'purchase', event: 'abandoned' }];

test.each(['route', 'command'] as const)(
  '[EN4] a %s that differs in ignored parameters alone is the current URL',
  (by) => {
    const { engine, page } = visit(publish([]));
    page(0, '/cart');
    page(0.5, '/cart?utm_source=x#top', { by });
    expect(engine.state.session.pages).toBe(1);
    expect(engine.state.tabs['t1']?.url).toBe('https://shop.example/cart');
  },
);

test('[EN4] a command completes within the full second', () => {
  const { engine, page } = visit(publish([]));
  page(0, '/cart');
  page(1, '/cart', { by: 'command', title: 'Cart' });
  expect(engine.state.session.pages).toBe(1);
  expect(engine.state.tabs['t1']?.title).toBe('Cart');
});

test('[EN4] a command a millisecond later begins a page view', () => {
  const { engine, page } = visit(publish([]));
  page(0, '/cart');
  page(1.001, '/cart', { by: 'command', title: 'Cart' });
  expect(engine.state.session.pages).toBe(2);
});

test('[PG3] a command completes no page view of another command', () => {
  const { engine, page } = visit(publish([]));
  page(0, '/cart', { by: 'command' });
  page(0.1, '/cart', { by: 'command' });
  expect(engine.state.session.pages).toBe(2);
});

test('[PG1] loading a document begins a page view, the same URL included', () => {
  const { engine, page } = visit(publish([]));
  page(0, '/cart');
  page(0.1, '/cart');
  expect(engine.state.session.pages).toBe(2);
});

test('[PG4] a title counts within the full second, and no longer', () => {
  const { page, tell, eligible } = visit(publishBehavior(SAW_CART, BY_TITLE));
  page(0, '/1');
  tell(1.001, { type: 'page-update', tab: 't1', title: 'Cart' });
  expect(eligible()).toEqual([]);
  page(2, '/2');
  tell(3, { type: 'page-update', tab: 't1', title: 'Cart' });
  expect(eligible()).toEqual(['it']);
});

test('[EN5] a page view that is corrected away was never there', () => {
  const { page, tell, eligible } = visit(publishBehavior(SAW_CART, BY_TITLE));
  page(0, '/1', { title: 'Cart' });
  expect(eligible()).toEqual(['it']);
  tell(0.5, { type: 'page-update', tab: 't1', title: 'Help' });
  expect(eligible()).toEqual([]);
});

test('[EN5] time before the correction counts where it belongs', () => {
  const all = [
    { type: 'time-on-entry-point', entryPoints: ['cart'], seconds: 5 },
  ];
  const { page, tell, eligible } = visit(publishBehavior(all, BY_TITLE));
  page(0, '/1');
  tell(1, { type: 'page-update', tab: 't1', title: 'Cart' });
  tell(5, { type: 'tick' });
  expect(eligible()).toEqual([]);
  tell(5.001, { type: 'tick' });
  expect(eligible()).toEqual(['it']);
});

test('[EN5] time of a page view that is corrected away is taken back', () => {
  const all = [
    { type: 'time-on-entry-point', entryPoints: ['cart'], seconds: 5 },
  ];
  const { page, tell, eligible } = visit(publishBehavior(all, BY_TITLE));
  page(0, '/1', { title: 'Cart' });
  tell(1, { type: 'page-update', tab: 't1', title: 'Help' });
  page(10, '/2', { title: 'Cart' });
  tell(15, { type: 'tick' });
  expect(eligible()).toEqual([]);
  tell(15.001, { type: 'tick' });
  expect(eligible()).toEqual(['it']);
});

test('[EN5] later page views of other tabs are judged again too', () => {
  const byTitle = Object.fromEntries(
    ['cart', 'payment', 'thanks'].map((name) => [
      name,
      { title: [{ exact: name }] },
    ]),
  );
  const { page, tell, eligible } = visit(
    publishBehavior(ABANDONED, { entryPoints: byTitle, flows }),
  );
  page(0, '/1', { title: 'Cart' });
  page(0.2, '/2', { title: 'Loading' });
  page(0.4, '/3', { tab: 't2', title: 'Payment' });
  expect(eligible()).toEqual([]);
  page(0.6, '/4', { tab: 't2', title: 'Elsewhere' });
  expect(eligible()).toEqual(['it']);
  tell(0.8, { type: 'page-update', tab: 't2', title: 'Thanks' });
  expect(eligible()).toEqual([]);
});

test('[EN5] a flow that moves on is not judged again by a page long over', () => {
  const { engine, page } = visit(publishBehavior(ABANDONED, { flows }));
  page(0, '/cart');
  page(5, '/payment');
  page(10, '/help');
  page(15, '/cart');
  expect(engine.state.session.recent).toHaveLength(1);
  expect(engine.state.session.flows[0]).toMatchObject({
    reached: [0, 1],
    event: 'back-flow',
  });
});

test('[PG3] what a command leaves out stays as it was', () => {
  const { engine, page } = visit(publish([]));
  page(0, '/cart', { title: 'Cart', sections: ['shop'], lang: 'en' });
  page(0.5, '/cart', { by: 'command', sections: ['sale'] });
  expect(engine.state.tabs['t1']).toMatchObject({
    title: 'Cart',
    sections: ['sale'],
    lang: 'en',
  });
});

test('[PG1] a page view has no title, section or language of another', () => {
  const { engine, page } = visit(publish([]));
  page(0, '/cart', { title: 'Cart', sections: ['shop'], lang: 'en' });
  page(5, '/help');
  expect(engine.state.tabs['t1']).toMatchObject({
    title: '',
    sections: [],
    lang: '',
  });
});

test('[PG6] a document in the background begins in a hidden tab', () => {
  const { engine, page } = visit(publish([]));
  page(0, '/cart', { visible: false });
  expect(engine.state.tabs['t1']?.visible).toBe(false);
  page(1, '/help');
  expect(engine.state.tabs['t1']?.visible).toBe(false);
  page(2, '/help', { visible: true });
  expect(engine.state.tabs['t1']?.visible).toBe(true);
});

test('[EN18] a URL, a title and sections are cut at 2,048 characters', () => {
  const { engine, page } = visit(publish([]));
  const long = 'x'.repeat(3000);
  page(0, `/${long}`, { title: long, sections: [long, 'short'] });
  const { url, title, sections } = engine.state.tabs['t1'] ?? {};
  expect(url).toHaveLength(2048);
  expect(title).toHaveLength(2048);
  expect(sections?.map(({ length }) => length)).toEqual([2048, 5]);
});

test('[EN18] what stands behind the cut is not found by any pattern', () => {
  const entryPoints = {
    cart: { url: [{ contains: 'needle' }], title: [{ contains: 'needle' }] },
  };
  const { page, eligible } = visit(publishBehavior(SAW_CART, { entryPoints }));
  const hay = 'x'.repeat(2048);
  page(0, `/${hay}needle`, { title: `${hay}needle` });
  expect(eligible()).toEqual([]);
  page(1, '/short', { title: `${hay.slice(6)}needle` });
  expect(eligible()).toEqual(['it']);
});

test('[EN18] the referrer is cut too', () => {
  const audiences = Object.fromEntries(
    ['near', 'far'].map((contains) => [
      contains,
      { all: [{ type: 'referrer', matches: [{ contains }] }] },
    ]),
  );
  const config = publish([], { audiences });
  const { engine, page } = visit(config);
  page(0, '/', { referrer: `https://x.example/near${'x'.repeat(3000)}far` });
  const [far = [], near = []] = config.audiences;
  expect([...near, ...far].map((id) => conditionHolds(engine, id))).toEqual([
    true,
    false,
  ]);
});

test('[SE5] at most 400 entries of history are kept', () => {
  const { engine, page } = visit(publish([offer('it')]));
  for (let i = 0; i < 450; i += 1) page(i, `/${i}`);
  const { history } = engine.state.session;
  expect(history).toHaveLength(400);
  expect(history[0]).toMatchObject({ url: 'https://shop.example/49' });
});
