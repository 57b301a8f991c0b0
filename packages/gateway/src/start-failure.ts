/** What the process ends with. */
export const EXIT = {
  fine: 0,
  /** Something that the gateway needs is not there or is refused. */
  failed: 1,
  /** Wrong usage: an option or a setting. */
  unusable: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Why the gateway did not start: `Failed to <verb> <noun>: <what arrived>.
 * <what to do>`, a line for each problem, told without a stack.
 */
export class StartFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = EXIT.failed) {
    super(message);
    this.name = 'StartFailure';
    this.exitCode = exitCode;
  }
}
