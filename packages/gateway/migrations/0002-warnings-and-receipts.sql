-- RT5: when it ends by idleness, as both sides were told; null while nobody was.
alter table conversations add column idle_ends_at bigint;

-- How far each side got, which is at least as far as it read.
alter table conversations
  add column consumer_delivered_seq integer not null default 0,
  add column agent_delivered_seq integer not null default 0;
update conversations set
  consumer_delivered_seq = consumer_read_seq,
  agent_delivered_seq = agent_read_seq;

-- GH23: how long ago somebody would not have it.
alter table declines add column at bigint not null default 0;

-- What is silent is looked for among the open ones. An index on active_at made
-- each message write all indexes of its conversation anew (HOT).
drop index conversations_idle;
create index conversations_open on conversations (site) where state <> 'ended';
alter table conversations set (fillfactor = 80);
