import { generate, parse, walk, type CssNode } from 'css-tree';
import { parseUrl } from '../parse-url.ts';
import {
  ALLOWED_AT_RULES,
  ALLOWED_FUNCTIONS,
  ALLOWED_POSITIONS,
  isAllowedProperty,
  REFUSED_PSEUDO_CLASSES,
} from './allowed-css.ts';

export interface CompiledCss {
  readonly css: string;
  /** What an offer must not have, in sentences. */
  readonly problems: readonly string[];
}

const judgeUrl = (value: string): string | undefined =>
  parseUrl(value)?.protocol === 'https:'
    ? undefined
    : `Write an https URL in url(), not ${JSON.stringify(value.slice(0, 80))}.`;

const judgeDeclaration = (
  node: Extract<CssNode, { type: 'Declaration' }>,
): string | undefined => {
  const property = node.property.toLowerCase();
  if (!isAllowedProperty(property))
    return `Leave the property ${property} out: no offer may have it.`;
  const value = generate(node.value).toLowerCase();
  if (property === 'position' && !ALLOWED_POSITIONS.has(value))
    return `Write position: ${[...ALLOWED_POSITIONS].join(', ')}, not ${value}: an offer stays in its place.`;
  return undefined;
};

/** What is wrong with one node; undefined if nothing. */
const judgeNode = (node: CssNode): string | undefined => {
  switch (node.type) {
    case 'Atrule':
      return ALLOWED_AT_RULES.has(node.name.toLowerCase())
        ? undefined
        : `Leave @${node.name} out: no offer may have it.`;
    case 'Declaration':
      return judgeDeclaration(node);
    case 'Function':
      return ALLOWED_FUNCTIONS.has(node.name.toLowerCase())
        ? undefined
        : `Leave ${node.name}() out: no offer may have it.`;
    case 'Url':
      return judgeUrl(node.value);
    case 'PseudoClassSelector':
    case 'PseudoElementSelector':
      return REFUSED_PSEUDO_CLASSES.has(node.name.toLowerCase())
        ? `Leave :${node.name} out: the host is the tag's.`
        : undefined;
    case 'Raw':
      return `Write it so that it can be read: ${JSON.stringify(node.value.slice(0, 80))}.`;
    default:
      return undefined;
  }
};

/**
 * Compiles an author's CSS to one style sheet for the offer's shadow root, in
 * which everything is on the allow-list.
 *
 * @see OF3
 */
export const compileCss = (source: string): CompiledCss => {
  const problems: string[] = [];
  const sheet = parse(source, {
    parseCustomProperty: true,
    onParseError: ({ message }) => {
      problems.push(`Write it so that it can be read: ${message}.`);
    },
  });
  walk(sheet, (node) => {
    const problem = judgeNode(node);
    if (problem !== undefined) problems.push(problem);
  });
  return { css: generate(sheet), problems: [...new Set(problems)] };
};
