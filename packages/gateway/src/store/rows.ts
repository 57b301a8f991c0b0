import type {
  AgentFacts,
  Author,
  EventBody,
  EventFrame,
  NoteFrame,
} from '@beckon/schema/types';
import type { agents, conversations, events, notes } from './schema.ts';

/** One conversation as it is stored. */
export type Conversation = typeof conversations.$inferSelect;

/** What a step did: the conversation after it, and the events it wrote. */
export interface Change {
  readonly conversation: Conversation;
  readonly events: readonly EventFrame[];
}

/** Whose event it is: `id` names a consumer, an agent or nobody. */
export interface Actor {
  readonly role: 'consumer' | 'agent' | 'system';
  readonly id: string;
  readonly name?: string;
  readonly picture?: string;
}

export const SYSTEM: Actor = { role: 'system', id: 'system' };

/** Under which name a row keeps its author: all of a consumer's are one. */
export const authorKey = ({ role, id }: Actor): string =>
  role === 'agent' ? id : role;

type EventRow = typeof events.$inferSelect;

/** The frame that readers get. */
export function toEventFrame(row: EventRow): EventFrame {
  const { conversationId, seq, at, body } = row;
  return { type: 'event', conversationId, seq, at, from: toAuthor(row), body };
}

type AuthorColumns = Pick<EventRow, 'author' | 'authorRole'> &
  Partial<Pick<EventRow, 'authorName' | 'authorPicture'>>;

function toAuthor(row: AuthorColumns): Author {
  const { authorRole: role, authorName, authorPicture } = row;
  if (role !== 'agent') return { role };
  return {
    role,
    id: row.author,
    ...(authorName ? { name: authorName } : {}),
    ...(authorPicture ? { picture: authorPicture } : {}),
  };
}

/** The row of an event that an actor adds. */
export function toEventRow(
  actor: Actor,
  event: {
    readonly conversationId: string;
    readonly seq: number;
    readonly at: number;
    readonly body: EventBody;
  },
): EventRow {
  const { body } = event;
  return {
    ...event,
    author: authorKey(actor),
    authorRole: actor.role,
    authorName: actor.name ?? null,
    authorPicture: actor.picture ?? null,
    clientId: body.kind === 'message' ? body.clientId : null,
  };
}

export function toNoteFrame(row: typeof notes.$inferSelect): NoteFrame {
  const { conversationId, noteSeq, at, text, clientId } = row;
  return {
    type: 'note',
    conversationId,
    noteSeq,
    at,
    from: toAuthor(row),
    text,
    ...(clientId === null ? {} : { clientId }),
  };
}

export type AgentRow = typeof agents.$inferSelect;

/** RT2: `*` is every skill. */
export const hasSkill = (skills: readonly string[], skill: string): boolean =>
  skills.includes('*') || skills.includes(skill);

/** An agent as consoles know it; `status` says whether work can come. */
export function toAgentFacts(row: AgentRow): AgentFacts {
  const { id, name, email, role, status, maxConversations, skills } = row;
  return {
    agentId: id,
    name,
    email,
    role,
    status,
    maxConversations,
    skills,
  };
}

/** An agent as it speaks in conversations. */
export const toActor = ({ id, name, picture }: AgentRow): Actor => ({
  role: 'agent',
  id,
  name,
  ...(picture === null ? {} : { picture }),
});

/** An agent as consumers may know it. */
export const toAgentAuthor = ({ id, name, picture }: AgentRow): Author => ({
  role: 'agent',
  id,
  name,
  ...(picture === null ? {} : { picture }),
});
