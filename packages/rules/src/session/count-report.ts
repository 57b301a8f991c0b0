import { foldText } from '@beckon/schema/text';
import { fieldOf, fits, thingsAt } from '../patterns/fits.ts';
import { remember } from '../remember.ts';
import { addTo, conditionOf, recheck } from '../touch.ts';
import { atWork, config, session } from '../visit.ts';
import { digest } from './digest.ts';

/**
 * Has conditions count a report, of an attribute or of the visit: equal errors
 * with their number (BC8), of a service, a topic, a cart the newest (BC10, EN16).
 * Texts are kept as hashes.
 *
 * @param type What the index lists it under.
 */
export function countReport(type: string, report: object): void {
  for (const group of config.index.reports[type] ?? []) {
    const { all, conditions, each, given, keys } = group;
    if (given && !fieldOf(report, given)) continue;
    const parts = keys.map((name) =>
      // Those that tell reports apart are texts.
      digest(foldText((fieldOf(report, name) ?? '') as string)),
    );
    const key = [conditions[0], ...parts].join();
    const changed: number[] = [];
    const drop = (old: string) => {
      const { ids, times } = session.kept[old] ?? { ids: [], times: 0 };
      for (const id of ids) addTo(id, -times);
      changed.push(...ids);
      delete session.kept[old];
    };
    if (keys.length && fieldOf(report, 'resolved')) {
      // BC8: what it leaves out fits any; the digest of '' is 0.
      const any = parts.map((part) => part || '.*');
      const alike = RegExp(`^${[conditions[0], ...any].join()}$`);
      Object.keys(session.kept)
        .filter((old) => alike.test(old))
        .forEach(drop);
    } else {
      const ids = thingsAt(report, each).flatMap((thing) =>
        fittingOf(thing, conditions),
      );
      const { times } = session.kept[key] ?? { times: 0 };
      if (!all) drop(key);
      for (const id of ids) addTo(id, 1);
      changed.push(...ids);
      if (keys.length || !all)
        session.kept[key] = { ids, times: all ? times + 1 : 1 };
    }
    changed.forEach(recheck);
  }
}

/** The conditions that a thing fits. Asked once for each thing: carts and pages
 * tell of the same ones again and again. */
function fittingOf(
  thing: unknown,
  conditions: readonly number[],
): readonly number[] {
  const key = `${conditions[0]}${JSON.stringify(thing)}`;
  return remember(atWork.fitting, key, () =>
    conditions.filter((id) => fits(conditionOf(id), thing)),
  );
}
