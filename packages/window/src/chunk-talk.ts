import { createTalkPart } from './talk/create-talk-part.ts';
import { createReport } from './talk/create-report.ts';
import { register } from './tag-like.ts';

/** All that leaves the browser. */
register((tag) => {
  const { settings, ports } = tag;
  return createTalkPart({ ...settings, ...ports }, createReport(tag));
});
