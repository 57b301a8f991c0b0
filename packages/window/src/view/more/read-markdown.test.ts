import { expect, test } from 'vitest';
import { readMarkdown, type Block, type Inline } from './read-markdown.ts';

/** As short as can be read. */
function show(blocks: readonly Block[]): string {
  const inline = (each: Inline): string => {
    switch (each.type) {
      case 'text':
        return each.text;
      case 'code':
        return `<c ${each.text}>`;
      case 'link':
        return `<a ${each.url} ${each.inside.map(inline).join('')}>`;
      case 'bold':
      case 'italic':
        return `<${each.type[0]} ${each.inside.map(inline).join('')}>`;
    }
  };
  const line = (each: readonly Inline[]) => each.map(inline).join('');
  return blocks
    .map((block) => {
      if (block.type === 'code') return `[code ${block.text}]`;
      if (block.type === 'lines') return block.lines.map(line).join('/');
      const mark = block.isOrdered ? `${block.from}.` : '-';
      return `[${mark} ${block.entries.map(line).join(' | ')}]`;
    })
    .join(' ');
}

test.each([
  ['plain', 'plain'],
  ['**bold** and *thin* and _thin_', '<b bold> and <i thin> and <i thin>'],
  ['**bold *and* thin**', '<b bold <i and> thin>'],
  ['a `code **not**` b', 'a <c code **not**> b'],
  ['[us](https://a.example/x)', '<a https://a.example/x us>'],
  ['[us](mailto:a@b.example)', '<a mailto:a@b.example us>'],
  ['one\ntwo', 'one/two'],
  ['- a\n- b', '[- a | b]'],
  ['3. a\n4. b', '[3. a | b]'],
  ['see\n- a\nend', 'see [- a] end'],
  ['```\nx = 1\n```', '[code x = 1]'],
  ['https://a.example.', '<a https://a.example/ https://a.example>.'],
])('[WF1] %j reads as %j', (text, shown) => {
  expect(show(readMarkdown(text))).toBe(shown);
});

test.each([
  ['2 * 3 * 4 = 24'],
  ['snake_case_name'],
  ['**open'],
  ['`open'],
  ['```\nopen'],
  ['[x](javascript:alert(1))'],
  ['[x](data:text/html,y)'],
  ['<b>not</b> <img src=x onerror=alert(1)>'],
])('[WF1] %j stays text', (text) => {
  expect(show(readMarkdown(text))).toBe(text.replaceAll('\n', '/'));
});

test('[WF1] a text that opens marks and closes none is read in time', () => {
  const text = '**a _b [c `d '.repeat(600);
  expect(show(readMarkdown(text)).length).toBeGreaterThan(text.length / 2);
});
