import type { ConfigProblem } from '../config-problem.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { warnOfCampaigns } from './campaign-warnings.ts';
import { findContradictions, warnOfConditions } from './condition-warnings.ts';
import { warnOfEntryPoints } from './entry-point-warnings.ts';
import { warnOfLooks } from './look-warnings.ts';
import { createWarnings } from './warning.ts';

/**
 * Finds what a config allows and surely does not mean: above all engagements
 * that can never show.
 *
 * @param now Epoch ms; schedules that ended before are past.
 */
export const findWarnings = (
  config: SiteConfig,
  now: number,
): readonly ConfigProblem[] => {
  const { warn, warnings } = createWarnings();
  const contradictions = findContradictions(config);
  warnOfEntryPoints(config.entryPoints, warn);
  warnOfConditions(config, contradictions, warn);
  warnOfCampaigns({ config, contradictions, now }, warn);
  warnOfLooks(config, warn);
  return warnings;
};
