import { CommanderError } from 'commander';
import { CommandFailure, EXIT, Refusal, type ExitCode } from './failure.ts';
import { createProgram } from './program.ts';
import { formatProblems } from './report/format-problems.ts';
import { createTerminal, type Terminal } from './terminal.ts';

/**
 * Runs the `beckon` command.
 *
 * @param args What follows the command's name.
 * @returns The exit code; nothing is thrown, errors are told on stderr.
 */
export async function main(
  args: readonly string[],
  terminal: Terminal = createTerminal(),
): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.fine;
  const program = createProgram({ terminal, now: Date.now() }, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return tell(error, terminal);
  }
}

function tell(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return tellUsage(error, terminal);
  if (!(error instanceof CommandFailure)) {
    terminal.warn(
      `Failed to run beckon: ${error instanceof Error ? error.message : String(error)}. This is a bug of ours; please report it with the files that you used.`,
    );
    return EXIT.unusable;
  }
  terminal.warn(error.message);
  if (error instanceof Refusal) {
    const { colors } = terminal;
    const lines = formatProblems(error.problems, 'error', colors);
    for (const line of lines) terminal.warn(line);
  }
  return error.exitCode;
}

/** Help that was asked for is fine; anything else is wrong usage. */
function tellUsage(error: CommanderError, terminal: Terminal): ExitCode {
  if (error.exitCode === 0) return EXIT.fine;
  const said = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  const what = error.code === 'commander.help' ? 'no command was given' : said;
  const end = /[.?)]$/.test(what) ? '' : '.';
  terminal.warn(
    `Failed to read the command line: ${what}${end} Run "beckon --help" for what there is.`,
  );
  return EXIT.unusable;
}
