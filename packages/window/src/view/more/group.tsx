import type { Bubble, Receipt, Row } from './group-messages.ts';
import { Avatar } from '../avatar.tsx';
import { ALERT, CLOCK, Icon, TICK, TICKS } from '../icons.tsx';
import { useScene } from '../scene.ts';
import { useMoments } from './moments.ts';
import { PlainText, RichText } from './rich-text.tsx';

type GroupRow = Extract<Row, { type: 'group' }>;

/** Messages of one sender, close together. */
export function Group({ row }: { readonly row: GroupRow }) {
  const { words } = useScene();
  const moments = useMoments();
  const { bubbles, from, isOwn } = row;
  const last = bubbles[bubbles.length - 1];
  const name = isOwn ? words.say('you') : (from.name ?? words.say('agent'));
  return (
    <div class={isOwn ? 'group own' : 'group'}>
      {!isOwn && <Avatar of={from} fallback={name} />}
      <div class="bubbles">
        <span class={isOwn ? 'hidden' : 'name'}>{name}</span>
        {bubbles.map((bubble) => (
          <Said key={bubble.key} bubble={bubble} isOwn={isOwn} />
        ))}
        {last && last.receipt !== 'failed' && (
          <span class="meta">
            <time
              dateTime={new Date(last.at).toISOString()}
              title={moments.full(last.at)}
            >
              {moments.time(last.at)}
            </time>
            {last.receipt && <Ticks receipt={last.receipt} />}
          </span>
        )}
      </div>
    </div>
  );
}

interface SaidProps {
  readonly bubble: Bubble;
  readonly isOwn: boolean;
}

function Said({ bubble, isOwn }: SaidProps) {
  const { words } = useScene();
  const { isUnknown, receipt, text } = bubble;
  if (isUnknown)
    return <div class="bubble unknown">{words.say('unknown')}</div>;
  return (
    <>
      <div class={`bubble ${receipt ?? ''}`}>
        {isOwn ? <PlainText text={text} /> : <RichText text={text} />}
      </div>
      {receipt === 'failed' && <Failed bubble={bubble} />}
    </>
  );
}

function Failed({ bubble }: { readonly bubble: Bubble }) {
  const { actions, words } = useScene();
  const isTooLong = /large|long/.test(bubble.code ?? '');
  return (
    <div class="meta failed">
      <Icon path={ALERT} />
      <span>{words.say(isTooLong ? 'tooLong' : 'failed')}</span>
      {!isTooLong && (
        <button
          type="button"
          class="link"
          onClick={() => actions.retry(bubble.key)}
        >
          {words.say('retry')}
        </button>
      )}
      <button
        type="button"
        class="link"
        onClick={() => actions.drop(bubble.key)}
      >
        {words.say('drop')}
      </button>
    </div>
  );
}

const RECEIPTS: Readonly<Record<Receipt, string>> = {
  sending: CLOCK,
  sent: TICK,
  delivered: TICKS,
  read: TICKS,
  failed: ALERT,
};

function Ticks({ receipt }: { readonly receipt: Receipt }) {
  const { words } = useScene();
  return (
    <span class={`ticks ${receipt}`}>
      <Icon path={RECEIPTS[receipt]} />
      <span>{words.say(receipt)}</span>
    </span>
  );
}
