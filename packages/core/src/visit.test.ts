import { expect, test } from 'vitest';
import { chat, offer, publish, startTag } from './testing/test-tag.ts';

const online = { availability: { skills: { sales: 'online' } } };

test('[PG1] routing begins a page view, told at the next frame', async () => {
  const { heard, page, wait } = await startTag();
  page.go('/next', 'Next');
  await wait(15);
  expect(heard('page')).toHaveLength(1);
  await wait(1);
  expect(heard('page').at(-1)).toEqual({
    url: 'https://shop.example/next',
    title: 'Next',
    sections: [],
  });
});

test('[PG1] without autoPages only the page command begins one', async () => {
  const config = publish([offer('a')], { autoPages: false });
  const { beckon, heard, offers, page, wait } = await startTag({ config });
  page.go('/next');
  await wait(200);
  expect(heard('page')).toEqual([]);
  beckon('page', { title: 'Mine' });
  await wait(200);
  expect(heard('page').map(({ title }) => title)).toEqual(['Mine']);
  expect(offers()).toEqual(['a']);
});

test('[PG2] a route that changes an ignored parameter alone begins none', async () => {
  const { heard, page, wait } = await startTag();
  page.go('/?utm_source=x');
  await wait(200);
  expect(heard('page')).toHaveLength(1);
});

test('[PG3] a page command that was queued completes the page view', async () => {
  const { heard } = await startTag({
    queued: [['page', { title: 'Cart', sections: ['cart'] }]],
  });
  expect(heard('page')).toEqual([
    { url: 'https://shop.example/', title: 'Cart', sections: ['cart'] },
  ]);
});

test('[PG3] a command right after a route completes it before it settled', async () => {
  const { beckon, heard, page, wait } = await startTag();
  page.go('/next');
  beckon('page', { sections: ['next'] });
  await wait(200);
  expect(heard('page').map(({ sections }) => sections)).toEqual([[], ['next']]);
});

test('[PG4] a title that comes late is judged', async () => {
  const config = publish([offer('a', { entryPoints: ['thanks'] })], {
    entryPoints: { thanks: { title: [{ exact: 'Thanks' }] } },
  });
  const { offers, page, wait } = await startTag({ config });
  await wait(200);
  expect(offers()).toEqual([]);
  page.facts.title = 'Thanks';
  page.emit('title');
  await wait(800);
  expect(offers()).toEqual(['a']);
});

test('[PG4] a title that changes after a second is left alone', async () => {
  const config = publish([offer('a', { entryPoints: ['thanks'] })], {
    entryPoints: { thanks: { title: [{ exact: 'Thanks' }] } },
  });
  const { offers, page, wait } = await startTag({ config });
  await wait(1001);
  page.facts.title = 'Thanks';
  page.emit('title');
  await wait(2000);
  expect(offers()).toEqual([]);
});

test('[PG5] coming back from the back-forward cache begins a page view', async () => {
  const { heard, offers, page, wait } = await startTag();
  await wait(100);
  page.emit('pagehide');
  await wait(60_000);
  expect(offers()).toEqual([]);
  page.emit('visibilitychange');
  page.emit('pageshow', { persisted: true });
  await wait(100);
  expect(heard('page')).toHaveLength(2);
  expect(offers()).toEqual(['a']);
});

test('[PG5] a pageshow that is no return begins none', async () => {
  const { heard, page, wait } = await startTag();
  page.emit('pageshow', { persisted: false });
  await wait(100);
  expect(heard('page')).toHaveLength(1);
});

test('[PG6] hidden time does not count', async () => {
  const behaviors = {
    stays: {
      all: [
        { type: 'time-on-entry-point', entryPoints: ['cart'], seconds: 10 },
      ],
    },
  };
  const config = publish([offer('a', { behaviors: ['stays'] })], { behaviors });
  const { offers, page, wait } = await startTag({
    config,
    page: { url: 'https://shop.example/cart' },
  });
  await wait(5000);
  page.facts.visible = false;
  page.emit('visibilitychange');
  await wait(60_000);
  page.facts.visible = true;
  page.emit('visibilitychange');
  await wait(5000);
  expect(offers()).toEqual([]);
  await wait(1);
  expect(offers()).toEqual(['a']);
});

test('[OF4] a click is told, and opens the window of a conversation', async () => {
  const config = publish([chat('a')]);
  const { drawn, gateway, heard, wait } = await startTag({
    config,
    answers: online,
  });
  await wait();
  drawn.get('a')?.hear('click');
  await wait();
  expect(heard('offer').map(({ phase }) => phase)).toEqual([
    'display',
    'click',
  ]);
  expect(heard('offer')[0]).toEqual({
    phase: 'display',
    engagement: 'a',
    campaign: 'sales',
    zone: 'right',
  });
  expect(gateway.asked).toContain('availability?skills=sales');
});

test('[OF4] what the visitor closes is declined and goes', async () => {
  const { drawn, heard, offers, wait } = await startTag();
  drawn.get('a')?.hear('decline');
  await wait();
  expect(offers()).toEqual([]);
  expect(heard('offer').map(({ phase }) => phase)).toContain('decline');
});

test('[OF4] an offer whose time is up goes with a timeout', async () => {
  const config = publish([offer('a', { durationSeconds: 20 })]);
  const { heard, offers, wait } = await startTag({ config });
  await wait(20_000);
  expect(offers()).toEqual([]);
  expect(heard('offer').at(-1)?.phase).toBe('timeout');
});

test('[OF5] availability is asked for once, for all skills that are needed', async () => {
  const config = publish([
    chat('a'),
    chat('b', { zone: 'left', skill: 'help' }),
  ]);
  const { gateway, offers, wait } = await startTag({
    config,
    answers: { availability: { skills: { sales: 'online' } } },
  });
  await wait(1000);
  expect(gateway.asked).toEqual(['config', 'availability?skills=sales,help']);
  expect(offers()).toEqual(['a']);
});

test('[OF5] what an offer depends on is asked for again each minute', async () => {
  const { gateway, offers, page, wait } = await startTag({
    config: publish([chat('a')]),
    answers: online,
  });
  await wait(1000);
  gateway.answers['availability'] = { skills: { sales: 'offline' } };
  await wait(60_000);
  expect(offers()).toEqual([]);
  page.facts.visible = false;
  page.emit('visibilitychange');
  const { length } = gateway.asked;
  await wait(300_000);
  expect(gateway.asked).toHaveLength(length);
});

test('[OF5] without an answer nothing is offered, and a minute later it asks again', async () => {
  const { gateway, offers, wait } = await startTag({
    config: publish([chat('a')]),
  });
  await wait(1000);
  expect(offers()).toEqual([]);
  Object.assign(gateway.answers, online);
  await wait(60_000);
  expect(offers()).toEqual(['a']);
});

test('[SL4] another state of availability changes the creative, and is no new display', async () => {
  const creative = { online: { title: 'Now' }, busy: { title: 'Later' } };
  const { drawn, gateway, heard, wait } = await startTag({
    config: publish([chat('a', { creative })]),
    answers: online,
  });
  await wait(1000);
  gateway.answers['availability'] = { skills: { sales: 'busy' } };
  await wait(60_000);
  expect(JSON.stringify(drawn.get('a')?.look.tree)).toContain('Later');
  expect(heard('offer').map(({ phase }) => phase)).toEqual(['display']);
});

test('[SL4] an offer that is chosen again at a page view stays as it is', async () => {
  const { drawn, heard, page, wait } = await startTag();
  const before = drawn.get('a');
  page.go('/next');
  await wait(200);
  expect(drawn.get('a')).toBe(before);
  expect(heard('offer')).toHaveLength(1);
});

test('[SL4] one that goes gives its zone to another', async () => {
  const config = publish([
    offer('here', { entryPoints: ['cart'], priority: 1 }),
    offer('else'),
  ]);
  const { offers, page, wait } = await startTag({
    config,
    page: { url: 'https://shop.example/cart' },
  });
  expect(offers()).toEqual(['here']);
  page.go('/other');
  await wait(200);
  expect(offers()).toEqual(['else']);
});

test('[CO4] the time zone is asked for only where a condition asks', async () => {
  const zones: string[] = [];
  const keepPorts = {
    timeZone: () => {
      zones.push('asked');
      return 'Europe/London';
    },
  };
  await startTag({ keepPorts });
  expect(zones).toEqual([]);
  const config = publish([offer('a')], {
    audiences: {
      here: { all: [{ type: 'time-zone', anyOf: ['Europe/London'] }] },
    },
    campaigns: [{ id: 'c', audiences: ['here'], engagements: [offer('a')] }],
  });
  const { offers, wait } = await startTag({ config, keepPorts });
  await wait();
  expect(zones).toEqual(['asked']);
  expect(offers()).toEqual(['a']);
});

test('[API2] page views that follow each other before there is a decision are told one by one', async () => {
  const { heard, wait } = await startTag({
    queued: [
      ['page', { url: '/a' }],
      ['page', { url: '/b' }],
    ],
  });
  await wait();
  expect(heard('page').map(({ url }) => url)).toEqual(
    ['', 'a', 'b'].map((path) => `https://shop.example/${path}`),
  );
});
