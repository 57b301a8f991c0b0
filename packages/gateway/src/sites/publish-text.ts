import {
  publishConfig,
  visitorConfig,
  type AuthoredSiteConfig,
  type PublishedConfig,
} from '@beckon/schema';
import type { MaskSettings } from '@beckon/schema/masking';
import { readNames, type EngagementNames } from './read-names.ts';

/** DP1, as the published config says it. */
export interface SiteMasking extends MaskSettings {
  /** Fields of attributes that are masked too. */
  readonly attributes: readonly string[];
}

/** What becomes of one file: plain data, so that threads can hand it over. */
export type PublishedText =
  | {
      readonly status: 'published';
      readonly site: string;
      readonly revision: string;
      readonly enabled: boolean;
      /** As the site lists them: scheme, host, port. */
      readonly origins: readonly string[];
      readonly masking: SiteMasking;
      /** Whom the site's conversations are for. */
      readonly skills: readonly string[];
      /** GH29: for agents alone, by engagement. */
      readonly names: ReadonlyMap<string, EngagementNames>;
      /** The config as visitors download it (CF31). */
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
    // The tag's settings are open; publishing has checked and made this one.
    masking: tag['masking'] as SiteMasking,
    skills: skillsOf(result.config),
    // Publishing has judged its shape.
    names: readNames(authored.value as AuthoredSiteConfig),
    json: JSON.stringify(visitorConfig(result.config)),
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

/** Content has an empty one. */
const skillsOf = ({ engagements }: PublishedConfig): readonly string[] =>
  [...new Set(engagements.map(({ skill }) => skill))].filter(
    (skill) => skill !== '',
  );

/** The tag's settings are open; publishing makes the origins a list of texts. */
function readOrigins(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter((entry): entry is string => typeof entry === 'string');
}
