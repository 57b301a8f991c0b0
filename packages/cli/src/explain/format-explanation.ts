import type { Colors } from 'picocolors/types';
import type { ExplainedTest, Explanation } from './explain-engagement.ts';
import type { Line } from './describe-test.ts';
import { wrap } from '../report/wrap.ts';

/** The widest test's name and two blanks: where the words begin. */
const NAME_WIDTH = 15;

/** An explanation as lines of at most 100 columns. */
export function formatExplanation(
  explanation: Explanation,
  colors: Colors,
): string[] {
  const { engagement, verdict, isShown } = explanation;
  const paint = isShown ? colors.green : colors.dim;
  return [
    `${colors.bold(engagement)}  ${paint(verdict)}`,
    ...explanation.tests.flatMap((test) => formatTest(test, colors)),
  ];
}

function formatTest(
  { test, holds, lines }: ExplainedTest,
  colors: Colors,
): string[] {
  const name = test.replace('-', ' ').padEnd(NAME_WIDTH);
  const head = `  ${mark(holds, colors)} ${name}`;
  const indent = ' '.repeat(4 + NAME_WIDTH);
  return lines
    .flatMap((line) => formatLine(line, indent, colors))
    .map((text, index) => (index === 0 ? head + text.trimStart() : text));
}

function formatLine(line: Line, indent: string, colors: Colors): string[] {
  const own = line.holds === undefined ? '' : `${mark(line.holds, colors)} `;
  const hang = indent + (own && '  ');
  const [first = '', ...rest] = wrap(line.text, hang.length);
  const inside = line.inside ?? [];
  return [
    indent + own + first,
    ...rest.map((text) => hang + text),
    ...inside.flatMap((inner) => formatLine(inner, hang, colors)),
  ];
}

function mark(holds: boolean, colors: Colors): string {
  return holds ? colors.green('✓') : colors.red('✗');
}
