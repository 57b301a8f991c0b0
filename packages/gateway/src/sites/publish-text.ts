import { publishConfig } from '@beckon/schema';

/** What becomes of one file: plain data, so that threads can hand it over. */
export type PublishedText =
  | {
      readonly status: 'published';
      readonly site: string;
      readonly revision: string;
      readonly enabled: boolean;
      /** As the site lists them: scheme, host, port. */
      readonly origins: readonly string[];
      /** The published config. */
      readonly json: string;
      readonly warnings: readonly string[];
    }
  | { readonly status: 'refused'; readonly problems: readonly string[] };

/**
 * Publishes the text of an authored site config.
 *
 * @param now Epoch ms: decides which changes of clocks are written in (SL8).
 */
export function publishText(text: string, now: number): PublishedText {
  const authored = parse(text);
  if (typeof authored === 'string')
    return { status: 'refused', problems: [authored] };
  const result = publishConfig(authored.value, { now });
  if (result.status === 'refused')
    return { status: 'refused', problems: result.problems.map(say) };
  const { site, revision, enabled, tag } = result.config;
  return {
    status: 'published',
    site,
    revision,
    enabled,
    origins: readOrigins(tag['origins']),
    json: JSON.stringify(result.config),
    warnings: result.warnings.map(say),
  };
}

/** @returns The value, or why there is none. */
function parse(text: string): { readonly value: unknown } | string {
  try {
    // Editors on Windows begin a file with a byte order mark; JSON has none.
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    const said = error instanceof Error ? error.message : 'no JSON';
    return `It is not JSON: ${said}. "beckon validate" names line and column.`;
  }
}

const say = ({
  path,
  message,
}: {
  readonly path: string;
  readonly message: string;
}): string => (path === '' ? message : `${path}: ${message}`);

/** The tag's settings are open; publishing makes the origins a list of texts. */
function readOrigins(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter((entry): entry is string => typeof entry === 'string');
}
