import { createArchive } from './archive.ts';
import { createHandOver } from './hand-over.ts';
import { createSay } from './say.ts';
import { createSpeaker } from './speaker.ts';
import type { Report, TalkPart } from './talk-part.ts';
import type { TalkPorts } from './talk-ports.ts';
import { createTellTale } from './tell-tale.ts';

export const createTalkPart = (ports: TalkPorts, report: Report): TalkPart => ({
  ...report,
  ...createSay(report),
  archive: createArchive(ports.database),
  createSpeaker: (needs) =>
    createSpeaker(needs, { ...ports, source: report.attributes }),
  createTellTale: (host, read, needs) =>
    createTellTale(host, ports.signal, read, needs),
  handOver: createHandOver(ports, report),
  revoke: (token) => void ports.post('logout', { token }),
  wake: ports.signal.wake,
});
