import type { EngagementKind } from '@beckon/schema/types';

/** What visitors download of an engagement says it by the skill alone (CF31). */
export const kindOf = (skill: string): EngagementKind =>
  skill ? 'conversation' : 'content';
