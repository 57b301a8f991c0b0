import { createSnippet, type SnippetOptions } from '@beckon/loader';
import { CommandFailure, EXIT, type ExitCode } from '../failure.ts';
import type { CommandContext } from './command-context.ts';

const CONSENTS = ['granted', 'ask'] as const;

export interface SnippetArguments {
  readonly site: string;
  readonly origin: string;
  readonly name: string;
  readonly consent: string;
}

/** `beckon snippet`: prints what a site pastes into its pages (LD2). */
export function snippet(
  { terminal }: CommandContext,
  given: SnippetArguments,
): ExitCode {
  terminal.print(createSnippet(readOptions(given)));
  return EXIT.fine;
}

function readOptions(given: SnippetArguments): SnippetOptions {
  const { site, origin, name } = given;
  const consent = CONSENTS.find((each) => each === given.consent);
  if (!/^https?:\/\/[^/?#]+\/?$/.test(origin) || !URL.canParse(origin))
    throw new CommandFailure(
      `Failed to read --origin: "${origin}" is no origin. Write scheme and host alone, like https://beckon.example.`,
    );
  if (!/^[A-Za-z_$][\w$]*$/.test(name))
    throw new CommandFailure(
      `Failed to read --name: "${name}" is no name for a global. Write letters, digits, _ or $.`,
    );
  if (!consent)
    throw new CommandFailure(
      `Failed to read --consent: "${given.consent}" is unknown. Write ${CONSENTS.join(' or ')}.`,
    );
  return { site, origin, name, consent };
}
