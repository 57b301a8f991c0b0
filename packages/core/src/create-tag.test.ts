import { expect, test } from 'vitest';
import { chat, offer, publish, startTag } from './testing/test-tag.ts';

test('[CO3] asks for the config alone before the first offer is drawn', async () => {
  const { gateway, offers } = await startTag();
  expect(offers()).toEqual(['a']);
  expect(gateway.asked).toEqual(['config']);
});

test('[LD4] a config that fails is asked for once more, after 5 s', async () => {
  const { clock, gateway, offers } = await startTag({
    answers: {
      config: () => {
        throw new Error('500');
      },
    },
  });
  await clock.advance(4999);
  expect(gateway.asked).toHaveLength(1);
  gateway.answers['config'] = publish([offer('a')]);
  await clock.advance(1);
  expect(gateway.asked).toHaveLength(2);
  expect(offers()).toEqual(['a']);
});

test('[LD4] a config that fails twice ends the tag, and nothing waits', async () => {
  const { beckon, clock, gateway, left, page } = await startTag({
    answers: {
      config: () => {
        throw new Error('refused');
      },
    },
  });
  await clock.advance(60_000);
  beckon('page', { url: '/x' });
  await clock.advance(60_000);
  expect(gateway.asked).toHaveLength(2);
  expect(left()).toBe(0);
  expect(page.announced).toEqual([]);
});

test.each([null, 5, 'text', [], {}, { version: 1, enabled: true }])(
  '[LD4] a config that is %j ends the tag in silence',
  async (config) => {
    const { clock, left, offers, page } = await startTag({ config });
    await clock.advance(60_000);
    expect(left()).toBe(0);
    expect(offers()).toEqual([]);
    expect(page.errors).toEqual([]);
  },
);

test('[LD4] without its chunks it decides and draws all the same', async () => {
  const { beckon, offers, page, wait } = await startTag({
    missing: ['keep', 'extras', 'offers', 'window'],
  });
  beckon('open');
  beckon('attributes', { type: 'lead', topic: 'x' });
  await wait(1000);
  page.go('/next');
  await wait(200);
  expect(offers()).toEqual(['a']);
  expect(page.errors).toEqual([]);
});

test('[LD4] a chunk that could not be had is asked for again when it is needed', async () => {
  const missing = ['extras'];
  const { beckon, heard, page, wait } = await startTag({ missing });
  beckon('attributes', { type: 'lead', topic: 'x' });
  await wait();
  missing.pop();
  beckon('attributes', { type: 'lead', topic: 'y' });
  await wait();
  expect(heard('attribute')).toMatchObject([{ attribute: { topic: 'y' } }]);
  expect(page.errors).toEqual([]);
});

test('[LD4] an offer whose looks cannot be had gives way to another', async () => {
  const config = publish([
    offer('first', { priority: 1, target: 'new' }),
    offer('second'),
  ]);
  const { offers, wait } = await startTag({ config, missing: ['offers'] });
  await wait();
  expect(offers()).toEqual(['second']);
});

test('[LD6] a config with enabled false does nothing more', async () => {
  const { clock, gateway, left, page } = await startTag({
    config: publish([offer('a')], { enabled: false }),
  });
  await clock.advance(60_000);
  expect(gateway.asked).toEqual(['config']);
  expect(left()).toBe(0);
  expect(page.announced).toEqual([]);
});

test('[TG1] a config of a newer version shows nothing and says so once', async () => {
  const config = { ...publish([offer('a')]), version: 2 };
  const { clock, heard, offers } = await startTag({ config });
  await clock.advance(60_000);
  expect(heard('problem')).toEqual([{ code: 'newer-version' }]);
  expect(offers()).toEqual([]);
});

test('[API1] commands of before are run in order', async () => {
  const { heard } = await startTag({
    queued: [
      ['page', { url: '/one' }],
      ['page', { url: '/two' }],
      ['page', { url: '/three' }],
    ],
  });
  const last = heard('page').at(-1);
  expect(last?.url).toBe('https://shop.example/three');
});

test('[API1] what comes after a command that waits for its chunk waits, too', async () => {
  const { heard } = await startTag({
    queued: [
      ['hook', 'before-attributes', () => ({ type: 'lead', topic: 'hooked' })],
      ['attributes', { type: 'lead', topic: 'x' }],
    ],
  });
  const [event] = heard('attribute');
  expect(event?.attribute).toEqual({ type: 'lead', topic: 'hooked' });
});

test.each(['nonsense', 'constructor', 'toString'])(
  '[API1] an unknown command is a problem: %s',
  async (path) => {
    const { heard, page } = await startTag({ queued: [[path]] });
    expect(heard('problem')).toEqual([{ code: 'unknown-command', path }]);
    expect(page.errors).toEqual([]);
  },
);

test.each([
  ['page', { url: 'http://[' }],
  ['page', { sections: 5 }],
  ['page', { sections: 'checkout' }],
  ['page', null],
  ['hook', 'before-offer', 'no function'],
  ['identify', 'no function'],
  ['hide', 'nobody'],
])('[API1] bad arguments of %s are a problem', async (...command) => {
  const { heard, page } = await startTag({
    queued: [command as [string, ...unknown[]]],
  });
  expect(heard('problem')).toEqual([
    { code: 'bad-arguments', path: command[0] },
  ]);
  expect(page.errors).toEqual([]);
});

test('[TG2] open does nothing harmful while there is no window', async () => {
  const { beckon, heard, page, wait } = await startTag();
  beckon('open', { message: 'hello' });
  beckon('minimize');
  beckon('close');
  await wait(100);
  expect(heard('problem')).toEqual([]);
  expect(page.errors).toEqual([]);
});

test('[HP2] destroy leaves no listener, timer, node or channel', async () => {
  const config = publish([offer('a'), chat('b', { zone: 'left' })]);
  const { beckon, clock, left, offers, page, wait } = await startTag({
    config,
    answers: { availability: { skills: { sales: 'online' } } },
  });
  await wait(2000);
  expect(offers()).toEqual(['a', 'b']);
  beckon('destroy');
  await wait(120_000);
  expect(offers()).toEqual([]);
  expect(left()).toBe(0);
  expect(clock.waiting()).toBe(0);
  expect(page.listeners()).toBe(0);
});

test('[HP2] after destroy no command does anything', async () => {
  const { beckon, heard, wait } = await startTag({ queued: [['destroy']] });
  beckon('page', { url: '/x' });
  await wait(1000);
  expect(heard('page')).toEqual([]);
});

test('[PG5] a prerendered page begins when it is activated', async () => {
  const { clock, gateway, heard, page } = await startTag({
    isPrerendering: true,
  });
  expect(gateway.asked).toEqual([]);
  page.emit('prerenderingchange');
  await clock.advance(0);
  expect(heard('page')).toHaveLength(1);
});

test('[API1] an attribute holds up what comes after it, so that none lands on another page', async () => {
  const { heard, page } = await startTag({
    queued: [
      ['attributes', { type: 'cart', total: 80 }],
      ['page', { url: '/next' }],
    ],
  });
  expect(heard('attribute')).toHaveLength(1);
  const order = page.announced
    .map(([type]) => type)
    .filter((type) => /page|attribute/.test(type));
  expect(order).toEqual(['beckon:page', 'beckon:attribute', 'beckon:page']);
});

test('[API1] where attributes cannot be had the commands after them still run', async () => {
  const { heard } = await startTag({
    missing: ['extras'],
    queued: [
      ['attributes', { type: 'cart', total: 80 }],
      ['page', { url: '/next' }],
    ],
  });
  expect(heard('page').at(-1)?.url).toBe('https://shop.example/next');
});

test('[API1] a listener that is none is a problem, and no error of the page’s', async () => {
  const { beckon, heard, page, wait } = await startTag();
  beckon('on', 'page');
  beckon('once', 'page', null);
  beckon('ready', 5);
  await wait(10);
  beckon('page', { url: '/next' });
  await wait(10);
  expect(heard('problem')).toEqual(
    ['on', 'once', 'ready'].map((path) => ({ code: 'bad-arguments', path })),
  );
  expect(page.errors).toEqual([]);
});

test('[API1, BC2] a page command with arguments that are none changes nothing', async () => {
  const { beckon, heard, tag, wait } = await startTag();
  await wait(2000);
  beckon('page', { url: '/b', keep: true });
  beckon('page', { url: '/b', sections: 'x' });
  beckon('page', { url: '/b', title: Symbol('b') });
  await wait(100);
  expect(heard('problem')).toHaveLength(3);
  expect(tag().engine.state.session.history).toEqual([]);
  beckon('page', { url: '/b', title: 404 });
  await wait(100);
  expect(heard('page').at(-1)).toMatchObject({ title: '404' });
  expect(tag().engine.state.session.pages).toBe(2);
});

test('[HP2] after destroy nothing is asked for', async () => {
  const { beckon, loaded, wait } = await startTag();
  await wait(100);
  beckon('destroy');
  beckon('attributes', { type: 'cart', total: 1 });
  await wait(100);
  expect(loaded).not.toContain('extras');
});

test('[CO3, PG3] what a queued command waits for comes beside the config', async () => {
  const answers = { config: () => new Promise(() => {}) };
  for (const [command, chunk] of [
    [['consent', { storage: true }], 'keep'],
    [['page', { attributes: { type: 'cart', total: 1 } }], 'extras'],
    [['ready', () => {}], 'extras'],
    [['once', 'offer', () => {}], 'extras'],
    [['hook', 'before-offer', () => {}], 'extras'],
    [['identify', () => null], 'extras'],
    [['on', 'offer', () => {}], undefined],
    [['page', { sections: ['cart'] }], undefined],
  ] as const) {
    const { loaded } = await startTag({ answers, queued: [command] });
    expect(loaded[0]).toBe(chunk);
  }
});
