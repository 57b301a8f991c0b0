export type {
  Expectation,
  Journey,
  JourneyStep,
  JourneyVisitor,
  StepAction,
} from './journey.ts';
export {
  FIRST_TAB,
  parseJourney,
  type ParsedJourney,
} from './parse-journey.ts';
export { runJourney } from './simulator/run-journey.ts';
export type {
  Failure,
  JourneyResult,
  Note,
  StepDecision,
  TabReading,
} from './simulator/result.ts';
export {
  createExplainContext,
  type ExplainContext,
} from './explain/explain-context.ts';
export {
  explainEngagement,
  summarize,
  type Explanation,
} from './explain/explain-engagement.ts';
