import type { BeckonTag } from '../beckon-tag.ts';
import { withMethods } from '../with-methods.ts';

/**
 * Stands for a tag while React renders, when none may be made yet, and while
 * effects of children run, which come before those of their provider. Commands
 * wait, and go on in order.
 */
export interface Relay {
  readonly tag: BeckonTag;
  attach(tag: BeckonTag): void;
  detach(): void;
}

type RunAny = (...command: unknown[]) => void;

export function createRelay(): Relay {
  let to: RunAny | undefined;
  let waiting: unknown[][] = [];
  const run = (...command: unknown[]) => {
    if (to) to(...command);
    else waiting.push(command);
  };
  return {
    tag: withMethods(run),
    attach(tag) {
      // Its overloads are the typed face of a function that takes any command.
      to = tag as RunAny;
      const kept = waiting;
      waiting = [];
      kept.forEach((command) => run(...command));
    },
    detach() {
      to = undefined;
    },
  };
}
