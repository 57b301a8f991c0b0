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
