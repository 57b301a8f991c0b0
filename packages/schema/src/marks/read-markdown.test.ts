import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLinks, safeUrl } from './find-links.ts';
import { readMarkdown, type Block, type Inline } from './read-markdown.ts';

/** As a line of signs: what is drawn, without its elements. */
function sketch(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.text;
        case 'code':
          return `<code>${inline.text}</code>`;
        case 'bold':
        case 'italic':
          return `<${inline.type}>${sketch(inline.inside)}</${inline.type}>`;
        case 'link':
          return `<${inline.url}>${sketch(inline.inside)}</>`;
      }
    })
    .join('');
}

function sketchBlock(block: Block): string {
  if (block.type === 'code') return `pre:${block.text}`;
  if (block.type === 'lines') return block.lines.map(sketch).join('/');
  const name = block.isOrdered ? `ol${block.from}` : 'ul';
  return `${name}:${block.entries.map(sketch).join('|')}`;
}

const sketchPieces = (text: string): string =>
  findLinks(text)
    .map((piece) =>
      piece.type === 'link' ? `<${piece.url}>${piece.text}</>` : piece.text,
    )
    .join('');

const draw = (text: string) => readMarkdown(text).map(sketchBlock);

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
])('[WF1] %s', (text, expected) => {
  expect(draw(text)).toEqual([expected]);
});

test('[WF1] lists, paragraphs and code stand apart', () => {
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

test('[WF1] a fence without an end is text', () => {
  expect(draw('```\ncode')).toEqual(['```/code']);
});

test('[WF1] every letter of any text is kept, and it ends', () => {
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
      const shown = readMarkdown(text).map(wordsOf).join('');
      expect(letters(shown)).toBe(letters(text));
    }),
  );
});

test('[WF1] any mix of marks is read to its end, quickly', () => {
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
      readMarkdown(mark.repeat(8000 / mark.length)).length,
    ).toBeGreaterThan(0);
  }
});

function wordsOf(block: Block): string {
  if (block.type === 'code') return block.text;
  const lines = block.type === 'lines' ? block.lines : block.entries;
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
  ['call tel:+39011555', 'call <tel:+39011555>+39011555</>'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  [
    'https://a.example/"onmouseover="x',
    '<https://a.example/>https://a.example/</>"onmouseover="x',
  ],
  [
    'vbscript:x data:text/html,x file:///etc/passwd',
    'vbscript:x data:text/html,x file:///etc/passwd',
  ],
])('[WF1] links in %s', (text, expected) => {
  expect(sketchPieces(text)).toBe(expected);
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
])('[WF1] %j is no address to follow', (text) => {
  expect(safeUrl(text)).toBeUndefined();
});
