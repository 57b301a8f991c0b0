-- DL1, DL2: stores messages that are new, each under the next number of its
-- conversation. A function, because its plan is kept: planning took as long as
-- all the rest. Whoever appends holds the conversations in one order, so that
-- two never wait for each other. A clientId that is there already makes it fail
-- as a whole (23505). One plan stands for tables of any size, hence no scan.
-- (Statements of a file end with a line: here only the last one may.)
create function append_messages(input jsonb) returns table (
  n integer, state text, consumer_id text, agent_id text, seq integer
) language plpgsql set enable_seqscan = off as $$
#variable_conflict use_column
begin
  perform from conversations c
    where c.id in (
      select value ->> 'conversation_id' from jsonb_array_elements(input))
    order by c.id collate "C" for no key update; return query
  with mine as (
    select i.*, c.state, c.consumer_id, c.agent_id,
      case when c.state <> 'ended' then c.last_seq + row_number() over (
        partition by i.conversation_id collate "C" order by i.n)::int
      end as new_seq
    from jsonb_to_recordset(input) as i(
      n int, conversation_id text, actor text, role text, author text,
      name text, picture text, client_id text, body jsonb, at bigint)
    join conversations c on c.id = i.conversation_id
      and i.actor = case i.role
        when 'consumer' then c.consumer_id else c.agent_id end
  ), stored as (
    insert into events (conversation_id, seq, at, author, author_role,
      author_name, author_picture, client_id, body)
    select conversation_id, new_seq, at, author, role,
      name, picture, client_id, body
    from mine where new_seq is not null
  ), moved as (
    update conversations c
    set last_seq = k.seq, active_at = greatest(c.active_at, k.at),
      idle_ends_at = null
    from (
      select conversation_id, max(new_seq) as seq, max(at) as at
      from mine where new_seq is not null group by conversation_id
    ) k
    where c.id = k.conversation_id
  )
  select m.n, m.state, m.consumer_id, m.agent_id, m.new_seq from mine m; end $$;
