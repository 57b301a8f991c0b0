import { suggest } from '../nearest.ts';
import { originOf, parseUrl } from '../parse-url.ts';
import { judgeName } from './leaves.ts';
import { isRecord, type Loose, type Report } from './strict.ts';

type Path = readonly PropertyKey[];

/** A list with its indexes, whatever the value is. */
const listed = (value: unknown): readonly (readonly [number, unknown])[] =>
  Array.isArray(value) ? [...value.entries()] : [];

const records = (value: unknown): readonly (readonly [number, Loose])[] =>
  listed(value).flatMap(([index, item]) =>
    isRecord(item) ? [[index, item] as const] : [],
  );

const namesOf = (value: unknown): readonly string[] =>
  isRecord(value) ? Object.keys(value) : [];

/** An engagement or campaign with the place where it stands. */
interface Placed {
  readonly path: Path;
  readonly value: Loose;
}

interface Known {
  readonly entryPoints: readonly string[];
  readonly flows: readonly string[];
  readonly behaviors: readonly string[];
  readonly audiences: readonly string[];
  readonly windows: readonly string[];
  readonly engagements: readonly string[];
}

const campaignsOf = (config: Loose): readonly Placed[] =>
  records(config['campaigns']).map(([index, value]) => ({
    path: ['campaigns', index],
    value,
  }));

const engagementsOf = (campaigns: readonly Placed[]): readonly Placed[] =>
  campaigns.flatMap(({ path, value }) =>
    records(value['engagements']).map(([index, engagement]) => ({
      path: [...path, 'engagements', index],
      value: engagement,
    })),
  );

const idsOf = (placed: readonly Placed[]): readonly string[] =>
  placed.flatMap(({ value }) =>
    typeof value['id'] === 'string' ? [value['id']] : [],
  );

const checkName = (
  value: unknown,
  known: readonly string[],
  path: Path,
  report: Report,
): void => {
  if (typeof value !== 'string' || known.includes(value)) return;
  // One mistake is one problem (CF3).
  if (judgeName(value)) return;
  report('unknown-reference', path, suggest(value, known));
};

const checkNames = (
  values: unknown,
  known: readonly string[],
  path: Path,
  report: Report,
): void => {
  for (const [index, value] of listed(values))
    checkName(value, known, [...path, index], report);
};

const checkIds = (placed: readonly Placed[], report: Report): void => {
  const seen = new Set<string>();
  for (const { path, value } of placed) {
    const { id } = value;
    if (typeof id !== 'string') continue;
    if (seen.has(id))
      report('duplicate-id', [...path, 'id'], 'Ids stand once in a config.');
    seen.add(id);
  }
};

const checkFlows = (config: Loose, known: Known, report: Report): void => {
  const { flows } = config;
  if (!isRecord(flows)) return;
  for (const [name, flow] of Object.entries(flows))
    for (const [index, step] of records(isRecord(flow) ? flow['steps'] : []))
      checkName(
        step['entryPoint'],
        known.entryPoints,
        ['flows', name, 'steps', index, 'entryPoint'],
        report,
      );
};

const checkBehaviors = (config: Loose, known: Known, report: Report): void => {
  const { behaviors } = config;
  if (!isRecord(behaviors)) return;
  for (const [name, behavior] of Object.entries(behaviors))
    for (const [index, condition] of records(
      isRecord(behavior) ? behavior['all'] : [],
    )) {
      const path = ['behaviors', name, 'all', index];
      const { flow, entryPoints, engagements } = condition;
      checkName(flow, known.flows, [...path, 'flow'], report);
      checkNames(
        entryPoints,
        known.entryPoints,
        [...path, 'entryPoints'],
        report,
      );
      checkNames(
        engagements,
        known.engagements,
        [...path, 'engagements'],
        report,
      );
    }
};

const checkEngagement = (
  { path, value }: Placed,
  known: Known,
  report: Report,
): void => {
  const { entryPoints, behaviors, window } = value;
  checkNames(entryPoints, known.entryPoints, [...path, 'entryPoints'], report);
  checkNames(behaviors, known.behaviors, [...path, 'behaviors'], report);
  checkName(window, known.windows, [...path, 'window'], report);
};

/** GW9: an offsite engagement leads to a page on which the tag runs. */
const checkLanding = (
  { path, value }: Placed,
  origins: readonly string[],
  report: Report,
): void => {
  const { format, kind, url } = value;
  if (format !== 'offsite' || kind !== 'conversation') return;
  if (typeof url !== 'string' || origins.length === 0) return;
  const landing = parseUrl(url);
  if (landing === undefined || origins.includes(originOf(landing))) return;
  report(
    'conflict',
    [...path, 'url'],
    `Give a page within the site's origins: ${origins.join(', ')}.`,
  );
};

const originsOf = (config: Loose): readonly string[] =>
  listed(config['origins']).flatMap(([, value]) => {
    const url = typeof value === 'string' ? parseUrl(value) : undefined;
    return url === undefined ? [] : [originOf(url)];
  });

/**
 * Reports every name that leads nowhere and every id that stands twice, even
 * in a config that has other faults.
 */
export const checkReferences = (config: Loose, report: Report): void => {
  const campaigns = campaignsOf(config);
  const engagements = engagementsOf(campaigns);
  const known: Known = {
    entryPoints: namesOf(config['entryPoints']),
    flows: namesOf(config['flows']),
    behaviors: namesOf(config['behaviors']),
    audiences: namesOf(config['audiences']),
    // There is a window of this name without any config.
    windows: [...new Set(['default', ...namesOf(config['windows'])])],
    engagements: idsOf(engagements),
  };
  checkIds(campaigns, report);
  checkIds(engagements, report);
  checkFlows(config, known, report);
  checkBehaviors(config, known, report);
  for (const { path, value } of campaigns)
    checkNames(
      value['audiences'],
      known.audiences,
      [...path, 'audiences'],
      report,
    );
  const origins = originsOf(config);
  for (const one of engagements) {
    checkEngagement(one, known, report);
    checkLanding(one, origins, report);
  }
};
