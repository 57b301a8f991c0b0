import { expect, test } from 'vitest';
import { chat, offer, publish, startTag } from './testing/test-tag.ts';

const CART = { type: 'cart', total: 80, products: [{ product: { sku: 'x' } }] };
const has = { type: 'products-in-cart', sku: [{ exact: 'x' }] };
const config = publish(
  [
    offer('excluded', { behaviors: ['without'] }),
    chat('asked', {
      zone: 'left',
      behaviors: ['with'],
      creative: {
        online: {
          title: 'Ask',
          image: { url: 'https://shop.example/a.svg', alt: '' },
        },
      },
    }),
  ],
  {
    behaviors: {
      with: { all: [has] },
      without: { all: [{ ...has, exclude: true }] },
    },
  },
);
const answers = { availability: { skills: { sales: 'online' } } };
const queued = [['attributes', CART]] as const;

/** A chunk that comes when it is told to. */
function hold(name: string) {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  return { held: { [name]: held }, release };
}

test('[TG3] what was reported before is known to the first decision: nothing that it excludes is drawn', async () => {
  const { heard, offers, wait } = await startTag({ config, answers, queued });
  await wait();
  expect(offers()).toEqual(['asked']);
  expect(heard('offer').map(({ engagement }) => engagement)).not.toContain(
    'excluded',
  );
});

test('[TG3, CO3] nothing is decided while it is read, and what the offers of the page may need is asked for beside it', async () => {
  const { held, release } = hold('extras');
  const { gateway, loaded, offers, wait } = await startTag({
    config,
    answers,
    queued,
    held,
  });
  await wait();
  expect(offers()).toEqual([]);
  expect(loaded).toContain('offers');
  const asked = gateway.asked.filter((path) => /availability/.test(path));
  expect(asked).toHaveLength(1);
  release();
  await wait();
  expect(offers()).toEqual(['asked']);
  expect(gateway.asked.filter((path) => /availability/.test(path))).toEqual(
    asked,
  );
});

test('[TG3, SL4] nothing is decided by what comes meanwhile: a proactive offer that was would stay', async () => {
  const { held, release } = hold('extras');
  const { heard, loaded, offers, wait } = await startTag({
    config: publish(
      [
        offer('excluded', {
          behaviors: ['without'],
          format: 'toaster',
          zone: 'proactive',
        }),
      ],
      { behaviors: { without: { all: [{ ...has, exclude: true }] } } },
    ),
    queued,
    held,
  });
  await wait();
  expect(loaded).toContain('keep');
  release();
  await wait();
  expect(offers()).toEqual([]);
  expect(heard('offer')).toEqual([]);
});

test.each(['click', 'decline'] as const)(
  '[TG3, SL4] what stands while it is read can be got rid of: %s',
  async (phase) => {
    const { held, release } = hold('extras');
    const { beckon, drawn, offers, heard, wait } = await startTag({
      config: publish([offer('a', { format: 'toaster', zone: 'proactive' })]),
      held,
    });
    await wait();
    expect(offers()).toEqual(['a']);
    beckon('attributes', CART);
    await wait();
    const it = drawn.get('a');
    it?.hear(phase);
    await wait();
    expect(it?.host.hidden).toBe(true);
    release();
    await wait();
    expect(offers()).toEqual([]);
    expect(heard('offer').map((each) => each.phase)).toEqual([
      'display',
      phase,
      'remove',
    ]);
  },
);

test.each([
  ['at once', (each: object) => each],
  ['late', (each: object) => Promise.resolve(each)],
])(
  '[TG3, API5] nothing is decided while a hook that answers %s is asked about it',
  async (_, hook) => {
    const { offers, heard, wait } = await startTag({
      config,
      answers,
      queued: [['hook', 'before-attributes', hook], ...queued],
    });
    await wait();
    expect(offers()).toEqual(['asked']);
    expect(heard('offer').map(({ engagement }) => engagement)).toEqual([
      'asked',
    ]);
  },
);

test('[TG3, API5] where hooks are asked all the time it is decided once a second', async () => {
  const { beckon, offers, wait } = await startTag({
    config: publish([offer('a')]),
    queued: [
      ['hook', 'before-attributes', () => new Promise(() => {})],
      ['attributes', CART],
    ],
  });
  for (let times = 0; times < 12; times++) {
    beckon('attributes', CART);
    await wait(100);
  }
  expect(offers()).toEqual(['a']);
});

test('[API1] what is reported with a page comes before the next command', async () => {
  const { offers, wait } = await startTag({
    config: publish(
      [
        offer('plain', { priority: 1 }),
        offer('asked', { behaviors: ['with'] }),
      ],
      { behaviors: { with: { all: [has] } } },
    ),
    queued: [
      ['page', { attributes: CART }],
      ['show', 'asked'],
    ],
  });
  await wait();
  expect(offers()).toEqual(['asked']);
});

test.each([
  ['attributes', CART],
  ['page', { attributes: CART }],
] as const)(
  '[CO3] what reads them is asked for with the config, by %s too',
  async (...command) => {
    const { gateway, loaded, wait } = await startTag({
      config,
      answers: { config: new Promise(() => {}) },
      queued: [command],
    });
    await wait();
    expect(gateway.asked).toEqual(['config']);
    expect(loaded).toEqual(['extras']);
  },
);

test('[OF5] where its decoder has come nothing is asked for that no offer needs', async () => {
  const { beckon, gateway, loaded, wait } = await startTag({ config, answers });
  beckon('ready', () => {});
  await wait();
  expect(loaded).toContain('extras');
  beckon('attributes', { type: 'lead', topic: 'stove' });
  await wait();
  beckon('hook', 'before-attributes', () => new Promise(() => {}));
  beckon('attributes', { type: 'lead', topic: 'oven' });
  await wait(100);
  expect(loaded).not.toContain('offers');
  expect(gateway.asked).toEqual(['config']);
});

test('[LD4] where it cannot be read it is decided without', async () => {
  const { offers, wait } = await startTag({
    config,
    answers,
    queued,
    missing: ['extras'],
  });
  await wait();
  expect(offers()).toEqual(['excluded']);
});

test('[HP2] where the tag ends meanwhile nothing is asked for', async () => {
  const { held, release } = hold('extras');
  const { beckon, gateway, loaded, wait, left } = await startTag({
    config,
    answers,
    held,
  });
  beckon('attributes', CART);
  beckon('destroy');
  await wait();
  release();
  await wait();
  expect(loaded).not.toContain('offers');
  expect(gateway.asked).toEqual(['config']);
  expect(left()).toBe(0);
});

test('[HP2] what comes after the end is told to nobody', async () => {
  const { held, release } = hold('offers');
  const { beckon, page, wait } = await startTag({
    config: publish([offer('a', { format: 'toaster', zone: 'proactive' })]),
    held,
  });
  await wait();
  beckon('destroy');
  await wait();
  const told = page.announced.length;
  release();
  await wait();
  expect(page.announced).toHaveLength(told);
});
