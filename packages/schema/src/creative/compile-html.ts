import { Parser } from 'htmlparser2';
import type { CreativeNode } from '../creative.ts';
import { ALLOWED_ELEMENTS, BLOCK_ELEMENTS, MAX_DEPTH } from './allowed-html.ts';
import { judgeAttribute } from './judge-attribute.ts';

export interface CompiledHtml {
  readonly tree: readonly CreativeNode[];
  /** What an offer must not have, in sentences. */
  readonly problems: readonly string[];
  readonly hasClick: boolean;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: CreativeNode[];
}

const isBlock = (node: CreativeNode | undefined): boolean =>
  node === undefined ||
  (typeof node !== 'string' && BLOCK_ELEMENTS.has(node[0]));

/** Leaves out white space that is there for the author's eyes alone. */
const tidy = (children: readonly CreativeNode[]): readonly CreativeNode[] =>
  children.flatMap((child, index): readonly CreativeNode[] => {
    if (typeof child !== 'string') return [child];
    let text = child.replace(/[ \t\r\n\f]+/g, ' ');
    if (isBlock(children[index - 1])) text = text.replace(/^ /, '');
    if (isBlock(children[index + 1])) text = text.replace(/ $/, '');
    return text === '' ? [] : [text];
  });

const close = ({ name, attributes, children }: OpenElement): CreativeNode => [
  name,
  attributes,
  ...(name === 'pre' ? children : tidy(children)),
];

/**
 * Compiles an author's HTML to a tree of allowed elements and attributes.
 * Comments and needless white space go; for everything else that is left out
 * there is a problem.
 *
 * @see OF3
 */
export const compileHtml = (html: string): CompiledHtml => {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  const problems: string[] = [];
  let hasClick = false;
  const top = (): OpenElement => open.at(-1) ?? root;

  const attributesOf = (element: string, given: Record<string, string>) => {
    const kept: [string, string][] = [];
    for (const [name, value] of Object.entries(given)) {
      const problem = judgeAttribute(element, name, value);
      if (problem === undefined) kept.push([name, value]);
      else problems.push(problem);
    }
    return Object.fromEntries(kept);
  };

  const parser = new Parser(
    {
      onopentag: (name, given) => {
        if (!ALLOWED_ELEMENTS.has(name))
          problems.push(`Leave <${name}> out: no offer may have it.`);
        if (open.length === MAX_DEPTH)
          problems.push(
            `Put no more than ${MAX_DEPTH} elements into each other.`,
          );
        const attributes = attributesOf(name, given);
        if (attributes['data-beckon'] === 'click') hasClick = true;
        open.push({ name, attributes, children: [] });
      },
      ontext: (text) => {
        const { children } = top();
        const last = children.at(-1);
        // The parser hands a text out in pieces, at each entity.
        if (typeof last === 'string') children.splice(-1, 1, last + text);
        else children.push(text);
      },
      onclosetag: () => {
        const element = open.length > 1 ? open.pop() : undefined;
        if (element !== undefined) top().children.push(close(element));
      },
      onprocessinginstruction: (_name, data) => {
        problems.push(`Leave <${data}> out: write elements alone.`);
      },
      oncomment: (data) => {
        // Parsers take `<?…>` and `</ …>` for comments; authors do not.
        if (!html.startsWith('<!--', parser.startIndex))
          problems.push(`Leave <${data}> out: write elements alone.`);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return {
    tree: tidy(root.children),
    problems: [...new Set(problems)],
    hasClick,
  };
};
