import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { inlineCalls } from './inline-calls.mjs';

/** Each calls `told(…)` with what it found; none may be left of what is called. */
const OPENED: Record<string, string> = {
  'a value': 'var a = (b => { var c = b + 1; return () => c; })(1); told(a());',
  'a value among others':
    'var b = 1, a = (c => { told(b); return () => c; })(2), d = a(); told(d);',
  'names of the same spelling':
    'var b = 1; var a = (b => { var c = b; return () => c + b; })(2); var c = 9; told(a(), b, c);',
  'a name that an inner block has, too':
    'var a = (b => { { let b = 5; told(b); } return () => b; })(2); told(a());',
  'what a pattern takes apart':
    'var e = { a: 1, b: { c: 2 } }; var f = (({ a, b: { c }, d = a + c }) => { var g = () => a + c + d; return g; })(e); told(f());',
  'a default that is used':
    'var a = ((b = 3) => { return () => b; })(); told(a());',
  'a default that is not':
    'var a = ((b = 3) => { return () => b; })(4); told(a());',
  'a parameter that nobody gives':
    'var a = ((b, c) => { c = c || b; return () => c; })(4); told(a());',
  'what is returned':
    'var f = a => { return ((b) => { var c = b; return () => c; })(a); }; told(f(1)());',
  'a statement': 'told(1); (a => { var b = a; told(() => b); })(2); told(3);',
  'a statement with a condition':
    'var x = 1; x && (a => { told(() => a); })(2); x || (a => { told(a); })(3); x ? (a => { told(a, () => a); })(4) : told(5);',
  'what is thrown':
    'try { throw (a => { var b = () => a; return b; })(4); } catch (e) { told(e()); }',
  'one of two values':
    'var x = 1, a = x ? (b => { return () => b; })(6) : 0; told(a());',
  'a property': 'var o = {}; o.a = (b => { return () => b; })(6); told(o.a());',
  'an argument':
    'var o = Object.assign(p, (b => { return { c: () => b }; })(6)); told(o.c());',
  'one in another':
    'var a = (b => { var c = (d => { return () => d; })(b); return () => c() + 1; })(1); told(a());',
  'what waits':
    '(async () => { var a = (b => { return () => b; })(await 7); told(a()); })();',
};

/** What would not do the same, and so is left as it is. */
const LEFT: Record<string, string> = {
  'in a loop':
    'var fs = []; for (var i = 0; i < 2; i++) { var a = (b => { return () => b; })(i); fs.push(a); } told(fs[0](), fs[1]());',
  'a return in the midst':
    'var a = (b => { if (b) return 1; told(() => b); return 2; })(1); told(a);',
  'after what it may change':
    'var x = 1, f = (a, b) => told(a, b); var g = () => { f(x, (b => { x = 2; return () => b; })(3)); }; g(); told(x);',
  'behind a condition in the midst':
    'var x = 0; told(x && (b => { told(b); return () => b; })(3));',
  'a branch without a block':
    'var f = a => { if (a) return (b => { return () => b; })(a); else told(1); return told; }; told(f(0), f(2)());',
  'several returns, one of them returned':
    'var f = a => { return (b => { if (b) return () => b; return () => 0; })(a); }; told(f(0)(), f(2)());',
  'what waits itself':
    '(async () => { told(await (async b => { await 0; return () => b; })(3)); })();',
  'more than it takes':
    'var a = (b => { return () => b; })(1, told(2)); told(a());',
  'what is spread':
    'var l = [1]; var a = (b => { return () => b; })(...l); told(a());',
};

describe('a call of what stands there', () => {
  test.each(Object.entries(OPENED))('%s is opened', async (_, code) => {
    const opened = await inlineCalls(code);
    // What is left waits, and is no call of ours.
    expect(opened.match(/\}\)\((?!\))/g)).toBeNull();
    expect(await tellings(opened)).toEqual(await tellings(code));
  });

  test.each(Object.entries(LEFT))('%s is left', async (_, code) => {
    const left = await inlineCalls(code);
    expect(left).toMatch(/\}\)\((?!\))/);
    expect(await tellings(left)).toEqual(await tellings(code));
  });
});

async function tellings(code: string): Promise<string[]> {
  const told: string[] = [];
  const tell = (...given: unknown[]) => {
    told.push(
      given
        .map((each) =>
          typeof each === 'function' ? `=> ${each()}` : String(each),
        )
        .join(),
    );
  };
  runInNewContext(code, { told: tell, p: {} });
  await new Promise((resolve) => setTimeout(resolve));
  expect(told.length).toBeGreaterThan(0);
  return told;
}
