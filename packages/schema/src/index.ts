/**
 * The whole package, zod included: for the gateway, the command, the console
 * and the inspector. What visitors download takes `constants`, `text` and
 * `types` instead.
 */
export * from './constants.ts';
export type * from './types.ts';
export {
  ATTRIBUTE_FIELDS,
  type FieldKind,
  type FieldTable,
} from './attribute-fields.ts';
export {
  ATTRIBUTE_PROBLEM_CODES,
  attributeProblemSchema,
  type AttributeProblem,
  type AttributeProblemCode,
} from './attributes/attribute-problem.ts';
export {
  attributeSchema,
  attributeSchemas,
} from './attributes/attribute-schemas.ts';
export {
  parseAttribute,
  type ParsedAttribute,
} from './attributes/parse-attribute.ts';
export {
  CONFIG_ERROR_CODES,
  CONFIG_WARNING_CODES,
  type ConfigErrorCode,
  type ConfigProblem,
  type ConfigWarningCode,
} from './config-problem.ts';
export { configProblemSchema } from './config-problem-schema.ts';
export {
  siteConfigSchema,
  type AuthoredSiteConfig,
  type SiteConfig,
} from './config/site-config.ts';
export { didYouMean, nearest, suggest } from './nearest.ts';
export { publishConfig, type PublishResult } from './publish-config.ts';
export { visitorConfig, type VisitorConfig } from './visitor-config.ts';
export { judgeRegex, MAX_REGEX_CHARS } from './regex-safety.ts';
export {
  eventBatchSchema,
  MAX_BATCH_EVENTS,
  OFFER_PHASES,
  trackedEventSchema,
  type EventBatch,
  type TrackedEvent,
} from './wire/tracked-events.ts';
export { canonicalQuery, decodePercent, foldText } from './text.ts';
