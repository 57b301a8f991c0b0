import { expect, test } from 'vitest';
import { chat, offer, publish, startTag } from './testing/test-tag.ts';

test('[HP1, SL10] what the page gave all objects is no offer that waits', async () => {
  const reads = {
    type: 'time-on-entry-point',
    entryPoints: ['cart'],
    seconds: 1,
  };
  const config = publish(
    [
      offer('late', { delaySeconds: 2 }),
      offer('read', { zone: 'left', behaviors: ['reads'] }),
    ],
    { behaviors: { reads: { all: [reads] } } },
  );
  Object.assign(Object.prototype, { extend: () => {}, none: null });
  try {
    const { offers, wait } = await startTag({
      config,
      page: { url: 'https://shop.example/cart' },
    });
    await wait(2500);
    expect(offers()).toEqual(['read', 'late']);
  } finally {
    for (const name of ['extend', 'none'])
      Reflect.deleteProperty(Object.prototype, name);
  }
});

test('[LD4, API7] what was asked for and a hook stops gives way', async () => {
  const { beckon, offers, wait } = await startTag({
    config: publish([offer('a'), offer('b', { entryPoints: ['cart'] })]),
    queued: [
      [
        'hook',
        'before-offer',
        ({ engagement }: { engagement: string }) => engagement !== 'b' && {},
      ],
    ],
  });
  await wait(10);
  beckon('show', 'b', { force: true });
  await wait(10);
  expect(offers()).toEqual(['a']);
});

test('[LD4] a hook that stops an offer late stops none of the next page view', async () => {
  const answers: ((answer: boolean | object) => void)[] = [];
  const { beckon, offers, wait } = await startTag({
    config: publish([offer('a', { entryPoints: ['cart'] }), offer('b')]),
    page: { url: 'https://shop.example/cart' },
    queued: [
      [
        'hook',
        'before-offer',
        () => new Promise((answer) => void answers.push(answer)),
      ],
    ],
  });
  await wait(10);
  for (const url of ['/', '/cart?again']) {
    beckon('page', { url });
    await wait(10);
  }
  answers.shift()?.(false);
  await wait(10);
  for (let times = 0; times < 2; times++) {
    answers.shift()?.({});
    await wait(10);
  }
  expect(offers()).toEqual(['a']);
});

test('[OF4] an offer that changed its creative before it was drawn is displayed', async () => {
  let come = () => {};
  const held = { offers: new Promise<void>((resolve) => (come = resolve)) };
  const creative = { online: { title: 'Now' }, busy: { title: 'Later' } };
  const { gateway, heard, wait } = await startTag({
    config: publish([
      chat('a', { format: 'toaster', zone: 'proactive', creative }),
    ]),
    answers: { availability: { skills: { sales: 'online' } } },
    held,
  });
  await wait(1000);
  gateway.answers['availability'] = { skills: { sales: 'busy' } };
  await wait(60_000);
  come();
  await wait(100);
  expect(heard('offer').map(({ phase }) => phase)).toEqual(['display']);
});
