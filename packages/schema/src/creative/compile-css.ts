import { generate, walk, type CssNode } from 'css-tree';
import { parseUrl } from '../parse-url.ts';
import {
  ALLOWED_AT_RULES,
  ALLOWED_FUNCTIONS,
  ALLOWED_POSITIONS,
  isAllowedProperty,
  REFUSED_PSEUDO_CLASSES,
} from './allowed-css.ts';
import { parseCss } from './parse-css.ts';

export interface CompiledCss {
  readonly css: string;
  /** What an offer must not have, in sentences. */
  readonly problems: readonly string[];
}

type NodeOf<Type> = Extract<CssNode, { type: Type }>;

const judgeUrl = (value: string): string | undefined =>
  parseUrl(value)?.protocol === 'https:'
    ? undefined
    : `Write an https URL in url(), not ${JSON.stringify(value.slice(0, 80))}.`;

const judgeDeclaration = (node: NodeOf<'Declaration'>): string | undefined => {
  const property = node.property.toLowerCase();
  if (!isAllowedProperty(property))
    return `Leave the property ${property} out: no offer may have it.`;
  const value = generate(node.value).toLowerCase();
  if (property === 'position' && !ALLOWED_POSITIONS.has(value))
    return `Write position: ${[...ALLOWED_POSITIONS].join(', ')}, not ${value}: an offer stays in its place.`;
  return undefined;
};

const judgeSelector = ({
  name,
}: NodeOf<'PseudoClassSelector' | 'PseudoElementSelector'>) =>
  REFUSED_PSEUDO_CLASSES.has(name.toLowerCase())
    ? `Leave :${name} out: the host is the tag's.`
    : undefined;

const judgeName = (
  name: string,
  shown: string,
  allowed: ReadonlySet<string>,
): string | undefined =>
  allowed.has(name.toLowerCase())
    ? undefined
    : `Leave ${shown} out: no offer may have it.`;

/** What is wrong with one node; undefined if nothing. */
const judgeNode = (node: CssNode): string | undefined => {
  const { type } = node;
  if (type === 'Declaration') return judgeDeclaration(node);
  if (type === 'Url') return judgeUrl(node.value);
  if (type === 'Atrule')
    return judgeName(node.name, `@${node.name}`, ALLOWED_AT_RULES);
  if (type === 'Function')
    return judgeName(node.name, `${node.name}()`, ALLOWED_FUNCTIONS);
  if (type === 'PseudoClassSelector' || type === 'PseudoElementSelector')
    return judgeSelector(node);
  // A semicolon too many is no harm.
  if (type === 'Raw' && !/^[;\s]*$/.test(node.value))
    return `Write it so that it can be read: ${JSON.stringify(node.value.slice(0, 80))}.`;
  return undefined;
};

/** How many brackets may stand in each other before parsers tire of them. */
const MAX_NESTED = 32;

const TOO_DEEP = `Put no more than ${MAX_NESTED} brackets into each other.`;

const nesting = (source: string): number => {
  let depth = 0;
  let most = 0;
  for (const character of source) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
    most = Math.max(most, depth);
  }
  return most;
};

/**
 * Compiles an author's CSS to one style sheet for the offer's shadow root, in
 * which everything is on the allow-list.
 *
 * @see OF3
 */
export const compileCss = (source: string): CompiledCss => {
  if (nesting(source) > MAX_NESTED) return { css: '', problems: [TOO_DEEP] };
  const problems: string[] = [];
  const sheet = parseCss(source, (message) => {
    problems.push(`Write it so that it can be read: ${message}.`);
  });
  walk(sheet, (node) => {
    const problem = judgeNode(node);
    if (problem !== undefined) problems.push(problem);
  });
  return { css: generate(sheet), problems: [...new Set(problems)] };
};
