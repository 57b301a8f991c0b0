import { expect, test } from 'vitest';
import { createOrigin, offer, publish, startTag } from '../testing/test-tag.ts';

const behaviors = {
  big: { all: [{ type: 'cart-value', between: [50, null] }] },
};
const config = publish([offer('a', { behaviors: ['big'] })], { behaviors });

const CART = { type: 'cart', total: 80, numItems: 1 };
const LEAD = { type: 'lead', topic: 'stove' };

test('[API6] logout forgets what was said of the person, in all tabs and storage', async () => {
  const origin = createOrigin();
  const one = await startTag({ config, origin });
  await one.wait(100);
  const two = await startTag({ config, origin });
  await two.wait(100);
  two.beckon('attributes', [
    CART,
    LEAD,
    { type: 'personal', firstName: 'Ada' },
  ]);
  await two.wait(100);
  expect(one.offers()).toEqual(['a']);
  two.beckon('logout');
  await two.wait(1000);
  for (const { offers, tag } of [one, two]) {
    expect(offers()).toEqual([]);
    expect(JSON.stringify(tag().engine.state)).not.toContain('Ada');
    expect(JSON.stringify(tag().engine.state)).toContain('stove');
  }
  expect(origin.stored.text).not.toContain('Ada');
});

test('[EN17] under a new revision of the config the session goes on', async () => {
  const origin = createOrigin();
  const one = await startTag({ config, origin });
  one.beckon('attributes', CART);
  await one.wait(1000);
  one.page.emit('pagehide');
  await one.wait();
  const next = publish([offer('a', { behaviors: ['big'] }), offer('b')], {
    behaviors,
  });
  const two = await startTag({ config: next, origin });
  await two.wait(1000);
  expect(two.offers()).toEqual(['a']);
  expect(two.tag().engine.state.session.pages).toBe(2);
});

test('[API6] nor is it replayed, or taken in again when storage is granted', async () => {
  const ask = publish([offer('a')], { consent: 'ask' });
  const { beckon, tag, wait } = await startTag({ config: ask });
  beckon('attributes', { type: 'personal', firstName: 'Ada' });
  await wait(100);
  beckon('logout');
  await wait(100);
  const heard: unknown[] = [];
  beckon('on', 'attribute', (each: unknown) => heard.push(each), {
    replay: true,
  });
  beckon('consent', { storage: true });
  await wait(1500);
  expect(heard).toEqual([]);
  expect(JSON.stringify(tag().engine.state)).not.toContain('Ada');
});

test('[LD4, API6] without the chunk that counts anew the other tabs are told all the same', async () => {
  const origin = createOrigin();
  const missing = ['rebuild'];
  const one = await startTag({ config, origin, missing });
  const two = await startTag({ config, origin, missing });
  await two.wait(100);
  two.beckon('attributes', { type: 'personal', firstName: 'Ada' });
  await two.wait(100);
  two.beckon('logout');
  await two.wait(1500);
  for (const { tag } of [one, two])
    expect(JSON.stringify(tag().engine.state)).not.toContain('Ada');
});
