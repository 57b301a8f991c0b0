import type { TabDecision } from '@beckon/rules';
import type { Tag } from '../tag.ts';

const AGAIN_MS = 60_000;

/** Asks once a minute for the availability that offers in a visible tab depend
 * on, and for what had no answer, and forgets the rest on each page view (OF5).
 * To be called at each decision. */
export function createAskAgain(tag: Tag) {
  const { ask, config, name, plan, ports } = tag;
  let dueAt = 0;
  let view: number | undefined;
  /** On another page view all but these are asked for anew, where an offer
   * needs it: somebody may have come or gone. */
  const forgetBut = (skills: readonly string[]) => {
    const { availability, tabs } = tag.engine.state;
    const before = view;
    view = tabs[name]?.pageAt;
    if (before === undefined || before === view) return;
    for (const skill of Object.keys(availability))
      if (skill && !skills.includes(skill)) {
        delete availability[skill];
        plan();
      }
  };
  return ({ asks, offers }: TabDecision): void => {
    if (!ports.isVisible()) return;
    const skills = config.engagements
      .filter(({ id, skill, zone }) => skill && offers[zone]?.engagement === id)
      .map(({ skill }) => skill);
    forgetBut(skills);
    const unknown = asks.map((id) => config.engagements[id]?.skill ?? '');
    const wanted = [...new Set([...unknown, ...skills])];
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
