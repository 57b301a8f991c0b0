import { parseArgs } from 'node:util';
import { pino, type Logger } from 'pino';
import { addAgentCommand } from './agents/add-agent-command.ts';
import { createGateway, type Gateway } from './create-gateway.ts';
import { DEMO_LOGIN } from './agents/put-demo-agent.ts';
import { describeError } from './http/describe-error.ts';
import {
  findUnknownSettings,
  readSettings,
  type Environment,
} from './settings/read-settings.ts';
import { readVersion } from './settings/read-version.ts';
import { usage } from './settings/usage.ts';
import { EXIT, StartFailure } from './start-failure.ts';

/**
 * Runs the gateway as a process: until SIGTERM or SIGINT, and over the top
 * again with what SIGHUP finds in its files. Logs go to stdout, what keeps it
 * from starting to stderr.
 */
export async function main(
  args: readonly string[],
  env: Environment,
): Promise<void> {
  try {
    const [command, ...rest] = args;
    if (command === 'add-agent') {
      const settings = readSettings(env, { demo: false });
      const told = await addAgentCommand(rest, settings, process.stdin);
      process.stdout.write(told);
      return;
    }
    const { help, version, demo } = readOptions(args);
    if (help) process.stdout.write(usage());
    else if (version) process.stdout.write(`${await readVersion()}\n`);
    else await run(env, demo);
  } catch (error) {
    process.stderr.write(`${tell(error)}\n`);
    process.exit(error instanceof StartFailure ? error.exitCode : EXIT.failed);
  }
}

async function run(env: Environment, demo: boolean): Promise<void> {
  const settings = readSettings(env, { demo });
  // Without the machine's name and the like, which whoever collects logs adds.
  const log = pino({
    level: settings.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  for (const problem of findUnknownSettings(env)) log.warn(problem);
  const starting = createGateway({ settings, log });
  // From now on: one that comes during the start must not end the process.
  obeySignals(starting, log);
  const gateway = await starting;
  const url = await gateway.listen();
  log.info({ url, demo }, 'listening');
  // The examples are written for this name.
  const named = url.replace('//127.0.0.1:', '//localhost:');
  if (demo) process.stderr.write(demoText(named));
}

const demoText = (url: string): string =>
  `Beckon serves the examples: ${url}/
Agents answer at ${url}/agent: ${DEMO_LOGIN.email}, ${DEMO_LOGIN.password}
`;

function obeySignals(starting: Promise<Gateway>, log: Logger): void {
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    log.info({ signal }, 'stopping');
    const gateway = await starting;
    await gateway.stop();
    log.info('stopped');
    process.exit(EXIT.fine);
  };
  // Once: a second signal ends the process as it would any other.
  for (const name of ['SIGTERM', 'SIGINT'] as const)
    process.once(name, (signal) => {
      stop(signal).catch((error: unknown) => {
        log.fatal({ err: describeError(error) }, 'failed to stop');
        process.exit(EXIT.failed);
      });
    });
  process.on('SIGHUP', () => {
    log.info('reading files again');
    starting
      .then((gateway) => gateway.reload())
      // A start that failed ends the process, which says why.
      .catch(() => {});
  });
}

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new StartFailure(
      `Failed to read the command line: ${said.replace(/\.?$/, '.')} Run "beckon-gateway --help" for what there is.`,
      EXIT.unusable,
    );
  }
}

function tell(error: unknown): string {
  if (error instanceof StartFailure) return error.message;
  const what = error instanceof Error ? error.stack : String(error);
  return `Failed to start the gateway: ${what}\nThis is a bug of ours; please report it.`;
}
