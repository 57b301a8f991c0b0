import { parse, type CssNode } from 'css-tree';

/**
 * Parses a style sheet, as css-tree does: what it cannot read it tells and goes on.
 *
 * css-tree 3.2.1 keeps the tokens of the text before, and takes the one that
 * stands where the new text ends for a bracket that is open: a text that closes
 * more than it opens can then make it go round for ever. So what it keeps is
 * made commas first.
 *
 * @param onProblem Told of each place, in css-tree's words.
 */
export function parseCss(
  source: string,
  onProblem: (message: string) => void = () => {},
): CssNode {
  parse(','.repeat(source.length + 1), {
    context: 'value',
    // A list of nothing is no value, and nobody asked for one.
    onParseError: () => {},
  });
  return parse(source, {
    parseCustomProperty: true,
    onParseError: ({ message }) => onProblem(message),
  });
}
