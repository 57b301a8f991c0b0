import { z } from 'zod';
import { suggest } from '../nearest.ts';
import { creative } from './creative.ts';
import { language, name, openableUrl, seconds, words } from './leaves.ts';
import { placement, PLACEMENT_FORMATS } from './placement.ts';
import {
  isRecord,
  strict,
  withRules,
  type Loose,
  type Report,
} from './strict.ts';

const SIDES = ['left', 'right'];
const RESERVED = [...SIDES, 'proactive'];

/** Which zones a format can take (OF1, SL2). */
const ZONES: ReadonlyMap<string, readonly string[]> = new Map([
  ['sticky', SIDES],
  ['slide-out', SIDES],
  ['toaster', ['proactive']],
  ['overlay', ['proactive']],
  ['peeling-corner', ['proactive']],
]);

const stateCreative = creative.nullable().default(null);

const shape = strict({
  id: name,
  name: words.exactOptional(),
  /** For the site's own people; never published (CO5). */
  description: z.string().exactOptional(),
  /** For the agent who takes the conversation; never published (CO5). */
  agentNote: z.string().exactOptional(),
  /** Checked, and left out when publishing (CO5). */
  draft: z.boolean().default(false),
  kind: z.enum(['conversation', 'content']),
  format: z.enum([
    'sticky',
    'slide-out',
    'toaster',
    'overlay',
    'peeling-corner',
    'embedded',
    'offsite',
  ]),
  zone: name.exactOptional(),
  entryPoints: z.array(name).default([]),
  behaviors: z.array(name).default([]),
  priority: z.number().default(100),
  skill: name.nullable().default(null),
  window: name.default('default'),
  language: language.nullable().default(null),
  delaySeconds: seconds.default(0),
  durationSeconds: seconds.positive().nullable().default(null),
  snoozeDays: z.number().min(0).max(366).default(0),
  /** What a content engagement opens; the page that an offsite one leads to. */
  url: openableUrl.exactOptional(),
  target: z.enum(['same', 'new']).exactOptional(),
  placement: placement.exactOptional(),
  creative: strict({
    online: stateCreative,
    busy: stateCreative,
    offline: stateCreative,
  }).prefault({}),
});

const checkContainer = (zone: unknown, report: Report): void => {
  if (zone === undefined)
    report('missing', ['zone'], 'Give the id of the container.');
  if (typeof zone === 'string' && RESERVED.includes(zone))
    report('conflict', ['zone'], 'Give the id of a container of the page.');
};

const checkZone = ({ format, zone }: Loose, report: Report): void => {
  if (typeof format !== 'string') return;
  if (format === 'embedded') checkContainer(zone, report);
  if (format === 'offsite' && zone !== undefined)
    report('conflict', ['zone'], 'Leave it out: offsite takes no zone.');
  const zones = ZONES.get(format);
  if (zones === undefined) return;
  const wanted = `${format} takes ${zones.join(' or ')}.`;
  if (zone === undefined && zones.length > 1)
    report('missing', ['zone'], wanted);
  if (typeof zone === 'string' && !zones.includes(zone))
    report('conflict', ['zone'], `${wanted} ${suggest(zone, zones)}`);
};

const checkKind = (value: Loose, report: Report): void => {
  const { kind, format, url, target, skill } = value;
  const leads = kind === 'content' || format === 'offsite';
  if (leads && url === undefined)
    report('missing', ['url'], 'Give the URL that it leads to.');
  if (kind === 'conversation' && !leads && url !== undefined)
    report(
      'conflict',
      ['url'],
      'A conversation opens the window: leave it out.',
    );
  if (kind === 'conversation' && target !== undefined)
    report('conflict', ['target'], 'Only content has one: leave it out.');
  if (kind === 'content' && typeof skill === 'string')
    report('conflict', ['skill'], 'Content asks no agent: leave it out.');
};

const checkPlacement = (value: Loose, report: Report): void => {
  const { format, placement: given } = value;
  if (!isRecord(given) || typeof format !== 'string') return;
  for (const key of Object.keys(given)) {
    const formats = PLACEMENT_FORMATS.get(key);
    const fits = formats?.includes(format) ?? format !== 'offsite';
    if (!fits)
      report(
        'conflict',
        ['placement', key],
        `${format} has none: leave it out.`,
      );
  }
};

const checkOffsite = (value: Loose, report: Report): void => {
  const { format, creative: given } = value;
  if (format !== 'offsite' || !isRecord(given)) return;
  for (const [state, one] of Object.entries(given))
    if (isRecord(one))
      report(
        'conflict',
        ['creative', state],
        'Offsite draws nothing (OF1): leave it out.',
      );
};

/** One offer: OF1, OF2, SL2. */
export const engagement = withRules(shape, (value, report) => {
  checkZone(value, report);
  checkKind(value, report);
  checkPlacement(value, report);
  checkOffsite(value, report);
});

export type AuthoredEngagement = z.output<typeof engagement>;
