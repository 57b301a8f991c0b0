import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CreativeNode } from '../creative.ts';
import { ALLOWED_ELEMENTS } from './allowed-html.ts';
import { compileHtml } from './compile-html.ts';

const problemsOf = (html: string): string =>
  compileHtml(html).problems.join('\n');

describe('html creatives', () => {
  it('[OF3] become a tree of elements, attributes and texts', () => {
    const html = `
      <!-- for spring -->
      <div class="card">
        <h2>Need <em>a</em> hand?</h2>
        <button type="button" data-beckon="click" aria-label="Chat">Chat&nbsp;now</button>
        <button data-beckon="close">&times;</button>
      </div>`;
    expect(compileHtml(html)).toEqual({
      tree: [
        [
          'div',
          { class: 'card' },
          ['h2', {}, 'Need ', ['em', {}, 'a'], ' hand?'],
          [
            'button',
            { type: 'button', 'data-beckon': 'click', 'aria-label': 'Chat' },
            'Chat\u00a0now',
          ],
          ' ',
          ['button', { 'data-beckon': 'close' }, '×'],
        ],
      ],
      problems: [],
      hasClick: true,
    });
  });

  it('[OF3] white space between words stays, between blocks it goes', () => {
    expect(compileHtml('<b>a</b>\n<i>b</i>').tree).toEqual([
      ['b', {}, 'a'],
      ' ',
      ['i', {}, 'b'],
    ]);
    expect(compileHtml('<p>a</p>\n\n<p> b </p>').tree).toEqual([
      ['p', {}, 'a'],
      ['p', {}, 'b'],
    ]);
    expect(compileHtml('<pre> a\n  b</pre>').tree).toEqual([
      ['pre', {}, ' a\n  b'],
    ]);
  });

  it('[OF3] elements that are not on the list are refused by name', () => {
    for (const name of [
      'script',
      'style',
      'iframe',
      'form',
      'input',
      'svg',
      'math',
      'template',
      'object',
      'video',
      'link',
      'meta',
      'base',
      'x-y',
      'slot',
    ])
      expect(problemsOf(`<p>a</p><${name}>`)).toContain(`<${name}>`);
    expect(problemsOf('<ScRiPt>1</sCrIpT>')).toContain('<script>');
  });

  it('[OF3] event handlers and style attributes are refused by name', () => {
    expect(problemsOf('<p onclick="x()">a</p>')).toContain('onclick of <p>');
    expect(problemsOf('<p ONfocus=x()>a</p>')).toContain('onfocus of <p>');
    expect(problemsOf('<p style="color:red">a</p>')).toBe(
      'Move style of <p> to css.',
    );
    for (const name of [
      'tabindex',
      'srcset',
      'srcdoc',
      'action',
      'formaction',
      'xlink:href',
      'target',
      'slot',
      'is',
      'part',
    ])
      expect(problemsOf(`<a ${name}="x">a</a>`)).toContain(name);
  });

  it('[OF3] an attribute of another element is refused', () => {
    expect(problemsOf('<p href="https://a.example/">a</p>')).toContain(
      'href of <p>',
    );
    expect(problemsOf('<button type="submit">a</button>')).toContain(
      'type="button"',
    );
  });

  it('[OF2] only http, https, mailto and tel are linked, however written', () => {
    for (const url of [
      'https://a.example/',
      'http://a.example',
      'mailto:a@b.example',
      'tel:+1',
    ])
      expect(problemsOf(`<a href="${url}">a</a>`)).toBe('');
    for (const url of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'java\tscript:x',
      '&#106;avascript:x',
      'java&Tab;script:x',
      'data:text/html,x',
      'vbscript:x',
      '/relative',
      '//a.example',
      '',
    ])
      expect(problemsOf(`<a href="${url}">a</a>`)).toContain('href of <a>');
    expect(problemsOf('<img src="data:image/png;base64,x" alt="">')).toContain(
      'src of <img>',
    );
    expect(problemsOf('<img src="mailto:a@b.example" alt="">')).toContain(
      'src of <img>',
    );
  });

  it('[OF3] hot spots are click or close', () => {
    expect(problemsOf('<b data-beckon="clik">a</b>')).toContain('"clik"');
    expect(compileHtml('<b data-beckon="close">a</b>').hasClick).toBe(false);
  });

  it('[OF3] declarations and instructions are refused, comments go', () => {
    expect(problemsOf('<!doctype html><p>a</p>')).toContain('doctype');
    expect(problemsOf('<?php x ?><p>a</p>')).toContain('<?php');
    expect(compileHtml('<!-- <script> --><p>a</p>')).toMatchObject({
      tree: [['p', {}, 'a']],
      problems: [],
    });
  });

  it('[CF14] trees of more than 32 elements in each other are refused', () => {
    const nested = (depth: number) =>
      '<b>'.repeat(depth) + '</b>'.repeat(depth);
    expect(problemsOf(nested(31))).toBe('');
    expect(problemsOf(nested(32))).toContain('32');
  });

  it('[OF3] whatever is written, what is kept is on the list or refused', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      '=',
      ' ',
      '/',
      'a',
      'script',
      'on',
      'href',
      'javascript:',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&lt;',
      '<p',
      'svg',
      '\0',
    );
    const namesOf = (nodes: readonly CreativeNode[]): readonly string[] =>
      nodes.flatMap((node) =>
        typeof node === 'string'
          ? []
          : [
              node[0],
              ...Object.keys(node[1]).map((key) => `@${key}`),
              ...namesOf(node.slice(2) as CreativeNode[]),
            ],
      );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { tree, problems } = compileHtml(pieces.join(''));
        if (problems.length > 0) return;
        const names = namesOf(tree);
        expect(names.filter((name) => name.startsWith('@on'))).toEqual([]);
        const elements = names.filter((name) => !name.startsWith('@'));
        for (const name of elements) expect(ALLOWED_ELEMENTS).toContain(name);
      }),
    );
  });
});
