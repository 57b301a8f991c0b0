import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { DOWN, Icon } from '../icons.tsx';
import { useScene } from '../scene.ts';
import { groupMessages, type Row } from './group-messages.ts';
import { Group } from './group.tsx';
import { dayOf, useMoments } from './moments.ts';
import { Progress } from './progress.tsx';

/** Who is this near to the end sees what comes. */
const NEAR_PX = 48;

/** What was said, and what happens now. */
export function Transcript() {
  const { actions, state, words } = useScene();
  const { fromEnd, talk, unread } = state;
  const { events, outbox, theirDeliveredSeq, theirReadSeq } = talk;
  const rows = useMemo(
    () =>
      groupMessages({ events, outbox, theirDeliveredSeq, theirReadSeq }, dayOf),
    [events, outbox, theirDeliveredSeq, theirReadSeq],
  );
  const box = useRef<HTMLDivElement>(null);
  /** Kept apart from the state, which is told of it when scrolling rests. */
  const distance = useRef(fromEnd);
  const [isAway, setAway] = useState(fromEnd > NEAR_PX);

  const settle = () => {
    const element = box.current;
    if (!element) return;
    element.scrollTop =
      element.scrollHeight - element.clientHeight - distance.current;
    if (!distance.current) actions.seen();
  };
  // The visitor's own message leads to the end.
  useLayoutEffect(() => {
    if (fromEnd) return;
    distance.current = 0;
    setAway(false);
  }, [fromEnd]);
  useLayoutEffect(settle);
  useLayoutEffect(() => {
    const watcher = new ResizeObserver(() => settle());
    if (box.current) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
  const scrolled = () => {
    const element = box.current;
    if (!element) return;
    const { clientHeight, scrollHeight, scrollTop } = element;
    const left = scrollHeight - clientHeight - scrollTop;
    const next = left > NEAR_PX ? Math.round(left) : 0;
    distance.current = next;
    if (next > 0 !== isAway) {
      setAway(next > 0);
      actions.scrolled(next);
    }
    if (!next) actions.seen();
  };
  const toEnd = () => {
    distance.current = 0;
    setAway(false);
    actions.scrolled(0);
    settle();
  };
  return (
    <div class="middle">
      <div
        class="transcript"
        ref={box}
        onScroll={scrolled}
        onScrollEnd={() => actions.scrolled(distance.current)}
        role="log"
        // What arrives is announced once, by `Announcer`.
        aria-live="off"
        aria-label={words.say('transcript')}
        tabIndex={0}
      >
        <div class="rows">
          {rows.map((row) => (
            <RowView key={row.key} row={row} />
          ))}
          <Progress />
        </div>
      </div>
      {isAway && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon path={DOWN} />
          {unread > 0
            ? words.say('unread', { count: unread })
            : words.say('newest')}
        </button>
      )}
    </div>
  );
}

function RowView({ row }: { readonly row: Row }) {
  const { words } = useScene();
  const moments = useMoments();
  if (row.type === 'group') return <Group row={row} />;
  if (row.type === 'day')
    return (
      <div class="day">
        <span>{moments.day(row.at)}</span>
      </div>
    );
  const text =
    row.kind === 'left' && !row.name
      ? words.say('leftNobody')
      : words.say(row.kind, { name: row.name || words.say('agent') });
  return <p class="note">{text}</p>;
}
