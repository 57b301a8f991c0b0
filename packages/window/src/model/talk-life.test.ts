import { expect, test } from 'vitest';
import { ROBIN } from '../testing/fake-talk-gateway.ts';
import { openTab, talkingTab } from '../testing/test-window.ts';

const framesOf = (tab: ReturnType<typeof openTab>, type: string) =>
  tab.gateway.heard.filter((frame) => frame.type === type);

test('[NET3] no socket before the visitor says something', async () => {
  const tab = openTab();
  await tab.wait();
  tab.model.open({});
  tab.actions.write('hm');
  await tab.wait(1000);
  expect(tab.gateway.opened).toEqual([]);
  await tab.say('hello');
  await tab.wait();
  expect(tab.gateway.opened).toEqual(['socket']);
});

test('[WN3] the first message starts the conversation, and is there at once', async () => {
  const tab = openTab();
  await tab.wait();
  tab.model.open({ engagement: 'help' });
  tab.gateway.mood.isDown = true;
  await tab.say('hello');
  expect(tab.talk().status).toBe('starting');
  expect(tab.talk().outbox.map(({ text }) => text)).toEqual(['hello']);
  tab.gateway.mood.isDown = false;
  await tab.wait(1000);
  expect(framesOf(tab, 'start')).toMatchObject([
    {
      engagementId: 'help',
      skill: 'sales',
      language: 'de-AT',
      page: { url: 'https://shop.example/' },
    },
  ]);
  expect(tab.texts()).toEqual(['hello']);
  expect(tab.talk()).toMatchObject({ status: 'queued', place: 1, outbox: [] });
});

test('[WF9] open with a message sends it', async () => {
  const tab = openTab();
  await tab.wait();
  tab.model.open({ message: 'I need help' });
  await tab.wait();
  expect(tab.texts()).toEqual(['I need help']);
});

test('[API5] the page’s hooks change and stop', async () => {
  const tab = openTab({
    hooks: {
      'before-open': (value) => ({ ...(value as object), engagement: 'help' }),
      'before-message': (value) => {
        const { text } = value as { text: string };
        return text === 'no' ? false : { text: `${text}!` };
      },
    },
  });
  await tab.wait();
  tab.model.open({});
  expect(tab.talk().engagement).toBe('help');
  await tab.say('hello');
  await tab.say('no');
  await tab.wait();
  expect(tab.texts()).toEqual(['hello!']);
  expect(tab.read().draft).toBe('no');
});

test('[WF8] what is masked is masked before it is sent, kept or shared', async () => {
  const tab = await talkingTab();
  tab.actions.write('pin 1234');
  await tab.wait(400);
  expect(tab.read().draft).toBe('pin 1234');
  expect(tab.stored.text).not.toContain('1234');
  tab.actions.send();
  await tab.wait(400);
  expect(
    JSON.stringify([tab.gateway.heard, tab.stored.text, ...tab.stored.records]),
  ).not.toContain('1234');
  expect(tab.texts().at(-1)).toBe('pin ****');
  expect(tab.read().hasMasked).toBe(true);
  await tab.say('plain');
  expect(tab.read().hasMasked).toBe(false);
});

test('[WN2] without the part that masks nothing is said, and nothing is lost', async () => {
  const tab = openTab({ isPartMissing: true });
  await tab.wait();
  tab.model.open({});
  await tab.say('hello');
  await tab.wait(500);
  expect(tab.read()).toMatchObject({ draft: 'hello', connection: 'lost' });
  expect(tab.gateway.opened).toEqual([]);
});

test('[DL3] what was written without a connection goes out after it, in order', async () => {
  const tab = await talkingTab();
  tab.gateway.mood.isDown = true;
  tab.gateway.cut();
  for (const text of ['one', 'two', 'three']) await tab.say(text);
  expect(tab.talk().outbox.map(({ status }) => status)).toEqual([
    'sending',
    'sending',
    'sending',
  ]);
  tab.gateway.mood.isDown = false;
  tab.emit('online');
  await tab.wait(2000);
  expect(tab.texts()).toEqual(['hello', 'one', 'two', 'three']);
});

test('[DL2] an acknowledgement that was lost doubles nothing', async () => {
  const tab = await talkingTab();
  tab.gateway.mood.isDeaf = true;
  await tab.say('once');
  await tab.wait(100);
  tab.gateway.mood.isDeaf = false;
  tab.gateway.cut();
  await tab.wait(2000);
  expect(framesOf(tab, 'message').length).toBeGreaterThan(2);
  expect(tab.texts()).toEqual(['hello', 'once']);
});

test('[DL3] [WN3] what is refused for a while keeps its place', async () => {
  const tab = await talkingTab();
  tab.gateway.mood.refuses = { code: 'rate-limited', retryAfterMs: 3000 };
  await tab.say('one');
  await tab.say('two');
  await tab.wait(1000);
  tab.gateway.mood.refuses = undefined;
  await tab.say('three');
  expect(tab.texts()).toEqual(['hello']);
  await tab.wait(3000);
  expect(tab.texts()).toEqual(['hello', 'one', 'two', 'three']);
});

test('[DL4] a gap is noticed, asked for and filled', async () => {
  const tab = await talkingTab();
  tab.gateway.mood.isDeaf = true;
  tab.gateway.say('missed');
  tab.gateway.mood.isDeaf = false;
  tab.gateway.say('seen');
  await tab.wait();
  expect(framesOf(tab, 'resume')).toHaveLength(1);
  expect(tab.texts()).toEqual(['hello', 'missed', 'seen']);
});

test('[DL4] what does not come is said, until it comes', async () => {
  const tab = await talkingTab();
  tab.gateway.mood.isDeaf = true;
  tab.gateway.say('missed');
  tab.gateway.mood.isDeaf = false;
  tab.gateway.mood.isSilent = true;
  tab.gateway.say('seen');
  await tab.wait(9999);
  expect(tab.read().isIncomplete).toBe(false);
  await tab.wait(1);
  expect(tab.read().isIncomplete).toBe(true);
  tab.gateway.mood.isSilent = false;
  tab.actions.reconnect();
  await tab.wait();
  expect(tab.read().isIncomplete).toBe(false);
  expect(tab.texts()).toEqual(['hello', 'missed', 'seen']);
});

test('[WF2] a connection that is lost for 2 s is said to be, a blink is not', async () => {
  const tab = await talkingTab();
  tab.gateway.mood.isDown = true;
  tab.gateway.cut();
  await tab.wait(1999);
  expect(tab.read().connection).toBe('good');
  await tab.wait(1);
  expect(tab.read().connection).toBe('lost');
  tab.gateway.mood.isDown = false;
  await tab.wait(40_000);
  expect(tab.read().connection).toBe('good');
});

test('[WF2] typing stops by itself after 5 s, and with the message', async () => {
  const tab = await talkingTab();
  tab.actions.write('h');
  await tab.wait(4999);
  expect(framesOf(tab, 'typing')).toMatchObject([{ active: true }]);
  await tab.wait(1);
  expect(framesOf(tab, 'typing')).toMatchObject([
    { active: true },
    { active: false },
  ]);
  tab.actions.write('hi');
  tab.actions.send();
  await tab.wait();
  expect(framesOf(tab, 'typing').at(-1)).toMatchObject({ active: false });
});

test('[WF2] who writes at the other side stops by itself after 5 s', async () => {
  const tab = await talkingTab();
  tab.gateway.tell({
    type: 'typing',
    conversationId: 'c1',
    from: ROBIN,
    active: true,
  });
  await tab.wait(4999);
  expect(tab.talk().typing?.name).toBe('Robin Hale');
  await tab.wait(1);
  expect(tab.talk().typing).toBeUndefined();
});

test('[WF6] it ends when all that was written is there', async () => {
  const tab = await talkingTab();
  await tab.say('bye');
  tab.actions.end();
  await tab.wait();
  expect(tab.texts()).toEqual(['hello', 'bye']);
  expect(tab.talk()).toMatchObject({ status: 'ended', endedBy: 'consumer' });
  await tab.wait(100);
  expect(tab.gateway.live()).toBe(0);
  tab.actions.again();
  expect(tab.talk()).toMatchObject({
    status: 'none',
    engagement: 'help',
    events: [],
  });
});

test('[API2] the page is told what happens, once', async () => {
  const tab = await talkingTab();
  tab.gateway.say('hi');
  await tab.wait();
  tab.actions.seen();
  tab.gateway.add({ kind: 'ended', by: 'agent' }, ROBIN);
  await tab.wait();
  tab.actions.minimize();
  const phases = tab.told.map(([type, detail]) => {
    const { phase, state } = detail as { phase?: string; state?: string };
    return `${type} ${phase ?? state ?? ''}`;
  });
  expect(phases).toEqual([
    'window opened',
    'conversation message',
    'conversation started',
    'conversation message',
    'conversation read',
    'conversation ended',
    'window closed',
  ]);
});

test('[WS1] the agent gets the page that the visitor goes to', async () => {
  const tab = await talkingTab();
  tab.turnPage({ url: 'https://shop.example/cart', title: 'Cart' });
  await tab.wait();
  expect(framesOf(tab, 'page')).toMatchObject([{ page: { title: 'Cart' } }]);
});
