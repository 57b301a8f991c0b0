import {
  decodeAttribute,
  type AttributeProblem,
} from '@beckon/rules/decode-attribute';
import { engineOf, tell, type Browser, type Tab } from './browser.ts';
import { joinShared } from './consent.ts';

/**
 * Reports attributes as they came, one after the other (EA2).
 *
 * @returns What was wrong with them: that fails nothing.
 */
export function reportAttributes(
  browser: Browser,
  tab: Tab,
  attributes: readonly unknown[],
): readonly string[] {
  joinShared(browser, tab);
  const engine = engineOf(browser, tab);
  return attributes.flatMap((input, index) => {
    const { attribute, problems } = decodeAttribute(input);
    if (attribute && engine) {
      const { now: at } = browser;
      tell(browser, engine, {
        type: 'attribute',
        at,
        tab: tab.name,
        attribute,
      });
    }
    return problems.map((problem) => noteWords(problem, index));
  });
}

/** How much of what arrived is shown. */
const MAX_SHOWN_CHARS = 60;

function noteWords(
  { code, path, arrived, expected }: AttributeProblem,
  index: number,
): string {
  const json = JSON.stringify(arrived) ?? 'nothing';
  const shown =
    json.length > MAX_SHOWN_CHARS ? `${json.slice(0, MAX_SHOWN_CHARS)}…` : json;
  const where = path ? `${index}, ${path}` : index;
  const wanted = expected ? `, ${expected} was expected` : '';
  return `attribute ${where}: ${code}, ${shown} arrived${wanted}`;
}
