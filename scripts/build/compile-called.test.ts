import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { compileCalled } from './compile-called.mjs';

/** Each tells what it found; after each stands what is to come of it. */
const COMPILED: Record<string, readonly [code: string, to: string]> = {
  'a function that is called': [
    'var a=b=>b+1;told(a(1));',
    'var a=(b=>b+1);told(a(1));',
  ],
  'one that seldom is': [
    'var s=SELDOM,a=s(b=>b+1);told(a(1));',
    'var a=b=>b+1;told(a(1));',
  ],
  'one that seldom is, by its own name': [
    'var a=SELDOM(b=>b+1);told(a(1));',
    'var a=b=>b+1;told(a(1));',
  ],
  'one in one that seldom is': [
    'var s=SELDOM,a=s(b=>()=>b);told(a(1)());',
    'var a=b=>()=>b;told(a(1)());',
  ],
  'one that is called where it stands': [
    '(a=>{told(a)})(1);',
    '(a=>{told(a)})(1);',
  ],
  'one that is handed on': [
    'told([1].map(a=>a+1)[0]);',
    'told([1].map((a=>a+1))[0]);',
  ],
  'a method': [
    'var o={a(b){told(b)}};o.a(1);',
    'var o={a:(b=>{told(b)})};o.a(1);',
  ],
  'a method that waits': [
    'var o={async a(b){told(await b)}};o.a(1);',
    'var o={a:(async b=>{told(await b)})};o.a(1);',
  ],
  'a method of a name that is worked out': [
    'var n="x",o={[n](){told(1)}};o.x();',
    'var n="x",o={[n]:(()=>{told(1)})};o.x();',
  ],
  'a declaration': [
    'told(a(1));function a(b){return b+1}',
    'var a=(b=>b+1);told(a(1));',
  ],
  'a declaration in a function': [
    'var c=()=>{return a(1);function a(b){return{b}}};told(c().b);',
    'var c=(()=>{var a=(b=>({b}));return a(1)});told(c().b);',
  ],
  'a getter': ['told({get a(){return 1}}.a);', 'told({get a(){return 1}}.a);'],
};

const REFUSED: Record<string, string> = {
  'a method with a this': 'var o={a(){return this}};',
  'a declaration with arguments': 'function a(){return arguments[0]}',
  'a generator': 'function*a(){}',
};

describe('what is compiled with its file', () => {
  test.each(Object.entries(COMPILED))('%s', async (_, [code, to]) => {
    const compiled = await compileCalled(code);
    expect(compiled.replace(/;$/, '')).toBe(to.replace(/;$/, ''));
    expect(await tellings(compiled)).toEqual(await tellings(code));
  });

  test.each(Object.entries(REFUSED))('%s is refused', async (_, code) => {
    await expect(compileCalled(code)).rejects.toThrow(
      /Failed to make an arrow .*Write it without/s,
    );
  });

  test('a mark of what is no function is refused', async () => {
    await expect(compileCalled('var a=SELDOM(b)')).rejects.toThrow(
      /Failed to read a mark: SELDOM\(b\)/,
    );
  });
});

async function tellings(code: string): Promise<unknown[]> {
  const told: unknown[] = [];
  runInNewContext(code, {
    SELDOM: (run: unknown) => run,
    told: (what: unknown) => void told.push(what),
  });
  await new Promise((resolve) => setTimeout(resolve));
  expect(told.length).toBeGreaterThan(0);
  return told;
}
