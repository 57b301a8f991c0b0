import type { VisitEvent } from '@beckon/schema/types';
import { driveRun, type Failure, type Subject } from './driver.ts';
import type { Site } from './generate/config.ts';
import { mixSeed } from './generate/random.ts';
import type { FailedCase } from './proof.ts';

type Steps = readonly (readonly VisitEvent[])[];

/** A case that fails in the same way, with nothing in it that can be spared. */
export interface Shrunk {
  readonly site: Site;
  readonly steps: Steps;
  readonly failure: Failure;
}

/** Leaves out events, then parts of the config, as long as it fails alike. */
export function shrink(
  failed: FailedCase,
  publish: (site: Site) => Subject,
): Shrunk {
  const { seed, index, run } = failed;
  const kind = kindOf(failed.failure);

  function fails(site: Site, steps: Steps): Failure | undefined {
    if (!isPlausible(steps) || !isWhole(site)) return undefined;
    try {
      const { visitor } = run;
      const subject = publish(site);
      const attempt = { visitor, steps };
      const driveSeed = mixSeed(seed, index);
      const failure = driveRun(subject, attempt, driveSeed, () => {});
      return failure && kindOf(failure) === kind ? failure : undefined;
    } catch {
      return undefined; // Publishing refuses what is left: keep the part.
    }
  }

  let best: Shrunk = { ...failed, steps: failed.failure.told };
  const attempt = (site: Site, steps: Steps): boolean => {
    const failure = fails(site, steps);
    if (failure) best = { site, steps, failure };
    return failure !== undefined;
  };
  if (!attempt(best.site, best.steps)) return best;
  dropSteps(() => best, attempt);
  dropParts(() => best, attempt);
  dropSteps(() => best, attempt);
  return best;
}

/** The case in plain text, to be read and to be told again. */
export function describeFailure(
  { seed, index, run }: FailedCase,
  { site, steps, failure }: Shrunk,
): string {
  const { on, engine, oracle } = failure.disagreement;
  return [
    `Engine and oracle disagree on ${on}.`,
    `  engine: ${JSON.stringify(engine)}`,
    `  oracle: ${JSON.stringify(oracle)}`,
    `Seed ${seed}, run ${index}, shrunk to ${steps.length} steps:`,
    ...steps.map((events) => `  ${JSON.stringify(events)}`),
    `Visitor: ${JSON.stringify(run.visitor)}`,
    `Published at ${site.around}:`,
    JSON.stringify(site.config, null, 1),
  ]
    .join('\n')
    .replace(/x{99,}/g, (run) => `(${run.length} times x)`);
}

type Attempt = (site: Site, steps: Steps) => boolean;

/** Halves first, then ever smaller parts. */
function dropSteps(best: () => Shrunk, attempt: Attempt): void {
  let size = Math.ceil(best().steps.length / 2);
  for (;;) {
    let dropped = false;
    for (let at = best().steps.length - size; at > -size; at -= size) {
      const { site, steps } = best();
      const left = steps.filter((_, i) => i < at || i >= at + size);
      dropped = attempt(site, left) || dropped;
    }
    if (size === 1 && !dropped) return;
    if (!dropped || size > 1) size = Math.ceil(size / 2);
  }
}

/** Every key and every entry of the config, as long as any can go. */
function dropParts(best: () => Shrunk, attempt: Attempt): void {
  let before: Site;
  do {
    before = best().site;
    dropPartsOnce(best, attempt);
  } while (best().site !== before);
}

/** From the outside in. */
function dropPartsOnce(best: () => Shrunk, attempt: Attempt): void {
  let path: readonly number[] | undefined = [0];
  while (path) {
    const { site, steps } = best();
    const config = without(site.config, path) as Site['config'] | undefined;
    if (config === undefined) path = nextAfter(path);
    else if (!attempt({ ...site, config }, steps)) path = [...path, 0];
  }
}

/** The sibling after the parent of a place that is not there. */
function nextAfter(path: readonly number[]): readonly number[] | undefined {
  const parent = path.slice(0, -1);
  const last = parent.pop();
  return last === undefined ? undefined : [...parent, last + 1];
}

/** A copy without the part at a path of positions; undefined if there is none. */
function without(value: unknown, path: readonly number[]): unknown {
  const [at = 0, ...rest] = path;
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  const entry = entries[at];
  if (!entry) return undefined;
  const [key, child] = entry;
  const changed = rest.length > 0 ? without(child, rest) : undefined;
  if (rest.length > 0 && changed === undefined) return undefined;
  const kept = entries.flatMap(([each, part]) => {
    if (each !== key) return [[each, part] as const];
    return rest.length > 0 ? [[each, changed] as const] : [];
  });
  if (Array.isArray(value)) return kept.map(([, part]) => part);
  return Object.fromEntries(kept);
}

/** Nothing but attributes and pages happens in a tab that was never opened. */
function isPlausible(steps: Steps): boolean {
  const open = new Set<string>();
  return steps.flat().every((event) => {
    if (!('tab' in event)) return true;
    if (event.type === 'page') open.add(event.tab);
    const isOpen = open.has(event.tab) || event.type === 'attribute';
    if (event.type === 'tab' && event.state === 'closed')
      open.delete(event.tab);
    return isOpen;
  });
}

/** Publishing gives a format its zone; the oracle wants it said. */
function isWhole({ config }: Site): boolean {
  const campaigns = config.campaigns ?? [];
  return campaigns
    .flatMap((campaign) => campaign.engagements ?? [])
    .every(({ zone, creative }) => zone && creative?.online !== undefined);
}

/** Without tabs and moments, which shrinking changes. */
function kindOf({ disagreement }: Failure): string {
  return disagreement.on.replace(/ at \S+$| in tab-\d+/g, '');
}
