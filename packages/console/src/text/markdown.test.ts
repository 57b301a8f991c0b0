import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLinks } from './find-links.ts';
import type { Block, Inline } from './inline.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { hostOf, safePageUrl, safeUrl, shortUrl } from './safe-url.ts';

/** As a line of signs: what is drawn, without its elements. */
function sketch(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'code':
          return `<code>${inline.text}</code>`;
        case 'bold':
        case 'italic':
          return `<${inline.kind}>${sketch(inline.inside)}</${inline.kind}>`;
        case 'link':
          return `<${inline.url}>${sketch(inline.inside)}</>`;
      }
    })
    .join('');
}

function sketchBlock(block: Block): string {
  if (block.kind === 'code') return `pre:${block.text}`;
  if (block.kind === 'lines') return block.lines.map(sketch).join('/');
  const name = block.ordered ? `ol${block.start}` : 'ul';
  return `${name}:${block.items.map(sketch).join('|')}`;
}

const draw = (text: string) => parseMarkdown(text).map(sketchBlock);

test.each([
  ['plain', 'plain'],
  [
    '**bold** and *italic* or _italic_',
    '<bold>bold</bold> and <italic>italic</italic> or <italic>italic</italic>',
  ],
  [
    '**bold with *both* of it**',
    '<bold>bold with <italic>both</italic> of it</bold>',
  ],
  ['`**code**`', '<code>**code**</code>'],
  ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
  ['**not closed', '**not closed'],
  ['[shop](https://a.example/b)', '<https://a.example/b>shop</>'],
  ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
  ['[x](data:text/html,hi)', '[x](data:text/html,hi)'],
  ['<b>no</b> &amp; <script>', '<b>no</b> &amp; <script>'],
  ['# no heading\n> no quote', '# no heading/> no quote'],
])('[CS17] %s', (text, expected) => {
  expect(draw(text)).toEqual([expected]);
});

test('[CS17] lists, paragraphs and code stand apart', () => {
  const text =
    'Look:\n- one\n- **two**\n\n3. three\n4. four\n```\na < b\n```\nend';
  expect(draw(text)).toEqual([
    'Look:',
    'ul:one|<bold>two</bold>',
    'ol3:three|four',
    'pre:a < b',
    'end',
  ]);
});

test('[CS17] a fence without an end is text', () => {
  expect(draw('```\ncode')).toEqual(['```/code']);
});

test('[CS17] every letter of any text is kept, and it ends', () => {
  // No brackets or ticks: what a link's brackets hold is where it leads.
  const pieces = fc.array(
    fc.constantFrom(
      '*',
      '**',
      '_',
      '- ',
      '1. ',
      '\n',
      'a',
      ' ',
      'https://a.b',
      '@',
    ),
    { maxLength: 60 },
  );
  const letters = (text: string) => text.replace(/[^a]/g, '').length;
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      const shown = parseMarkdown(text).map(wordsOf).join('');
      expect(letters(shown)).toBe(letters(text));
    }),
  );
});

test('[CS17] any mix of marks is read to its end, quickly', () => {
  for (const mark of [
    '*',
    '**',
    '_',
    '`',
    '[',
    '[a](',
    '- ',
    '```\n',
    'a@',
    'https://',
  ]) {
    expect(
      parseMarkdown(mark.repeat(8000 / mark.length)).length,
    ).toBeGreaterThan(0);
  }
});

function wordsOf(block: Block): string {
  if (block.kind === 'code') return block.text;
  const lines = block.kind === 'lines' ? block.lines : block.items;
  return lines.map((line) => line.map(plain).join('')).join('\n');
}

function plain(inline: Inline): string {
  return 'text' in inline ? inline.text : inline.inside.map(plain).join('');
}

test.each([
  [
    'see https://a.example/x.',
    'see <https://a.example/x>https://a.example/x</>.',
  ],
  [
    '(https://a.example/x_(y))',
    '(<https://a.example/x_(y)>https://a.example/x_(y)</>)',
  ],
  ['write ada@a.example!', 'write <mailto:ada@a.example>ada@a.example</>!'],
  ['call tel:+39011555', 'call <tel:+39011555>tel:+39011555</>'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  [
    'https://a.example/"onmouseover="x',
    '<https://a.example/>https://a.example/</>"onmouseover="x',
  ],
  [
    'vbscript:x data:text/html,x file:///etc/passwd',
    'vbscript:x data:text/html,x file:///etc/passwd',
  ],
])('[CS16] links in %s', (text, expected) => {
  expect(sketch(findLinks(text))).toBe(expected);
});

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://a.example/1',
  '//a.example/x',
  '/relative',
  '',
])('[CS16] %j is no address to follow', (text) => {
  expect(safeUrl(text)).toBeUndefined();
  expect(safePageUrl(text)).toBeUndefined();
});

test('[CS16] pages open by http alone', () => {
  expect(safePageUrl('mailto:ada@a.example')).toBeUndefined();
  expect(safePageUrl('https://a.example/x')).toBe('https://a.example/x');
  expect(hostOf('https://www.a.example/x')).toBe('a.example');
  expect(hostOf('javascript:x')).toBeUndefined();
  expect(shortUrl('https://www.a.example/x/')).toBe('a.example/x');
});
