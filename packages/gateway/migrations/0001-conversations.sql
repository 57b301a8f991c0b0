-- Times are epoch milliseconds by the gateway's clock.

create table agents (
  id text primary key,
  -- In lower case.
  email text not null unique,
  name text not null,
  picture text,
  role text not null check (role in ('admin', 'manager', 'agent')),
  -- scrypt; null where nobody logs in with one.
  password text,
  -- '*' is every skill.
  skills text[] not null,
  max_conversations integer not null,
  status text not null check (status in ('online', 'away', 'offline')),
  -- Since when no socket is open; null while there is one.
  lost_at bigint,
  -- When the last conversation was taken or let go (RT1).
  idle_since bigint not null,
  created_at bigint not null
);

create table agent_sessions (
  -- SHA-256 of what the cookie or the Authorization header holds.
  hash text primary key,
  agent_id text not null references agents (id) on delete cascade,
  kind text not null check (kind in ('login', 'program')),
  label text,
  created_at bigint not null,
  -- Null for programs, which stay until they are revoked.
  expires_at bigint
);
create index agent_sessions_agent on agent_sessions (agent_id);

create table consumers (
  id text primary key,
  site text not null,
  -- As the browser says: it is no secret and grants nothing (WS1).
  visitor_id text not null,
  created_at bigint not null
);

-- A line of tokens, each followed by its successor (WS1).
create table token_lines (
  id text primary key,
  consumer_id text not null references consumers (id) on delete cascade,
  current_id text not null,
  -- Issued, and not used so far.
  next_id text,
  used_at bigint not null
);
create index token_lines_consumer on token_lines (consumer_id);

create table conversations (
  id text primary key,
  site text not null,
  consumer_id text not null references consumers (id) on delete cascade,
  -- Of the start: the same twice starts one conversation.
  request_id text not null,
  skill text not null,
  engagement_id text,
  state text not null check (state in ('queued', 'active', 'ended')),
  agent_id text references agents (id) on delete set null,
  -- To whom it is handed over, while it waits for that agent alone.
  for_agent text references agents (id) on delete set null,
  -- The number given to the newest event and the newest note (DL1).
  last_seq integer not null default 0,
  last_note_seq integer not null default 0,
  consumer_read_seq integer not null default 0,
  agent_read_seq integer not null default 0,
  -- What an agent sees of the visitor, masked.
  preview jsonb not null,
  created_at bigint not null,
  waiting_since bigint not null,
  -- It was with somebody already: back to the head of the queue (RT2).
  is_returned boolean not null default false,
  accepted_at bigint,
  active_at bigint not null,
  ended_at bigint,
  unique (consumer_id, request_id)
);
create index conversations_queue
  on conversations (site, skill, is_returned, waiting_since)
  where state = 'queued';
create index conversations_agent
  on conversations (agent_id) where state = 'active';
create index conversations_idle
  on conversations (active_at) where state <> 'ended';
create index conversations_accepted on conversations (site, skill, accepted_at);

create table events (
  conversation_id text not null references conversations (id) on delete cascade,
  seq integer not null,
  at bigint not null,
  -- 'consumer', 'system' or an agent's id.
  author text not null,
  author_role text not null
    check (author_role in ('consumer', 'agent', 'system')),
  author_name text,
  author_picture text,
  -- Made by the author: the same is stored once (DL2).
  client_id text,
  body jsonb not null,
  primary key (conversation_id, seq)
);
create unique index events_client
  on events (conversation_id, author, client_id) where client_id is not null;

create table notes (
  conversation_id text not null references conversations (id) on delete cascade,
  note_seq integer not null,
  at bigint not null,
  author text not null,
  author_role text not null check (author_role in ('agent', 'system')),
  author_name text,
  client_id text,
  text text not null,
  primary key (conversation_id, note_seq)
);
create unique index notes_client
  on notes (conversation_id, author, client_id) where client_id is not null;

-- Who was offered a conversation and would not have it.
create table declines (
  conversation_id text not null references conversations (id) on delete cascade,
  agent_id text not null references agents (id) on delete cascade,
  primary key (conversation_id, agent_id)
);

create table handovers (
  -- Of the code that the page made (WM4).
  code_hash text primary key,
  site text not null,
  -- Null where the visitor has not talked so far.
  consumer_id text references consumers (id) on delete cascade,
  -- What the page hands over with it: consent and the like.
  payload jsonb not null,
  expires_at bigint not null
);

create table site_settings (
  site text primary key,
  settings jsonb not null
);
