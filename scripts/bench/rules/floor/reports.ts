import { toTestAny } from '../matching.ts';
import type { Condition, Pattern } from '../site-types.ts';

/** Errors and service activities, by code and by topic. */
export interface Reports {
  error(code: string, message: string, resolved: boolean): void;
  service(topic: string, status: string): void;
  reset(): void;
}

type Set = (condition: number, isTrue: boolean) => void;

export function createReports(
  conditions: readonly Condition[],
  set: Set,
): Reports {
  const errors = createErrors(conditions, set);
  const services = createServices(conditions, set);
  return {
    error: errors.report,
    service: services.report,
    reset: () => {
      errors.reset();
      services.reset();
    },
  };
}

function createErrors(conditions: readonly Condition[], set: Set) {
  const byCode = createLookup(conditions, (each) =>
    each.type === 'visitor-error' ? each.code : undefined,
  );
  const from = conditions.map((each) =>
    each.type === 'visitor-error' ? each.from : 0,
  );
  const counts = new Int16Array(conditions.length);
  const open = new Map<string, number>();
  const add = (code: string, by: number) => {
    for (const condition of byCode(code)) {
      const count = (counts[condition] ?? 0) + by;
      counts[condition] = count;
      set(condition, count >= (from[condition] ?? 0));
    }
  };
  return {
    report: (code: string, message: string, resolved: boolean) => {
      const key = `${code}|${message}`;
      const before = open.get(key) ?? 0;
      open.set(key, resolved ? 0 : before + 1);
      add(code, resolved ? -before : 1);
    },
    reset: () => {
      counts.fill(0);
      open.clear();
    },
  };
}

function createServices(conditions: readonly Condition[], set: Set) {
  const byTopic = createLookup(conditions, (each) =>
    each.type === 'service-activity' ? each.topic : undefined,
  );
  const statuses = conditions.map((each) =>
    each.type === 'service-activity' ? each.statuses : [],
  );
  const counts = new Int16Array(conditions.length);
  const newest = new Map<string, string>();
  return {
    report: (topic: string, status: string) => {
      const before = newest.get(topic);
      if (before === status) return;
      newest.set(topic, status);
      for (const condition of byTopic(topic)) {
        const wanted = statuses[condition] ?? [];
        const was = before !== undefined && wanted.includes(before) ? 1 : 0;
        const is = wanted.includes(status) ? 1 : 0;
        const count = (counts[condition] ?? 0) + is - was;
        counts[condition] = count;
        set(condition, count > 0);
      }
    },
    reset: () => {
      counts.fill(0);
      newest.clear();
    },
  };
}

/** The conditions whose patterns fit a text; found once and kept. */
export function createLookup(
  conditions: readonly Condition[],
  patternsOf: (condition: Condition) => readonly Pattern[] | undefined,
): (text: string) => readonly number[] {
  const tests = conditions.flatMap((each, condition) => {
    const patterns = patternsOf(each);
    return patterns ? [[condition, toTestAny(patterns)] as const] : [];
  });
  const known = new Map<string, readonly number[]>();
  return (text) => {
    const kept = known.get(text);
    if (kept) return kept;
    const found = tests
      .filter(([, test]) => test(text))
      .map(([condition]) => condition);
    known.set(text, found);
    return found;
  };
}
