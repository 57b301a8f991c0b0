import { createSnippet, type SnippetOptions } from '@beckon/loader';
import { CommandFailure, EXIT, type ExitCode } from '../failure.ts';
import type { CommandContext } from './command-context.ts';

const CONSENTS = ['granted', 'ask'] as const;

/**
 * Globals of browsers that are empty at first, so that the snippet would take
 * them (what is there it leaves to the page), and words that no page can call.
 */
const TAKEN =
  /^(?:on[a-z]+|name|status|event|opener|closed|length|origin|(?:screen|scroll|page)[XY](?:Offset)?|screen(?:Left|Top)|undefined|NaN|null|true|false|this|super|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|finally|for|function|if|import|in|instanceof|let|new|return|static|switch|throw|try|typeof|var|void|while|with|yield|await)$/;

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
  if (site.trim() === '' || site !== site.trim())
    throw new CommandFailure(
      `Failed to read --site: "${site}" is no site. Write its id as its config does.`,
    );
  if (!/^https?:\/\/[^/?#@]+\/?$/i.test(origin) || !URL.canParse(origin))
    throw new CommandFailure(
      `Failed to read --origin: "${origin}" is no origin. Write scheme and host alone, like https://beckon.example.`,
    );
  if (!/^[A-Za-z_$][\w$]*$/.test(name))
    throw new CommandFailure(
      `Failed to read --name: "${name}" is no name for a global. Write letters, digits, _ or $.`,
    );
  if (TAKEN.test(name))
    throw new CommandFailure(
      `Failed to read --name: "${name}" means something else to browsers. Write another, like beckon.`,
    );
  if (!consent)
    throw new CommandFailure(
      `Failed to read --consent: "${given.consent}" is unknown. Write ${CONSENTS.join(' or ')}.`,
    );
  return { site, origin, name, consent };
}
