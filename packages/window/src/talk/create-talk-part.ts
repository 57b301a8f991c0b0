import type { WindowHost } from '../host.ts';
import { createTalkPorts } from './browser-talk-ports.ts';
import type { Report } from './create-report.ts';
import { createDatabase } from './database.ts';
import { findLinks } from './find-links.ts';
import { groupMessages } from './group.ts';
import { readMarkdown } from './read-markdown.ts';
import { createSpeaker } from './speaker.ts';
import type { TalkPart } from './talk-part.ts';

export const createTalkPart = (
  host: Pick<WindowHost, 'origin' | 'site' | 'undo'>,
  report: Report,
): TalkPart => ({
  ...report,
  database: createDatabase(`beckon-${host.site}-window`),
  findLinks,
  groupMessages,
  readMarkdown,
  createSpeaker: (needs) => createSpeaker(needs, createTalkPorts(host)),
});
