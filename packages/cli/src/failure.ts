/** What the `beckon` command ends with. */
export const EXIT = {
  fine: 0,
  /** A journey failed, or a config or journey was refused. */
  refused: 1,
  /** Wrong usage, or a file that cannot be read or written. */
  unusable: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * An expected failure of a command: `Failed to <verb> <noun>: <what arrived>.
 * <what to do>`, told on stderr without a stack.
 */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = EXIT.unusable) {
    super(message);
    this.name = 'CommandFailure';
    this.exitCode = exitCode;
  }
}

/** One thing wrong in a file, by its path in the JSON. */
export interface ListedProblem {
  /** Such as `steps[3].page.url`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** A file whose JSON is not what it must be: every problem. */
export class Refusal extends CommandFailure {
  readonly problems: readonly ListedProblem[];
  readonly warnings: readonly ListedProblem[];

  /** @param failed Such as `Failed to read journey`. */
  constructor(
    failed: string,
    path: string,
    problems: readonly ListedProblem[],
    warnings: readonly ListedProblem[] = [],
  ) {
    const count = `${problems.length} problem${problems.length === 1 ? '' : 's'}`;
    super(
      `${failed}: ${path} has ${count}. Mend what is listed.`,
      EXIT.refused,
    );
    this.name = 'Refusal';
    this.problems = problems;
    this.warnings = warnings;
  }
}
