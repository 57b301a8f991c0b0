import { createRequire } from 'node:module';
import { Command } from 'commander';
import type { CommandContext } from './commands/command-context.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { PublishOptions } from './commands/publish.ts';
import type { SnippetArguments } from './commands/snippet.ts';
import type { ExitCode } from './failure.ts';

const CONFIG = [
  '<site-config>',
  'the authored site config, a JSON file',
] as const;
const JSON_OPTION = ['--json', 'print JSON instead of text'] as const;

const { version: VERSION } = createRequire(import.meta.url)(
  '../package.json',
) as { version: string };

const EXIT_HELP = `
Exit codes:
  0  all is well
  1  a journey failed, or the config or a journey was refused
  2  wrong usage, or a file that cannot be read or written`;

/**
 * The `beckon` command. Each command is loaded when it runs, so that help and
 * mistakes are told at once.
 *
 * @param done Gets the exit code of the command that ran.
 */
export function createProgram(
  context: CommandContext,
  done: (code: ExitCode) => void,
): Command {
  const { terminal } = context;
  const program = new Command('beckon')
    .description('Checks, tests, explains and publishes a Beckon site config.')
    .version(VERSION, '--version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      // Mistakes in the command line are told by `main`, in our own words.
      writeErr: () => undefined,
    })
    .helpCommand(false)
    .addHelpText('after', EXIT_HELP);
  addChecks(program, context, done);
  addExplain(program, context, done);
  addPublish(program, context, done);
  addSnippet(program, context, done);
  return program;
}

function addChecks(
  program: Command,
  context: CommandContext,
  done: (code: ExitCode) => void,
): void {
  program
    .command('validate')
    .description('Prints every problem of a site config with its path.')
    .argument(...CONFIG)
    .option(...JSON_OPTION)
    .action(async (path: string, options: { json?: boolean }) => {
      const { validate } = await import('./commands/validate.ts');
      done(await validate(context, path, options));
    });
  program
    .command('test')
    .description(
      'Runs journeys against a site config, without a browser and in simulated time.',
    )
    .argument(...CONFIG)
    .argument('<journeys...>', 'journey files, or folders of them')
    .option('--json', 'print one JSON object a journey, each on a line')
    .action(
      async (path: string, files: string[], options: { json?: boolean }) => {
        const { testJourneys } = await import('./commands/test-journeys.ts');
        done(await testJourneys(context, path, files, options));
      },
    );
}

function addExplain(
  program: Command,
  context: CommandContext,
  done: (code: ExitCode) => void,
): void {
  program
    .command('explain')
    .description(
      'Prints why each engagement is or is not shown at a moment of a journey.',
    )
    .argument(...CONFIG)
    .argument('<journey>', 'a journey file')
    .requiredOption('--at <seconds>', 'the moment, from the journey’s start')
    .option('--engagement <id>', 'explain this one alone')
    .option('--tab <name>', 'the tab to look at (default: "tab1")')
    .option(...JSON_OPTION)
    .action(async (path: string, journey: string, options: ExplainOptions) => {
      const { explain } = await import('./commands/explain.ts');
      done(await explain(context, path, journey, options));
    });
}

function addPublish(
  program: Command,
  context: CommandContext,
  done: (code: ExitCode) => void,
): void {
  program
    .command('publish')
    .description('Writes the published config, which a tag downloads.')
    .argument(...CONFIG)
    .requiredOption('--out <file>', 'where to write it')
    .option(
      '--now <moment>',
      'publish as of this ISO moment, for the same bytes every time',
    )
    .option(...JSON_OPTION)
    .action(async (path: string, options: PublishOptions) => {
      const { publish } = await import('./commands/publish.ts');
      done(await publish(context, path, options));
    });
}

function addSnippet(
  program: Command,
  context: CommandContext,
  done: (code: ExitCode) => void,
): void {
  program
    .command('snippet')
    .description('Prints what a site pastes into its pages.')
    .requiredOption('--site <id>', 'the site, as its config names it')
    .requiredOption(
      '--origin <url>',
      'the gateway’s, e.g. https://beckon.example',
    )
    .option('--name <global>', 'the one global that it makes', 'beckon')
    .option(
      '--consent <state>',
      'granted, or ask: nothing is stored or sent before the page says so',
      'granted',
    )
    .action(async (given: SnippetArguments) => {
      const { snippet } = await import('./commands/snippet.ts');
      done(snippet(context, given));
    });
}
