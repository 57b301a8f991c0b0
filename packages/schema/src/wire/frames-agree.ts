import type { z } from 'zod';
import type { AgentFrame } from '../agent-frames.ts';
import type { ConsumerFrame } from '../frames.ts';
import type { agentFrameSchema, consumerFrameSchema } from './frames.ts';

/*
 * CF32, proven by the compiler: what the schemas read is what the types say,
 * and the reverse. Nothing here is left at run time.
 */

type DeepReadonly<Value> = Value extends string | number | boolean | null
  ? Value
  : { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> };

type Extends<Whole, Part extends Whole> = Part;

type ReadConsumer = DeepReadonly<z.output<typeof consumerFrameSchema>>;
type ReadAgent = DeepReadonly<z.output<typeof agentFrameSchema>>;

export type FramesAgree = [
  Extends<ConsumerFrame, ReadConsumer>,
  Extends<ReadConsumer, DeepReadonly<ConsumerFrame>>,
  Extends<AgentFrame, ReadAgent>,
  Extends<ReadAgent, DeepReadonly<AgentFrame>>,
];
