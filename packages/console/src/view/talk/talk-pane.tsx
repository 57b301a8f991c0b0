import { useEffect, useRef } from 'preact/hooks';
import { acceptBar, nextWaiting, statusOf } from '../../model/selectors.ts';
import { findTalk } from '../../model/watch-frames.ts';
import { useConsole, useView } from '../context.ts';
import { Icon } from '../icon.tsx';
import { Composer } from './composer.tsx';
import { TalkHead } from './talk-head.tsx';
import { Transcript } from './transcript.tsx';
import { WaitingPane } from './waiting-pane.tsx';

export interface TalkPaneProps {
  readonly isVisitorOpen: boolean;
  readonly onVisitor: () => void;
  readonly onTransfer: () => void;
  readonly onEnd: () => void;
}

/** The middle: a talk, one that waits, or nothing yet. */
export function TalkPane(props: TalkPaneProps) {
  const state = useConsole();
  const { texts } = useView();
  const { selected } = state;
  const talk = findTalk(state, selected);
  const isTalk = talk !== undefined && talk.hold.status !== 'left';
  const waiting = state.queue.find(
    ({ conversation }) => conversation.conversationId === selected,
  );
  useFocusOnSelect(selected, isTalk);
  if (waiting && !isTalk) return <WaitingPane waiting={waiting} {...props} />;
  if (!talk) return <Nothing />;
  const { conversationId } = talk.conversation;
  return (
    <section class="talk" id="talk" tabIndex={-1} aria-labelledby="talk-title">
      <TalkHead talk={talk} {...props} />
      <Transcript key={conversationId} talk={talk} />
      {talk.hold.status === 'mine' ? (
        <Composer key={conversationId} talk={talk} />
      ) : (
        <p class="talk-over">{texts.talk.over[talk.hold.status]}</p>
      )}
    </section>
  );
}

/** Where one goes on, the first that is there. */
const PLACES = ['#composer', '.waiting-pane [data-accept]'];

/**
 * Selecting leads to where one goes on: the composer, or what is shown where a
 * focused field would open a keyboard over it. Going back leads to the row.
 */
function useFocusOnSelect(selected: string | undefined, isTalk: boolean) {
  const before = useRef(selected);
  const wasTalk = useRef(isTalk);
  useEffect(() => {
    const last = before.current;
    const isSame = last === selected && wasTalk.current === isTalk;
    before.current = selected;
    wasTalk.current = isTalk;
    if (isSame) return;
    const isTouch = globalThis.matchMedia('(pointer: coarse)').matches;
    const places =
      selected === undefined
        ? [`#item-${CSS.escape(last ?? '')}`]
        : [...(isTouch ? [] : PLACES), '#talk'];
    for (const place of places) {
      const target = document.querySelector<HTMLElement>(place);
      if (target) return target.focus();
    }
  }, [selected, isTalk]);
}

function Nothing() {
  const state = useConsole();
  const { texts, model } = useView();
  const next = nextWaiting(state);
  const isQuiet = !next && state.talks.length === 0;
  const isOnline = statusOf(state) === 'online';
  const { talk } = texts;
  const [title, text] = !isQuiet
    ? [talk.nothing, talk.nothingText]
    : isOnline
      ? [talk.allQuiet, talk.allQuietText]
      : [talk.notOnline, talk.notOnlineText];
  return (
    <section
      class="talk nothing"
      id="talk"
      tabIndex={-1}
      aria-labelledby="talk-title"
    >
      <span class="nothing-icon">
        <Icon name="inbox" />
      </span>
      <h2 id="talk-title">{title}</h2>
      <p class="quiet">{text}</p>
      {next && !acceptBar(state) && (
        <button
          class="button primary"
          onClick={() => model.actions.accept(next.conversation.conversationId)}
        >
          {talk.acceptNext}
          <kbd>Alt A</kbd>
        </button>
      )}
    </section>
  );
}
