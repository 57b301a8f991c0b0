import type { Bubble, Receipt, Row } from '../talk/group.ts';
import { Avatar } from './avatar.tsx';
import { useScene } from './context.ts';
import { Icon } from './icons.tsx';
import { PlainText, RichText } from './rich-text.tsx';

type GroupRow = Extract<Row, { type: 'group' }>;

/** Messages of one sender, close together. */
export function Group({ row }: { readonly row: GroupRow }) {
  const { words, moments } = useScene();
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
      <Icon name="alert" />
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

function Ticks({ receipt }: { readonly receipt: Receipt }) {
  const { words } = useScene();
  const icon = receipt === 'read' ? 'delivered' : receipt;
  return (
    <span class={`ticks ${receipt}`}>
      {icon !== 'failed' && <Icon name={icon} />}
      <span>{words.say(receipt)}</span>
    </span>
  );
}
