import { z } from 'zod';
import { engagement } from './engagement.ts';
import { goal } from './goal.ts';
import { name, share, words } from './leaves.ts';
import { schedule } from './schedule.ts';
import { strict } from './strict.ts';

export const campaign = strict({
  id: name,
  name: words.exactOptional(),
  /** For the site's own people; never published (CO5). */
  description: z.string().exactOptional(),
  /** Checked, and left out when publishing (CO5). */
  draft: z.boolean().default(false),
  priority: z.enum(['high', 'medium', 'low']).default('medium'),
  goal: goal.default({ type: 'interaction' }),
  audiences: z.array(name).default([]),
  schedule: schedule.nullable().default(null),
  controlGroup: share.default(0),
  engagements: z.array(engagement).default([]),
});

export type AuthoredCampaign = z.output<typeof campaign>;
