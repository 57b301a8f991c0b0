/** Types alone: importing this file brings no code. */
export type * from './attributes.ts';
export type * from './creative.ts';
export type * from './events.ts';
export type * from './agent-frames.ts';
export type * from './frames.ts';
export type * from './talk-facts.ts';
export type * from './published.ts';
export type { PageConfig, VisitorEngagement } from './visitor-config.ts';
export type {
  AttributeType,
  Gender,
  MarketingChannel,
  ServiceStatus,
} from './constants.ts';
