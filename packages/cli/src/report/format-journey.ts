import type { Colors } from 'picocolors/types';
import type { Failure, JourneyResult, Note } from '../simulator/result.ts';
import { wrap } from './wrap.ts';

/** A journey's result: one line, and what failed and why below it. */
export function formatJourney(result: JourneyResult, colors: Colors): string[] {
  const mark = result.pass ? colors.green('✓') : colors.red('✗');
  return [
    `${mark} ${result.name}`,
    ...result.failures.flatMap((failure, index, all) =>
      formatFailure(failure, all[index - 1], colors),
    ),
    ...result.notes.flatMap((note) => formatNote(note, colors)),
  ];
}

/** Of several failures of one step the step is named once. */
function formatFailure(
  failure: Failure,
  before: Failure | undefined,
  colors: Colors,
): string[] {
  const { step, at, tab, message, why = [] } = failure;
  const [first = '', ...rest] = wrap(message, 4);
  return [
    ...(before?.step === step
      ? []
      : [
          `    ${colors.bold(`step ${step}`)} ${colors.dim(`at ${at} s in ${tab}`)}`,
        ]),
    `    ${colors.red(first)}`,
    ...rest.map((line) => `    ${colors.red(line)}`),
    ...why.flatMap((reason) => formatReason(reason, colors)),
  ];
}

function formatReason(reason: string, colors: Colors): string[] {
  return wrap(reason, 8).map((line, index) =>
    colors.dim(`${index === 0 ? '      ' : '        '}${line}`),
  );
}

function formatNote({ step, message }: Note, colors: Colors): string[] {
  return wrap(`step ${step}: ${message}`, 6).map((line, index) =>
    colors.yellow(`${index === 0 ? '    ' : '      '}${line}`),
  );
}
