import { visitorConfig } from '@beckon/schema';
import { count } from '../explain/words.ts';
import { EXIT, Refusal, type ExitCode } from '../failure.ts';
import { openConfig, type Published } from '../files/publish-config.ts';
import { formatProblems } from '../report/format-problems.ts';
import { measure, sizeWords } from '../report/size-words.ts';
import type { Terminal } from '../terminal.ts';
import type { CommandContext, JsonOption } from './command-context.ts';

/** `beckon validate`: every problem of a site config, or that there is none. */
export async function validate(
  { terminal, now }: CommandContext,
  path: string,
  { json = false }: JsonOption,
): Promise<ExitCode> {
  const publish = await openConfig(path);
  try {
    tellFine(terminal, path, publish(now), json);
    return EXIT.fine;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tellRefused(terminal, error, json);
    return error.exitCode;
  }
}

function tellFine(
  { colors, print }: Terminal,
  path: string,
  { config, warnings }: Published,
  json: boolean,
): void {
  const size = measure(JSON.stringify(visitorConfig(config)));
  const campaigns = config.campaigns.length;
  const engagements = config.engagements.length;
  if (json) {
    const { revision } = config;
    const counts = { campaigns, engagements, revision, ...size };
    const said = { ok: true, problems: [], warnings, ...counts };
    return print(JSON.stringify(said));
  }
  for (const line of formatProblems(warnings, 'warning', colors)) print(line);
  print(
    `${colors.green('ok')} ${path}: ${count(campaigns, 'campaign')}, ${count(engagements, 'engagement')}; published ${sizeWords(size)}`,
  );
}

function tellRefused(
  { colors, print, warn }: Terminal,
  { message, problems, warnings }: Refusal,
  json: boolean,
): void {
  if (json) return print(JSON.stringify({ ok: false, problems, warnings }));
  for (const line of formatProblems(problems, 'error', colors)) print(line);
  for (const line of formatProblems(warnings, 'warning', colors)) print(line);
  warn(message);
}
