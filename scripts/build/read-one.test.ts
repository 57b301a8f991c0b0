import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { readOne } from './read-one.mjs';

/** Each tells what it found; after each stands what is to come of it. */
const WRITTEN: Record<string, readonly [code: string, to: string]> = {
  'one of what an object has': [
    'var { a: b } = o; told(b);',
    'var b = o.a; told(b);',
  ],
  'of the same name': ['const { a } = o; told(a);', 'const a = o.a; told(a);'],
  'among others': [
    'let x = 1, { a } = o, y = a; told(x, y);',
    'let x = 1, a = o.a, y = a; told(x, y);',
  ],
  'of what is called': [
    'var f = () => o; var { a } = f(); told(a);',
    'var f = () => o; var a = f().a; told(a);',
  ],
  'of what is chosen': [
    'var { a } = o.none ?? o; told(a);',
    'var a = (o.none ?? o).a; told(a);',
  ],
  'of what is waited for': [
    '(async () => { const { a } = await o; told(a); })();',
    '(async () => { const a = (await o).a; told(a); })();',
  ],
  'of what may not be there': [
    'try { var { a } = o.none?.more; told(a); } catch (e) { told(e.name); }',
    'try { var a = (o.none?.more).a; told(a); } catch (e) { told(e.name); }',
  ],
  'what is assigned': [
    'var a; ({ a } = o); told(a);',
    'var a; a = o.a; told(a);',
  ],
  'what is assigned among other things': [
    'var a, c; told(1), ({ a } = o), ({ c } = o); told(a, c);',
    'var a, c; told(1), a = o.a, c = o.c; told(a, c);',
  ],
  'what is assigned before something is told': [
    'var a; if (({ a } = o), a) told(a);',
    'var a; if (a = o.a, a) told(a);',
  ],
};

/** What is not written otherwise. */
const LEFT: Record<string, string> = {
  'two of them': 'var { a, c } = o; told(a, c);',
  'none of them': 'var {} = o; told(1);',
  'one and the rest': 'var { ...a } = o; told(a.a);',
  'one with a default': 'var { a = 1 } = o; told(a);',
  'one that is taken apart': 'var { a: [b] } = { a: [1] }; told(b);',
  'a name that is worked out': 'var n = "a", { [n]: b } = o; told(b);',
  'a name that is a text': 'var { "a": b } = o; told(b);',
  'what a loop takes apart': 'for (var { a } of [o]) told(a);',
  'what a function takes': 'var f = ({ a }) => a; told(f(o));',
  'what an assignment is worth': 'var a, b = { a } = o; told(a, b.c);',
  'what the last of several assignments is worth':
    'var a, b = (told(1), { a } = o); told(a, b.c);',
  'the target of a property': 'var p = {}; ({ a: p.b } = o); told(p.b);',
};

describe('one property that is read', () => {
  test.each(Object.entries(WRITTEN))('%s', async (_, [code, to]) => {
    const written = await readOne(code);
    expect(inOneLine(written)).toBe(inOneLine(to));
    expect(await tellings(written)).toEqual(await tellings(code));
  });

  test.each(Object.entries(LEFT))('%s: as it is', async (_, code) => {
    expect(inOneLine(await readOne(code))).toBe(inOneLine(code));
    expect(await tellings(code)).not.toEqual([[]]);
  });
});

const inOneLine = (code: string) => code.replace(/\s+/g, ' ').trim();

async function tellings(code: string): Promise<unknown[]> {
  const told: unknown[] = [];
  runInNewContext(code, {
    o: { a: 1, c: 2 },
    told: (...what: unknown[]) => void told.push(what),
  });
  await new Promise((resolve) => setTimeout(resolve));
  expect(told.length).toBeGreaterThan(0);
  return told;
}
