import { expect, test } from 'vitest';
import { publishBehavior } from '../testing/site.ts';
import { visit } from '../testing/visit.ts';

/** Whether a page is in an entry point of patterns. */
function isIn(
  entryPoint: object,
  page: { title?: string; sections?: string[] },
) {
  const told = visit(
    publishBehavior([{ type: 'visited-entry-point', entryPoints: ['it'] }], {
      entryPoints: { it: entryPoint },
    }),
  );
  told.page(0, '/x', page);
  return told.eligible().length > 0;
}

test.each([
  [{ exact: 'My Cart' }, 'my cart', true],
  [{ exact: '  my   cart ' }, ' MY\t\nCART', true],
  [{ exact: 'my cart' }, 'mycart', false],
  [{ exact: 'my cart' }, 'my cart 2', false],
  [{ contains: 'CART' }, 'my cart 2', true],
  [{ contains: 'y  c' }, 'My Cart', true],
  [{ contains: 'help' }, 'My Cart', false],
  [{ regex: '^my cart$' }, '  My   Cart ', true],
  [{ regex: 'cart\\s\\s' }, 'cart  x', false],
  [{ regex: '\\p{L}+' }, 'Körbchen', true],
  [{ regex: '^$' }, 'x', false],
])('[PT1] %j and the title %j', (pattern, title, expected) => {
  expect(isIn({ title: [pattern] }, { title })).toBe(expected);
});

test('[PT1] any section may match, and any pattern', () => {
  const section = [{ exact: 'a' }, { exact: 'b' }];
  expect(isIn({ section }, { sections: ['x', 'B'] })).toBe(true);
  expect(isIn({ section }, { sections: ['x', 'y'] })).toBe(false);
  expect(isIn({ section }, {})).toBe(false);
});

test('[EP1] one of url, title and section is enough', () => {
  const either = { url: [{ contains: '/no' }], title: [{ exact: 'yes' }] };
  expect(isIn(either, { title: 'Yes' })).toBe(true);
  expect(isIn(either, { title: 'No' })).toBe(false);
});

test.each([
  ['title', { title: [{ exact: 'over' }] }, false],
  ['section', { section: [{ exact: 'old' }] }, false],
  ['URL', { url: [{ contains: '/x' }] }, false],
  ['nothing of it', { title: [{ exact: 'sale' }] }, true],
])('[EP1] what is excluded by %s is out', (_, exclude, expected) => {
  const sale = { url: [{ contains: 'shop' }], exclude };
  const page = { title: 'Over', sections: ['old'] };
  expect(isIn(sale, page)).toBe(expected);
});
