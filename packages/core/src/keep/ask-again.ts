import type { TabDecision } from '@beckon/rules';
import type { Tag } from '../tag.ts';

const AGAIN_MS = 60_000;

/** Asks once a minute for the availability that offers in a visible tab depend
 * on, and for what had no answer (OF5). To be called at each decision. */
export function createAskAgain({ ask, config, plan, ports }: Tag) {
  let dueAt = 0;
  return ({ asks, offers }: TabDecision): void => {
    if (!ports.isVisible()) return;
    const skills = config.engagements
      .filter(({ id, skill, zone }) => skill && offers[zone]?.engagement === id)
      .map(({ skill }) => skill);
    const wanted = [...new Set([...asks, ...skills])];
    const now = ports.now();
    if (!wanted.length) dueAt = 0;
    else if (!dueAt) {
      // Asked for the first time a moment ago.
      dueAt = now + AGAIN_MS;
      ports.later(plan, AGAIN_MS);
      // Later than it can be: the clock was put back.
    } else if (now >= dueAt || now < dueAt - AGAIN_MS) {
      dueAt = now + AGAIN_MS;
      ask(wanted, true);
      ports.later(plan, AGAIN_MS);
    }
  };
}
