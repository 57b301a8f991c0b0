import type {
  EngagementTrace,
  TestName,
  TestTrace,
} from '@beckon/rules/explain';
import type {
  PublishedCampaign,
  PublishedEngagement,
} from '@beckon/schema/types';
import { describeCondition } from './describe-condition.ts';
import {
  isTrue,
  readField,
  readList,
  readNumber,
  readNumbers,
  readText,
  readTexts,
} from './facts.ts';
import type { ExplainContext } from './explain-context.ts';
import { scheduleWords } from './schedule-words.ts';
import { both, count, either } from './words.ts';

/** A line of an explanation; with a mark where it is one of several tests. */
export interface Line {
  readonly text: string;
  readonly holds?: boolean;
  /** Conditions of a behavior or audience that has several. */
  readonly inside?: readonly Line[];
}

interface Subject {
  readonly engagement: PublishedEngagement;
  readonly campaign: PublishedCampaign;
  readonly context: ExplainContext;
}

type DescribeTest = (facts: unknown, subject: Subject) => Line[];

/** The words for one test of SL1 and the facts that it used (SL9). */
export function describeTest(
  { test, facts }: TestTrace,
  engagement: EngagementTrace['engagement'],
  context: ExplainContext,
): Line[] {
  const { config } = context;
  const published = config.engagements.find(({ id }) => id === engagement);
  const campaign = published && config.campaigns[published.campaign];
  if (!campaign) return [{ text: 'is not in the config' }];
  return TESTS[test](facts, { engagement: published, campaign, context });
}

const TESTS: Readonly<Record<TestName, DescribeTest>> = {
  schedule: (facts) => say(scheduleWords(facts)),
  'control-group': (facts, subject) => say(controlGroupWords(facts, subject)),
  audience: (facts, { context }) =>
    groupLines(facts, 'audience', (id) => context.audience(id), context),
  'entry-point': (facts, { context }) => say(entryPointWords(facts, context)),
  behavior: (facts, { context }) =>
    groupLines(facts, 'behavior', (id) => context.behavior(id), context),
  language: (facts) => say(languageWords(facts)),
  decline: (facts) => say(declineWords(facts)),
  cap: (facts, subject) => say(capWords(facts, subject)),
  availability: (facts) => say(availabilityWords(facts)),
};

function say(text: string): Line[] {
  return [{ text }];
}

/** SL6: a visitor is in a group when the draw is below its share. */
function controlGroupWords(facts: unknown, subject: Subject): string {
  const { campaign, context } = subject;
  const groups = [
    { of: 'the site', share: context.config.controlGroup, key: 'site' },
    { of: campaign.id, share: campaign.controlGroup, key: 'campaign' },
  ].filter(({ share }) => share > 0);
  if (groups.length === 0) return 'neither the site nor the campaign has one';
  return both(
    groups.map(({ of, share, key }) => {
      const draw = readNumber(facts, key) ?? 0;
      const side = draw < share ? 'in' : 'out of';
      return `${side} the group of ${of}: drew ${draw.toFixed(4)}, which ${draw < share ? 'is' : 'is not'} below ${share}`;
    }),
  );
}

function entryPointWords(facts: unknown, context: ExplainContext): string {
  const any = readNumbers(facts, 'any');
  if (any.length === 0) return 'none asked for: every page fits';
  const page = context.allEntryPoints(readNumbers(facts, 'page'));
  return `needs ${context.entryPoints(any)}; the page is in ${page || 'no entry point'}`;
}

const NO_GROUP = {
  audience: 'none asked for: every visitor fits',
  behavior: 'none asked for: any behavior fits',
};

/** Any of the groups must hold; a group holds when all its conditions do. */
function groupLines(
  facts: unknown,
  key: 'audience' | 'behavior',
  nameOf: (index: number) => string,
  context: ExplainContext,
): Line[] {
  const groups = readList(facts).map((group) => {
    const name = nameOf(readNumber(group, key) ?? -1);
    const inside = readList(readField(group, 'conditions')).map((trace) => ({
      holds: isTrue(trace, 'holds'),
      text: describeCondition(
        {
          condition: readNumber(trace, 'condition') ?? -1,
          holds: isTrue(trace, 'holds'),
          facts: readField(trace, 'facts'),
        },
        context,
      ),
    }));
    const holds = inside.every((condition) => condition.holds);
    const [only] = inside;
    if (inside.length === 1 && only) {
      return { holds, text: `${name}: ${only.text}` };
    }
    return { holds, text: name, inside };
  });
  if (groups.length === 0) return say(NO_GROUP[key]);
  const [only] = groups;
  if (groups.length > 1 || !only) return groups;
  // The test's own mark says whether the only group holds.
  return [
    { text: only.text, ...('inside' in only && { inside: only.inside ?? [] }) },
  ];
}

function languageWords(facts: unknown): string {
  const wanted = readText(facts, 'engagement')?.toLowerCase();
  if (!wanted) return 'none asked for: pages in any language fit';
  const page = readText(facts, 'page')?.toLowerCase();
  return `needs ${wanted}; ${page ? `the page is in ${page}` : 'neither page nor visitor names one'}`;
}

function declineWords(facts: unknown): string {
  if (isTrue(facts, 'session')) return 'it was declined in this session';
  const until = readNumber(facts, 'snoozedUntil');
  return until === undefined
    ? 'it was not declined'
    : `it was declined before, and snoozes until ${new Date(until).toISOString()}`;
}

function capWords(facts: unknown, { engagement }: Subject): string {
  if (engagement.zone !== 'proactive') {
    return `only proactive offers are counted, this one is for ${engagement.zone}`;
  }
  // SL5, SL7: both stop conversations, and leave content alone.
  if (engagement.kind === 'conversation') {
    if (isTrue(facts, 'conversation')) return 'a conversation is open';
    if (isTrue(facts, 'declined')) {
      return 'a proactive conversation offer was declined in this session';
    }
  }
  const cap = readNumber(facts, 'cap');
  if (cap === undefined) return 'the site has none';
  const shown = readNumber(facts, 'impressions') ?? 0;
  const stands = isTrue(facts, 'stands') ? ', stands already' : '';
  return `shown ${shown} of at most ${count(cap, 'time')} in this session${stands}`;
}

function availabilityWords(facts: unknown): string {
  const states = readTexts(facts, 'states');
  const skill = readText(facts, 'skill');
  if (!skill) return 'content asks no agent';
  const state = readText(facts, 'state');
  const has = `it has a creative for ${either(states) || 'none'}`;
  return `${skill} is ${state ?? 'not known yet'}; ${has}`;
}
