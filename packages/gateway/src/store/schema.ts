import type { AgentStatus, EventBody, Preview } from '@beckon/schema/types';
import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';

/*
 * The tables, as queries name them. `migrations/` makes them, and a test
 * compares the two; what the columns mean stands there.
 */

/** Epoch ms. */
const time = (name: string) => bigint(name, { mode: 'number' });

export const agents = pgTable('agents', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  picture: text('picture'),
  role: text('role').$type<'admin' | 'manager' | 'agent'>().notNull(),
  password: text('password'),
  skills: text('skills').array().notNull(),
  maxConversations: integer('max_conversations').notNull(),
  status: text('status').$type<AgentStatus>().notNull(),
  lostAt: time('lost_at'),
  idleSince: time('idle_since').notNull(),
  createdAt: time('created_at').notNull(),
});

export const agentSessions = pgTable('agent_sessions', {
  hash: text('hash').primaryKey(),
  agentId: text('agent_id').notNull(),
  kind: text('kind').$type<'login' | 'program'>().notNull(),
  label: text('label'),
  createdAt: time('created_at').notNull(),
  expiresAt: time('expires_at'),
});

export const consumers = pgTable('consumers', {
  id: text('id').primaryKey(),
  site: text('site').notNull(),
  visitorId: text('visitor_id').notNull(),
  createdAt: time('created_at').notNull(),
});

export const tokenLines = pgTable('token_lines', {
  id: text('id').primaryKey(),
  consumerId: text('consumer_id').notNull(),
  currentId: text('current_id').notNull(),
  nextId: text('next_id'),
  usedAt: time('used_at').notNull(),
});

export const conversations = pgTable('conversations', {
  id: text('id').primaryKey(),
  site: text('site').notNull(),
  consumerId: text('consumer_id').notNull(),
  requestId: text('request_id').notNull(),
  skill: text('skill').notNull(),
  engagementId: text('engagement_id'),
  state: text('state').$type<'queued' | 'active' | 'ended'>().notNull(),
  agentId: text('agent_id'),
  forAgent: text('for_agent'),
  lastSeq: integer('last_seq').notNull().default(0),
  lastNoteSeq: integer('last_note_seq').notNull().default(0),
  consumerReadSeq: integer('consumer_read_seq').notNull().default(0),
  agentReadSeq: integer('agent_read_seq').notNull().default(0),
  consumerDeliveredSeq: integer('consumer_delivered_seq').notNull().default(0),
  agentDeliveredSeq: integer('agent_delivered_seq').notNull().default(0),
  preview: jsonb('preview').$type<Preview>().notNull(),
  createdAt: time('created_at').notNull(),
  waitingSince: time('waiting_since').notNull(),
  isReturned: boolean('is_returned').notNull().default(false),
  acceptedAt: time('accepted_at'),
  activeAt: time('active_at').notNull(),
  endedAt: time('ended_at'),
  idleEndsAt: time('idle_ends_at'),
});

export const events = pgTable(
  'events',
  {
    conversationId: text('conversation_id').notNull(),
    seq: integer('seq').notNull(),
    at: time('at').notNull(),
    author: text('author').notNull(),
    authorRole: text('author_role')
      .$type<'consumer' | 'agent' | 'system'>()
      .notNull(),
    authorName: text('author_name'),
    authorPicture: text('author_picture'),
    clientId: text('client_id'),
    body: jsonb('body').$type<EventBody>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.seq] })],
);

export const notes = pgTable(
  'notes',
  {
    conversationId: text('conversation_id').notNull(),
    noteSeq: integer('note_seq').notNull(),
    at: time('at').notNull(),
    author: text('author').notNull(),
    authorRole: text('author_role').$type<'agent' | 'system'>().notNull(),
    authorName: text('author_name'),
    clientId: text('client_id'),
    text: text('text').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.noteSeq] })],
);

export const declines = pgTable(
  'declines',
  {
    conversationId: text('conversation_id').notNull(),
    agentId: text('agent_id').notNull(),
    at: time('at').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.agentId] })],
);

export const handovers = pgTable('handovers', {
  codeHash: text('code_hash').primaryKey(),
  site: text('site').notNull(),
  consumerId: text('consumer_id'),
  payload: jsonb('payload').$type<unknown>().notNull(),
  expiresAt: time('expires_at').notNull(),
});

export const siteSettings = pgTable('site_settings', {
  site: text('site').primaryKey(),
  settings: jsonb('settings').$type<unknown>().notNull(),
});

export const siteConfigs = pgTable(
  'site_configs',
  {
    site: text('site').notNull(),
    revision: text('revision').notNull(),
    config: text('config').notNull(),
    publishedAt: time('published_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.site, table.revision] })],
);
