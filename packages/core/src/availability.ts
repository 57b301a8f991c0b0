import type { Availability } from '@beckon/schema/types';
import { nothing } from './nothing.ts';
import type { Ports } from './ports.ts';
import type { Tag } from './tag.ts';

/**
 * Asks for the availability of skills, of each once; the chunk `keep` has them
 * asked for again, a minute later (OF5).
 */
export function createAsk(
  { getJson }: Pick<Ports, 'getJson'>,
  learn: Tag['learn'],
): Tag['ask'] {
  let asked: readonly string[] = [];
  return (skills, isAgain) => {
    const asks = skills.filter((skill) => isAgain || !asked.includes(skill));
    asked = [...asked, ...asks];
    if (!asks[0]) return;
    getJson(`availability?skills=${asks.map(encodeURIComponent).join()}`)
      .then((answer) => {
        const { skills: known } = answer as Answer;
        // What is forgotten since is asked for anew.
        asked = [];
        learn({
          type: 'availability',
          // Who is not named has nobody.
          skills: Object.fromEntries(
            asks.map((skill) => [skill, known[skill] ?? 'offline']),
          ),
        });
      })
      // Without an answer nothing is offered.
      .catch(nothing);
  };
}

interface Answer {
  readonly skills: Readonly<Record<string, Availability>>;
}
