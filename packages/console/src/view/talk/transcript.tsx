import type { Author } from '@beckon/schema/types';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Talk } from '../../model/state.ts';
import { buildTimeline, type TimelineItem } from '../../text/timeline.ts';
import { useConsole, useView } from '../context.ts';
import { Icon } from '../icon.tsx';
import { useNames } from '../use-names.ts';
import { Happened, Move } from './happened.tsx';
import { MessageGroup } from './message-group.tsx';

/** Nearer to the end than this, new messages pull the view along. */
const NEAR_PX = 80;

export function Transcript({ talk }: { readonly talk: Talk }) {
  const { texts } = useView();
  const name = useNames().visitor(talk.conversation);
  const items = useTimeline(talk);
  const { box, isAway, toEnd, onScroll } = useStickToEnd(items, talk);
  // The same nodes for the same talk: typing and ticking clocks cost nothing.
  const drawn = useMemo(
    () => items.map((item) => drawItem(item, talk)),
    [items, talk.conversation],
  );
  return (
    <div class="transcript-box">
      <div
        class="transcript"
        ref={box}
        role="log"
        aria-live="off"
        aria-label={texts.talk.transcript(name)}
        tabIndex={0}
        onScroll={onScroll}
      >
        <Missing talk={talk} />
        {drawn}
        {talk.typing && <TypingDots name={name} />}
      </div>
      {isAway && (
        <button class="button to-end" onClick={toEnd}>
          <Icon name="down" />
          {texts.talk.newMessages}
        </button>
      )}
    </div>
  );
}

function useTimeline(talk: Talk): TimelineItem[] {
  const { session } = useConsole();
  const { formats } = useView();
  const agent = session.status === 'in' ? session.agent : undefined;
  const { events, notes, moves, outbox, readSeq, deliveredSeq } = talk;
  return useMemo(() => {
    const self: Author = {
      role: 'agent',
      ...(agent && { id: agent.agentId, name: agent.name }),
    };
    return buildTimeline(talk, self, (at) => formats.day(at, 0));
  }, [events, notes, moves, outbox, readSeq, deliveredSeq, agent?.agentId]);
}

function drawItem(item: TimelineItem, talk: Talk) {
  const { conversation } = talk;
  switch (item.kind) {
    case 'day':
      return <Day key={item.key} at={item.at} />;
    case 'group':
      return (
        <MessageGroup key={item.key} group={item} conversation={conversation} />
      );
    case 'happened':
      return (
        <Happened
          key={item.key}
          event={item.event}
          conversation={conversation}
        />
      );
    case 'move':
      return <Move key={item.key} page={item.page} at={item.at} />;
  }
}

function Day({ at }: { readonly at: number }) {
  const { formats, now } = useView();
  return (
    <h3 class="day">
      <span>{formats.day(at, now())}</span>
    </h3>
  );
}

function TypingDots({ name }: { readonly name: string }) {
  const { texts } = useView();
  return (
    <p class="typing">
      <span class="typing-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span class="hidden">{texts.talk.typing(name)}</span>
    </p>
  );
}

/** A failure to catch up is shown, never swallowed (DL4). */
function Missing({ talk }: { readonly talk: Talk }) {
  const { texts, model } = useView();
  if (talk.catching === 'no') return null;
  if (talk.catching === 'asked') {
    return <p class="missing">{texts.talk.behind}</p>;
  }
  return (
    <p class="missing failed" role="alert">
      {texts.talk.behindFailed}
      <button
        class="link"
        onClick={() => model.actions.catchUp(talk.conversation.conversationId)}
      >
        {texts.talk.retry}
      </button>
    </p>
  );
}

function useStickToEnd(items: readonly TimelineItem[], talk: Talk) {
  const box = useRef<HTMLDivElement>(null);
  const isNear = useRef(true);
  const [isAway, setAway] = useState(false);
  const ownCount = talk.outbox.length;
  const lastOwn = useRef(ownCount);
  function toEnd() {
    box.current?.scrollTo({ top: box.current.scrollHeight });
    isNear.current = true;
    setAway(false);
  }
  useLayoutEffect(() => {
    // What one wrote oneself is always shown.
    const wrote = ownCount > lastOwn.current;
    lastOwn.current = ownCount;
    if (isNear.current || wrote) toEnd();
    else setAway(true);
  }, [items, talk.typing, ownCount]);
  function onScroll() {
    const { current } = box;
    if (!current) return;
    const { scrollHeight, scrollTop, clientHeight } = current;
    isNear.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (isNear.current) setAway(false);
  }
  return { box, isAway, toEnd, onScroll };
}
