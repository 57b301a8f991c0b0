import { CommandFailure, EXIT, Refusal, type ExitCode } from '../failure.ts';
import { findJourneys } from '../files/find-journeys.ts';
import { openConfig, type Published } from '../files/publish-config.ts';
import { readJourney } from '../files/read-journey.ts';
import type { Journey } from '../journey.ts';
import { formatJourney } from '../report/format-journey.ts';
import { formatProblems } from '../report/format-problems.ts';
import { runJourney } from '../simulator/run-journey.ts';
import type { Terminal } from '../terminal.ts';
import type { CommandContext, JsonOption } from './command-context.ts';

interface Run {
  readonly terminal: Terminal;
  readonly publish: (now: number) => Published;
  readonly json: boolean;
}

/** `beckon test`: runs journeys, goes on past those that fail. */
export async function testJourneys(
  { terminal }: CommandContext,
  configPath: string,
  paths: readonly string[],
  { json = false }: JsonOption,
): Promise<ExitCode> {
  const publish = await openConfig(configPath);
  const files = await findJourneys(paths, configPath);
  const run: Run = { terminal, publish, json };
  const codes: ExitCode[] = [];
  // One after the other: what is printed stays in the order of the files.
  for (const file of files) codes.push(await testFile(run, file));
  if (!json) terminal.print(summary(codes, terminal));
  return codes.reduce<ExitCode>(
    (worst, code) => (code > worst ? code : worst),
    EXIT.fine,
  );
}

async function testFile(run: Run, file: string): Promise<ExitCode> {
  const journey = await readOrTell(run, file);
  if (!('steps' in journey)) return journey.exitCode;
  // A config that is refused ends the command.
  const { config, names } = run.publish(journey.startAt);
  const result = runJourney(config, names, journey);
  run.terminal.print(
    run.json
      ? JSON.stringify({ file, ...result })
      : formatJourney(result, run.terminal.colors).join('\n'),
  );
  return result.pass ? EXIT.fine : EXIT.refused;
}

async function readOrTell(
  run: Run,
  file: string,
): Promise<Journey | CommandFailure> {
  try {
    return await readJourney(file);
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    tellUnusable(run, file, error);
    return error;
  }
}

function tellUnusable(
  { terminal, json }: Run,
  file: string,
  error: CommandFailure,
): void {
  const problems = error instanceof Refusal ? error.problems : [];
  if (json) {
    const { message } = error;
    terminal.print(
      JSON.stringify({
        file,
        name: file,
        pass: false,
        failures: [],
        decisions: [],
        message,
        problems,
      }),
    );
    return;
  }
  const { colors } = terminal;
  terminal.print(`${colors.red('✗')} ${file}`);
  terminal.warn(error.message);
  for (const line of formatProblems(problems, 'error', colors)) {
    terminal.warn(line);
  }
}

function summary(codes: readonly ExitCode[], { colors }: Terminal): string {
  const passed = codes.filter((code) => code === EXIT.fine).length;
  const failed = codes.length - passed;
  const paint = failed ? colors.red : colors.green;
  return paint(`${passed} passed, ${failed} failed`);
}
