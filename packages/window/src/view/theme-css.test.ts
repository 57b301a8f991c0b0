import { expect, test } from 'vitest';
import { themeCss } from './theme-css.ts';

test('[WF10] a site’s looks become custom properties', () => {
  const css = themeCss(
    {
      colors: { accent: '#123456', accentText: '#fff' },
      radius: 4,
      zIndex: 9,
      offset: { x: 1, y: 2 },
      fonts: { body: 'Inter, sans-serif', sizePx: 17 },
    },
    undefined,
  );
  for (const each of [
    '--beckon-accent:#123456;',
    '--beckon-accent-text:#fff;',
    '--beckon-radius:4px;',
    '--beckon-z-index:9;',
    '--beckon-offset-y:2px;',
    '--beckon-font:Inter, sans-serif;',
    '--beckon-font-size:17px;',
  ])
    expect(css).toContain(each);
});

test('[WN5] nothing that ends a declaration gets in', () => {
  const css = themeCss(
    { colors: { accent: 'red;}*{color:red', text: 'url(x)@import' } },
    undefined,
  );
  expect(css).not.toContain('red');
  expect(css).not.toContain('@import');
});

test('[WN5] dark follows the visitor, unless the site’s colours are for light', () => {
  const isAuto = (look: Parameters<typeof themeCss>[0]) =>
    themeCss(look, undefined).includes('@media (prefers-color-scheme:dark)');
  expect(isAuto({})).toBe(true);
  expect(isAuto({ colors: { accent: '#123' } })).toBe(true);
  expect(isAuto({ colors: { background: '#fff' } })).toBe(false);
  expect(
    isAuto({
      colors: { background: '#fff' },
      darkColors: { background: '#000' },
    }),
  ).toBe(true);
  expect(isAuto({ darkScheme: 'never' })).toBe(false);
  expect(themeCss({ darkScheme: 'always' }, undefined)).toContain(
    'color-scheme:dark',
  );
});

test('[WM1] the visitor’s size goes before the site’s', () => {
  const look = { size: { width: 400, height: 500 } };
  expect(themeCss(look, undefined)).toContain('--beckon-width:400px');
  expect(themeCss(look, { width: 333, height: 444 })).toContain(
    '--beckon-width:333px',
  );
});
