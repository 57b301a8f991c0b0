// @vitest-environment happy-dom
import { beforeAll, expect, test, vi } from 'vitest';
import { CANNED } from '../../demo/scenes.ts';
import { drawDesk, type DrawnDesk } from '../testing/draw-desk.ts';
import {
  conversation,
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

const sent = (desk: DrawnDesk) =>
  desk.sent('message').map(({ content }) => content.text);

test('[CS19] Enter sends, with Ctrl too; with Shift and while composing it does not', async () => {
  const desk = await drawTalk();
  await desk.type('one');
  await desk.press('Enter', { shiftKey: true });
  await desk.press('Enter', { isComposing: true });
  expect(sent(desk)).toEqual([]);
  await desk.press('Enter');
  await desk.type('two');
  await desk.press('Enter', { ctrlKey: true });
  expect(sent(desk)).toEqual(['one', 'two']);
});

test('[CS12] Alt+N writes a note, Escape goes back, and neither is sent as a message', async () => {
  const desk = await drawTalk();
  await desk.press('n', { altKey: true });
  expect(desk.find('.composer').dataset['mode']).toBe('note');
  await desk.type('careful');
  await desk.press('Enter');
  expect(desk.sent('note')).toMatchObject([{ text: 'careful' }]);
  expect(sent(desk)).toEqual([]);
  expect(desk.find('.bubble.note').textContent).toBe('careful');
  await desk.press('Escape');
  expect(desk.find('.composer').dataset['mode']).toBe('message');
});

test('[CS6] a text over the limit is not sent, and says by how much', async () => {
  const desk = await drawTalk();
  await desk.type('x'.repeat(8001));
  await desk.press('Enter');
  expect(sent(desk)).toEqual([]);
  expect(desk.find('.length').textContent).toContain('1 ');
  expect(desk.find('.send').getAttribute('aria-disabled')).toBe('true');
});

test('[CS6] what was refused says why, and offers to try again', async () => {
  const desk = await drawTalk();
  await desk.type('one');
  await desk.press('Enter');
  const { clientId = '' } = desk.sent('message').at(0) ?? {};
  await desk.does(() =>
    desk.push({ type: 'problem', code: 'message-too-long', clientId }),
  );
  expect(desk.find('.bubble .failed').textContent).toContain('too long');
  await desk.does(() => desk.find('.failed button').click());
  expect(sent(desk)).toEqual(['one', 'one']);
});

test('[CS21] a slash opens the answers; arrows and Enter insert one', async () => {
  const desk = await drawDesk([MINE]);
  const hint = () => desk.find('#composer').getAttribute('placeholder');
  await desk.does(() => desk.model.actions.select('a'));
  expect(hint()).not.toContain('canned');
  desk.answers.set('GET /v1/agents/canned', {
    status: 200,
    body: { canned: CANNED },
  });
  desk.answers.set('POST /v1/agents/login', {
    status: 200,
    body: { agent: ROBIN },
  });
  await desk.does(() => void desk.model.actions.logOut());
  await desk.does(
    () => void desk.model.actions.logIn('robin@fernway.example', 'right'),
  );
  await desk.does(() => {
    desk.open();
    desk.push(MINE);
    desk.model.actions.select('a');
  });
  expect(hint()).toContain('/ for canned answers');
  await desk.type('/');
  expect(desk.all('[role=option]')).toHaveLength(CANNED.length);
  await desk.press('ArrowDown');
  const active = desk.find('#composer').getAttribute('aria-activedescendant');
  expect(
    document.getElementById(active ?? '')?.getAttribute('aria-selected'),
  ).toBe('true');
  await desk.press('Enter');
  expect(sent(desk)).toEqual([]);
  const field = desk.find('#composer');
  expect(field instanceof HTMLTextAreaElement && field.value).toBe(
    CANNED[1]?.text,
  );
  await desk.type('/gone');
  expect(desk.find('.canned').textContent).toContain('No canned answer');
  await desk.press('Escape');
  expect(desk.all('.canned')).toEqual([]);
});

test('[CS19] Alt+A accepts who waits longest, Alt+Down goes on', async () => {
  const desk = await drawDesk([{ ...MINE, queue: QUEUED }]);
  await desk.press('ArrowDown', { altKey: true });
  expect(desk.find('[aria-current=true]').id).toBe('item-a');
  await desk.press('a', { altKey: true });
  expect(desk.sent('accept')).toEqual([
    { type: 'accept', conversationId: 'q' },
  ]);
});

test('[CS19] a question mark opens the list of keys, but not while writing', async () => {
  const desk = await drawTalk();
  await desk.type('x');
  await desk.press('?');
  expect(desk.all('dialog')).toEqual([]);
  await desk.press('/', { ctrlKey: true });
  expect(desk.find('dialog').textContent).toContain('Keyboard shortcuts');
});

test('[CS19] Alt+V goes to the visitor and Escape back, in a window that is covered too', async () => {
  // Such a window has no frames.
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const desk = await drawTalk();
  const focused = () => document.activeElement?.id;
  desk.find('#composer').focus();
  await desk.press('v', { altKey: true });
  expect(focused()).toBe('visitor');
  desk.find('#composer').focus();
  await desk.press('v', { altKey: true });
  expect(focused()).toBe('visitor');
  await desk.press('Escape');
  expect(focused()).toBe('composer');
  vi.unstubAllGlobals();
});
