import { createTalkPorts } from './talk/browser-talk-ports.ts';
import { createReport } from './talk/create-report.ts';
import { createTalkPart } from './talk/create-talk-part.ts';
import { register } from './tag-like.ts';

/** All that leaves the browser. */
register((tag) => {
  const ports = createTalkPorts({ ...tag.settings, ...tag.ports });
  return createTalkPart(ports, createReport(tag));
});
