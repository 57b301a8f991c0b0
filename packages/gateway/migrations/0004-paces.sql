-- GH17: what was taken in the last hour is looked for at each look at the queue,
-- among all conversations that there ever were.
drop index conversations_accepted;
create index conversations_accepted on conversations (accepted_at, site, skill);
