import { visitorConfig } from '@beckon/schema';
import { CommandFailure, EXIT, type ExitCode } from '../failure.ts';
import { openConfig } from '../files/publish-config.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { formatProblems } from '../report/format-problems.ts';
import { measure, sizeWords } from '../report/size-words.ts';
import type { CommandContext, JsonOption } from './command-context.ts';

export interface PublishOptions extends JsonOption {
  readonly out: string;
  /** An ISO moment. */
  readonly now?: string;
}

/** `beckon publish`: writes the config that a tag downloads. */
export async function publish(
  { terminal, now }: CommandContext,
  path: string,
  options: PublishOptions,
): Promise<ExitCode> {
  const at = options.now === undefined ? now : readMoment(options.now);
  const { config, warnings } = (await openConfig(path))(at);
  const text = JSON.stringify(visitorConfig(config));
  await writeAtomically(options.out, text);
  const size = measure(text);
  const { revision } = config;
  if (options.json) {
    terminal.print(
      JSON.stringify({
        ok: true,
        out: options.out,
        revision,
        warnings,
        ...size,
      }),
    );
    return EXIT.fine;
  }
  const { colors } = terminal;
  for (const line of formatProblems(warnings, 'warning', colors)) {
    terminal.warn(line);
  }
  terminal.print(
    `${colors.green('ok')} ${options.out}: revision ${revision}, ${sizeWords(size)}`,
  );
  return EXIT.fine;
}

/** Full moments only: a day without a zone is another moment for each reader. */
function readMoment(text: string): number {
  const isWhole = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text);
  const at = isWhole ? Date.parse(text) : NaN;
  if (Number.isFinite(at)) return at;
  throw new CommandFailure(
    `Failed to read --now: "${text}" is no moment with a zone. Write it like 2026-03-02T10:00:00Z.`,
  );
}
