import { generate, walk } from 'css-tree';
import { parseCss } from './parse-css.ts';

export interface ColorPair {
  readonly color: string;
  readonly background: string;
}

/** The rules of a style sheet that set a text's colour and its background. */
export const colorPairsOf = (source: string): readonly ColorPair[] => {
  const pairs: ColorPair[] = [];
  walk(parseCss(source), (node) => {
    if (node.type !== 'Rule') return;
    const values = new Map<string, string>();
    for (const declaration of node.block.children)
      if (declaration.type === 'Declaration')
        values.set(
          declaration.property.toLowerCase(),
          generate(declaration.value),
        );
    const color = values.get('color');
    const background =
      values.get('background-color') ?? values.get('background');
    if (color !== undefined && background !== undefined)
      pairs.push({ color, background });
  });
  return pairs;
};
