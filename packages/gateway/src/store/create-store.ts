import { agentOps } from './agent-ops.ts';
import {
  appendMessages,
  type Appended,
  type NewMessage,
} from './append-messages.ts';
import { addConsumers, consumerOps, type NewConsumer } from './consumer-ops.ts';
import { conversationOps } from './conversation-ops.ts';
import { configOps } from './config-ops.ts';
import { createBatcher } from './create-batcher.ts';
import { again, isDataError, type Database } from './database.ts';
import { idleOps } from './idle-ops.ts';
import { messageOps } from './message-ops.ts';
import { queueOps } from './queue-ops.ts';
import { routingOps } from './routing-ops.ts';
import { settingsOps } from './settings-ops.ts';

/**
 * All that is asked of the database. Each operation takes one argument and
 * gives one result, both plain data, so that it can run in another thread.
 */
const OPS = {
  ...consumerOps,
  ...conversationOps,
  ...idleOps,
  ...messageOps,
  ...agentOps,
  ...routingOps,
  ...queueOps,
  ...settingsOps,
  ...configOps,
} as const;

type Ops = typeof OPS;

export type Store = {
  readonly [Name in keyof Ops]: Ops[Name] extends (
    database: Database,
    ...rest: infer Rest
  ) => infer Result
    ? (...rest: Rest) => Result
    : never;
} & {
  /** Messages that come together are stored together. */
  readonly appendMessage: (message: NewMessage) => Promise<Appended>;
  /** So are consumers, of whom many come at once when a node was away. */
  readonly addConsumer: (added: NewConsumer) => Promise<true>;
};

export interface OpenStore {
  readonly store: Store;
  close(): Promise<void>;
}

/** The operations on one database. */
export function createStore(database: Database): Store {
  const bound = Object.entries(OPS).map(([name, run]) => [
    name,
    // The type above says what each one takes.
    (argument: never) => run(database, argument),
  ]);
  const appendMessage = createBatcher<NewMessage, Appended>(
    (messages) => again(() => appendMessages(database, messages)),
    isDataError,
  );
  const addConsumer = createBatcher<NewConsumer, true>(
    (added) => addConsumers(database, added),
    isDataError,
  );
  const ops = Object.fromEntries(bound) as Store;
  return { ...ops, appendMessage, addConsumer };
}
