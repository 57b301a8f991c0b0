/** What came of a journey; plain JSON (JR). */
export interface JourneyResult {
  readonly name: string;
  readonly pass: boolean;
  readonly failures: readonly Failure[];
  readonly notes: readonly Note[];
  readonly decisions: readonly StepDecision[];
}

/** A step that could not be played, or an expectation that was not met. */
export interface Failure extends StepProblem {
  /** From 0, as written (JR2). */
  readonly step: number;
  /** Seconds from the start. */
  readonly at: number;
  readonly tab: string;
}

export interface StepProblem {
  readonly expected: unknown;
  readonly actual: unknown;
  readonly message: string;
  /** Why each engagement concerned is shown or not (SL9), a line each. */
  readonly why?: readonly string[];
}

/** Something to know that fails nothing, such as a field that was dropped. */
export interface Note {
  readonly step: number;
  readonly message: string;
}

/** What stood, and what was eligible, in each open tab after a step. */
export interface StepDecision {
  readonly step: number;
  readonly at: number;
  readonly tabs: Readonly<Record<string, TabReading>>;
}

export interface TabReading {
  readonly offers: Readonly<Record<string, string>>;
  readonly eligible: readonly string[];
}
