/**
 * All that can be wrong with a frame: the closed list of codes that `problem`
 * frames carry. SPEC.md repeats it for readers.
 */
export const FRAME_PROBLEMS = {
  /** No JSON object with a type, or one without what its type needs. */
  'frame-invalid': 'The frame cannot be read.',
  /** GW4: over 64 KiB. */
  'frame-too-large': 'The frame is too large.',
  /** GW4: over 8,000 characters. */
  'message-too-long': 'The message is too long.',
  /** GW4: too many; `retryAfterMs` says when to go on. */
  'rate-limited': 'Too many frames.',
  /** The first frame is a hello. */
  'hello-expected': 'Another frame came before the hello.',
  /** WS1: expired, revoked, of another site, or no token at all. */
  'token-invalid': 'The token is none that is good here.',
  /** Not there, or somebody else's. */
  'unknown-conversation': 'There is no such conversation of yours.',
  /** RT5: it ended, and the site does not let it be resumed. */
  'conversation-ended': 'The conversation has ended.',
  /** RT1: somebody else has it. */
  'conversation-taken': 'Another agent has taken it.',
  /** RT2, GW4: agent or consumer has as many as one can have. */
  'at-capacity': 'You have as many conversations as you can have.',
  /** RT4: no such agent or skill, or nobody is named. */
  'unknown-target': 'There is nobody to hand it over to.',
  /** DP1: a pattern took over 50 ms; nothing was stored. */
  'not-masked': 'The text could not be checked in time.',
  /** The database does not answer; `retryAfterMs` says when to try again. */
  'not-kept': 'This cannot be kept at the moment.',
  /** DL4: stored events could not be loaded; ask again. */
  'not-read': 'Events could not be read at the moment.',
} as const;

export type FrameProblemCode = keyof typeof FRAME_PROBLEMS;

/** Why a frame came to nothing. */
export interface FrameProblem {
  readonly code: FrameProblemCode;
  readonly retryAfterMs?: number;
}

/** A problem as it travels, with what it is about. */
export interface ProblemFrame extends FrameProblem {
  readonly type: 'problem';
  readonly clientId?: string;
  readonly conversationId?: string;
}

/** Makes the frame; of what it is about only ids go back. */
export function problemFrame(
  problem: FrameProblem,
  about: {
    readonly clientId?: string | undefined;
    readonly conversationId?: string | undefined;
  } = {},
): ProblemFrame {
  const { clientId, conversationId } = about;
  return {
    type: 'problem',
    ...problem,
    ...(clientId === undefined ? {} : { clientId }),
    ...(conversationId === undefined ? {} : { conversationId }),
  };
}
