/** What can be wrong with a site config: the closed list of codes. */
export const CONFIG_ERROR_CODES = [
  /** The whole is no JSON (a cycle, a function, a bigint), or far too deep. */
  'not-json',
  /** Another kind of value than expected. */
  'wrong-kind',
  /** A key that must be given is not there. */
  'missing',
  /** A key that nothing reads; the nearest known one is named. */
  'unknown-key',
  /** None of the names that may stand there. */
  'unknown-value',
  /** A condition of a type that the tag does not know (BC11). */
  'unknown-condition',
  /** A name or id that the config does not have. */
  'unknown-reference',
  /** An id that was given before. */
  'duplicate-id',
  /** A `version` that this code does not know. */
  'newer-version',
  /** A number or a length outside its bounds. */
  'out-of-range',
  /** A text or list that must hold something (PT5, EP2, BC6). */
  'empty',
  /** A name or id with characters that it cannot have. */
  'bad-name',
  /** Not exactly one of exact, contains, regex; or a URL that is none (PT2). */
  'bad-pattern',
  /** A regular expression that does not compile (PT4). */
  'bad-regex',
  /** A regular expression that can take too long (PT4). */
  'slow-regex',
  /** A regular expression that could not be checked in time (PT4). */
  'unchecked-regex',
  /** Not a URL, or of another scheme than may stand there (OF2). */
  'bad-url',
  'bad-time',
  'bad-date',
  'bad-time-zone',
  'bad-language',
  'bad-currency',
  'bad-color',
  /** A path that leads to no field of an engagement attribute. */
  'bad-path',
  /** A range whose end lies before its start, or where it must not. */
  'range-order',
  /** Two things that do not go together. */
  'conflict',
  /** Something in `html` that no offer may have (OF3). */
  'html-not-allowed',
  /** Something in `css` that no offer may have (OF3). */
  'css-not-allowed',
] as const;

/** What is allowed, yet surely not meant. */
export const CONFIG_WARNING_CODES = [
  /** An engagement that can never, or hardly ever, show. */
  'never-shows',
  /** A behavior or audience whose conditions contradict each other. */
  'never-holds',
  /** An entry point that leaves out all that it takes in. */
  'never-matches',
  /** A behavior or audience without conditions. */
  'always-holds',
  /** Text and background that are too alike (WF10). */
  'low-contrast',
  /** An html creative on which nothing can be clicked. */
  'no-hot-spot',
  /** Something that is given and never read. */
  'unused',
] as const;

export type ConfigErrorCode = (typeof CONFIG_ERROR_CODES)[number];
export type ConfigWarningCode = (typeof CONFIG_WARNING_CODES)[number];

/** One thing to mend. */
export interface ConfigProblem {
  readonly code: ConfigErrorCode | ConfigWarningCode;
  /** Such as `campaigns[0].engagements[2].format`; empty for the whole. */
  readonly path: string;
  /** What failed, what arrived, and what to do, in sentences. */
  readonly message: string;
  /** Errors refuse the config, warnings do not. */
  readonly severity: 'error' | 'warning';
}
