// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import { SCENES } from '../../demo/scenes.ts';
import { drawDesk, type DrawnDesk } from '../testing/draw-desk.ts';
import {
  conversation,
  event,
  NOW,
  preview,
  ROBIN,
  said,
  welcome,
} from '../testing/people.ts';

const MINE = welcome({ conversations: [conversation('a'), conversation('b')] });
const QUEUED = [
  conversation('q', {
    state: 'queued',
    preview: preview({ visitorId: 'v-q000', lastText: 'Hello?' }),
  }),
];

beforeAll(() => {
  // happy-dom lays nothing out.
  Element.prototype.scrollTo = () => {};
  Element.prototype.scrollIntoView = () => {};
});

async function drawTalk(): Promise<DrawnDesk> {
  const desk = await drawDesk([MINE, said('a', 1, 'Hello')]);
  await desk.does(() => desk.model.actions.select('a'));
  return desk;
}

test('[CS16] no field that anybody can write becomes an element or an address', async () => {
  const desk = await drawDesk(SCENES['hostile']?.frames ?? []);
  await desk.does(() => desk.model.actions.select('c-bad'));
  expect(desk.root.textContent.match(/<img src=x/g)?.length).toBeGreaterThan(
    12,
  );
  expect(desk.all('img, script, iframe, object, [style*="url"]')).toEqual([]);
  const attributes = desk
    .all('*')
    .flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([]);
  const addresses = desk
    .all('a[href]')
    .map((link) => link.getAttribute('href') ?? '');
  expect(addresses.length).toBeGreaterThan(0);
  expect(
    addresses.filter((href) => !/^(https?:|mailto:|tel:|#talk)/.test(href)),
  ).toEqual([]);
});

test('[CS16] links open elsewhere, and tell nothing', async () => {
  const desk = await drawTalk();
  await desk.does(() => desk.push(said('a', 2, 'see https://a.example')));
  const link = desk.find('.bubble a');
  expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
  expect(link.getAttribute('target')).toBe('_blank');
});

test('[CS17] visitors write no Markdown, agents do', async () => {
  const desk = await drawTalk();
  await desk.does(() => {
    desk.push(said('a', 2, '**no**'));
    desk.model.actions.write('a', 'message', '**yes**');
  });
  expect(
    desk.all('.bubble strong').map((strong) => strong.textContent),
  ).toEqual(['yes']);
});

test('[CS24] the list and the transcript say when it ends, and it is spoken', async () => {
  const desk = await drawTalk();
  const words = () => desk.find('.row-last').textContent;
  const system = { role: 'system' } as const;
  const body = { kind: 'warned', endsAt: NOW + 5 * 60_000 } as const;
  await desk.does(() => desk.push(event('a', 2, system, body)));
  expect(words()).toMatch(/^Ends at .*25.* unless somebody writes$/);
  expect(desk.find('.happened.warned').textContent).toContain('It ends at');
  expect(desk.find('[role="status"]').textContent).toContain('ends soon');
  await desk.does(() => desk.push(said('a', 3, 'still here')));
  expect(words()).toBe('still here');
  expect(desk.all('.happened.warned')).toEqual([]);
});

test('[CS1] a login that is refused is said beside the password', async () => {
  const desk = await drawDesk('nobody');
  desk.answers.set('POST /v1/agents/login', { status: 401, body: undefined });
  for (const [id, value] of [
    ['email', 'robin@fernway.example'],
    ['password', 'wrong'],
  ]) {
    await desk.does(() => {
      const field = desk.find(`#${id}`);
      if (field instanceof HTMLInputElement) field.value = value ?? '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  await desk.does(
    () =>
      void desk
        .find('form')
        .dispatchEvent(
          new Event('submit', { bubbles: true, cancelable: true }),
        ),
  );
  expect(desk.asked.at(-1)?.body).toEqual({
    email: 'robin@fernway.example',
    password: 'wrong',
  });
  expect(desk.find('[role=alert]').textContent).toContain('don’t match');
  expect(desk.find('#password').getAttribute('aria-describedby')).toBe(
    'login-error',
  );
});

test('[CS13] ending asks once', async () => {
  const desk = await drawTalk();
  await desk.press('e', { altKey: true });
  expect(desk.sent('end')).toEqual([]);
  await desk.does(() => desk.find('dialog .danger').click());
  expect(desk.sent('end')).toEqual([{ type: 'end', conversationId: 'a' }]);
  expect(desk.all('dialog')).toEqual([]);
});

test('[CS13] a transfer names whom, and who is offline cannot be named', async () => {
  const colleagues = [
    { agentId: 'mei', name: 'Mei', status: 'online' },
    { agentId: 'sam', name: 'Sam', status: 'offline' },
  ] as const;
  const desk = await drawDesk([{ ...MINE, colleagues }]);
  await desk.does(() => desk.model.actions.select('a'));
  await desk.press('t', { altKey: true });
  const [, , , mei, sam] = desk.all('dialog input[type=radio]');
  expect(sam?.hasAttribute('disabled')).toBe(true);
  await desk.does(() => mei?.click());
  await desk.does(() => desk.find('dialog .primary').click());
  expect(desk.sent('transfer')).toEqual([
    { type: 'transfer', conversationId: 'a', toAgent: 'mei' },
  ]);
});

test('[CS9] a card says who waits, where, what they wrote, and takes them', async () => {
  const desk = await drawDesk([welcome({ queue: QUEUED })]);
  const card = desk.find('.waiting').textContent;
  for (const words of ['Visitor Q000', 'Hello?', 'sales', 'Your cart', '1m']) {
    expect(card).toContain(words);
  }
  await desk.does(() =>
    desk.find('[aria-label="Accept Visitor Q000"]').click(),
  );
  expect(desk.sent('accept')).toHaveLength(1);
});

test('[CS9] with all places taken accepting does nothing, and says why', async () => {
  const full = { ...ROBIN, maxConversations: 2 };
  const desk = await drawDesk([{ ...MINE, agent: full, queue: QUEUED }]);
  expect(desk.find('.lists').textContent).toContain('as many conversations');
  await desk.does(() => desk.find('[data-accept]').click());
  expect(desk.sent('accept')).toEqual([]);
});

test('[CS10] the title and the row say what is unread', async () => {
  const desk = await drawTalk();
  await desk.does(() => desk.push(said('b', 1, 'one'), said('b', 2, 'two')));
  expect(document.title).toMatch(/^\(2\) /);
  expect(desk.find('.badge').textContent).toContain('2 unread messages');
});

test('[CS15] one live region speaks; the transcript is silent', async () => {
  const desk = await drawTalk();
  await desk.does(() => desk.push(said('a', 2, 'again')));
  expect(desk.find('[role=status]').textContent).toBe('Visitor 1A2B: again');
  expect(desk.find('[role=log]').getAttribute('aria-live')).toBe('off');
});

test('[CS3] a lost connection is shown, and what is written is kept', async () => {
  const desk = await drawTalk();
  await desk.does(() => desk.drop());
  expect(desk.find('.connection').textContent).toContain('Connection lost');
  await desk.type('one');
  await desk.press('Enter');
  expect(desk.find('.bubble.agent').dataset['status']).toBe('sending');
});

test('[CS14] the status is a choice of three', async () => {
  const desk = await drawDesk([MINE]);
  await desk.does(() => desk.find('.segment.away input').click());
  expect(desk.sent('status')).toEqual([{ type: 'status', state: 'away' }]);
});

test('[CS18] the visitor is told in words, with the page now and those before', async () => {
  const desk = await drawDesk(SCENES['talk']?.frames ?? []);
  await desk.does(() => desk.model.actions.select('c-ada'));
  const words = desk.find('#visitor').textContent;
  for (const part of [
    'Ada Marchetti',
    'gardenweekly.example',
    'Chrome 143 on macOS',
    'Desktop',
    'British English',
    '4 visits',
    'last 3 days ago',
    'Help at the checkout',
    'Cart over €60',
    'Boston fern',
    '€83.40',
    'FERN10 has expired',
  ]) {
    expect(words).toContain(part);
  }
  expect(desk.find('.pages li[data-now=true]').textContent).toContain(
    'Payment',
  );
});
