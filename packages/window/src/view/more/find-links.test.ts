import { expect, test } from 'vitest';
import { findLinks, safeUrl } from './find-links.ts';

const linksIn = (text: string) =>
  findLinks(text).flatMap((piece) =>
    piece.type === 'link' ? [[piece.text, piece.url]] : [],
  );

test.each([
  ['see https://a.example/x?y=1#z.', 'https://a.example/x?y=1#z'],
  ['(https://a.example/x)', 'https://a.example/x'],
  ['https://a.example/x_(y)', 'https://a.example/x_(y)'],
  ['HTTP://A.example/', 'HTTP://A.example/'],
  ['TEL:+49-30-123456', '+49-30-123456'],
  ['mailto:ana@shop.example?subject=Tents', 'ana@shop.example'],
  ['mailto:?subject=Tents', 'mailto:?subject=Tents'],
])('[WF1] in %j the link is %j', (text, link) => {
  expect(linksIn(text).map(([shown]) => shown)).toEqual([link]);
});

test('[WF1] an address of mail is a link to write to it', () => {
  expect(linksIn('to ana.b+c@shop.example, please')).toEqual([
    ['ana.b+c@shop.example', 'mailto:ana.b+c@shop.example'],
  ]);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '//a.example',
  ' java\nscript:alert(1)',
  'https://',
])('[WF1] %j leads nowhere', (text) => {
  expect(safeUrl(text)).toBeUndefined();
  expect(linksIn(text)).toEqual([]);
});

test('[WF1] nothing of a text is lost', () => {
  const text = 'a https://x.example/, b@c.example! d';
  expect(
    findLinks(text)
      .map(({ text: each }) => each)
      .join(''),
  ).toBe(text);
});
