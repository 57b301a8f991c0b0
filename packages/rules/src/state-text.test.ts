import { MAX_STATE_BYTES } from '@beckon/schema/constants';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashText } from './decision/draw.ts';
import { createState, type EngineState } from './index.ts';
import { loadState, saveState } from './state-text.ts';
import { chat, offer, publish } from './testing/site.ts';
import { STATE_VERSION } from './state-version.ts';
import { visit } from './testing/visit.ts';

/** The text of a visit in which a little of everything happened. */
function saveVisit(): string {
  const {
    engine,
    page,
    report,
    offer: tellOffer,
    tell,
  } = visit(publish([offer('tip'), chat('talk')]));
  page(0, '/cart', {
    title: 'Körbchen 🛒',
    referrer: 'https://www.google.com/',
  });
  report(1, { type: 'cart', total: 80, products: [{ quantity: 1 }] });
  report(2, { type: 'error', message: 'Störung', code: 'E1' });
  tell(3, { type: 'availability', skills: { sales: 'online' } });
  tellOffer(4, 'tip', 'impression');
  page(5, '/help', { tab: 't2' });
  return saveState(engine.state);
}

const text = saveVisit();
const saved = loadState(text);

/** What `saveState` would write around any JSON. */
function wrap(json: string): string {
  return `{"check":${hashText(json)},"state":${json}}`;
}

function bytesOf(written: string): number {
  return new TextEncoder().encode(written).length;
}

/** A state whose text would have a number of bytes, were nothing cut. */
function makeState(bytes: number): EngineState {
  const { engine, page } = visit(publish([]));
  page(0, '/');
  page(1, '/');
  const { state } = engine;
  const grow = (letters: number) => {
    state.session.landing = 'x'.repeat(letters);
    return bytesOf(wrap(JSON.stringify({ version: STATE_VERSION, ...state })));
  };
  // The checksum has a digit more or less: so some texts are tried.
  let letters = 0;
  for (let salt = 10; salt < 100 && grow(letters) !== bytes; salt += 1) {
    state.session.referrer = `${salt}`;
    letters += bytes - grow(letters);
  }
  expect(grow(letters)).toBe(bytes);
  return state;
}

test('[SE4] what was saved is read as it was', () => {
  expect(saved?.session.history).toHaveLength(1);
  expect(saveState(saved as EngineState)).toBe(text);
});

test('[SE4] a text that is cut anywhere is dropped', () => {
  for (let length = 0; length < text.length; length += 1)
    expect(loadState(text.slice(0, length))).toBeUndefined();
});

test('[SE4] a text with a character garbled is dropped', () => {
  for (const [from, to] of [
    ['shop', 'shot'],
    ['80', '81'],
    ['"t1"', '"t2"'],
  ] as const)
    expect(loadState(text.replace(from, to))).toBeUndefined();
});

test('[SE4] a text that misses its beginning is dropped', () => {
  for (let start = 1; start < text.length; start += 1)
    expect(loadState(text.slice(start))).toBeUndefined();
});

test('[SE4] a text with something around it is dropped', () => {
  for (const more of [' ', '\n', '\0', 'x', '{', text]) {
    expect(loadState(more + text)).toBeUndefined();
    expect(loadState(text + more)).toBeUndefined();
  }
});

test.each([0, 2, '1', null, undefined])(
  '[SE4] a state of version %s is dropped',
  (version) => {
    const json = JSON.stringify({ ...saved, version });
    expect(loadState(wrap(json))).toBeUndefined();
  },
);

test.each(['null', '1', '"x"', '[]', '{}', 'true', '', '{', 'undefined'])(
  '[SE4] %s in the place of a state is dropped',
  (json) => {
    expect(loadState(wrap(json))).toBeUndefined();
  },
);

test('[SE4] the right state with another checksum is dropped', () => {
  const json = JSON.stringify({ version: STATE_VERSION, ...saved });
  expect(loadState(wrap(json))).toEqual(saved);
  expect(loadState(`{"check":1,"state":${json}}`)).toBeUndefined();
  expect(loadState(`{"check":"x","state":${json}}`)).toBeUndefined();
  expect(loadState(json)).toBeUndefined();
});

test('[SE4] no text makes it throw, or is taken for a state', () => {
  const json = fc.json({ maxDepth: 2 });
  const near = fc
    .tuple(fc.nat(), json)
    .map(([check, state]) => `{"check":${check},"state":${state}}`);
  const whole = json.map(wrap);
  const any = fc.oneof(fc.string({ unit: 'binary' }), json, near, whole);
  fc.assert(
    fc.property(any, (written) => {
      expect(loadState(written)).toBeUndefined();
    }),
    { seed: 4, numRuns: 200 },
  );
});

test('[SE4] an engine goes on from a state without a session', () => {
  const { page, eligible } = visit(publish([offer('tip')]), createState('v2'));
  page(0, '/cart');
  expect(eligible()).toEqual(['tip']);
});

test('[SE5] the oldest of the history goes first, and no more than must', () => {
  const { engine, page } = visit(publish([]));
  for (let i = 0; i < 60; i += 1) page(i, `/${i}/${'x'.repeat(1800)}`);
  const written = saveState(engine.state);
  const { history } = engine.state.session;
  expect(bytesOf(written)).toBeLessThan(MAX_STATE_BYTES);
  expect(bytesOf(written)).toBeGreaterThan(MAX_STATE_BYTES * 0.8);
  expect(history.length).toBeGreaterThan(20);
  expect(history[history.length - 1]).toMatchObject({ page: 59 });
});

test('[SE5] products beyond fifty go only when the history is not enough', () => {
  const { engine, page, report } = visit(publish([]));
  const productsOf = (letters: number) =>
    Array.from({ length: 200 }, () => ({
      product: { name: 'n'.repeat(letters) },
    }));
  page(0, '/cart');
  page(1, '/help');
  report(2, { type: 'cart', products: productsOf(50) });
  saveState(engine.state);
  expect(engine.state.session.history).toHaveLength(1);
  expect(engine.state.session.merged.cart?.products).toHaveLength(200);
  report(3, { type: 'cart', total: 7, products: productsOf(1000) });
  expect(bytesOf(saveState(engine.state))).toBeLessThan(MAX_STATE_BYTES);
  expect(engine.state.session.history).toEqual([]);
  expect(engine.state.session.merged.cart?.products).toHaveLength(50);
  expect(engine.state.session.merged.cart?.total).toBe(7);
});

test('[SE5] a state of just under 64 KiB keeps all', () => {
  const state = makeState(MAX_STATE_BYTES - 1);
  expect(bytesOf(saveState(state))).toBe(MAX_STATE_BYTES - 1);
  expect(state.session.history).toHaveLength(1);
});

test('[SE5] a state of 64 KiB is cut', () => {
  const state = makeState(MAX_STATE_BYTES);
  expect(bytesOf(saveState(state))).toBeLessThan(MAX_STATE_BYTES);
  expect(state.session.history).toHaveLength(0);
});

test('[SE5] a session that cannot fit is left out, the visitor is not', () => {
  const state = makeState(5000);
  state.session.ids = Array.from({ length: 9000 }, (_, i) => 1e9 + i);
  const { visitor, revision } = state;
  expect(revision).not.toBe('');
  expect(loadState(saveState(state))).toEqual(
    JSON.parse(JSON.stringify({ ...createState(''), visitor })),
  );
});
