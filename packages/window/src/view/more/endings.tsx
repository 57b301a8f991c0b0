import { useEffect, useRef } from 'preact/hooks';
import { useScene } from '../scene.ts';

/** Instead of the composer, when a conversation is over. */
export function Ended() {
  const { actions, state, words } = useScene();
  const { agent, endedBy, events, isEnding } = state.talk;
  const last = events[events.length - 1];
  const name = last?.from.name ?? agent?.name ?? words.say('agent');
  const text =
    isEnding || endedBy === 'consumer'
      ? words.say('endedByYou')
      : endedBy === 'agent'
        ? words.say('endedByAgent', { name })
        : words.say(endedBy === 'idle' ? 'endedIdle' : 'ended');
  return (
    <div class="ended" role="status">
      <p>{text}</p>
      <button
        type="button"
        class="primary"
        onClick={({ currentTarget }) => {
          const root = currentTarget.getRootNode() as ShadowRoot;
          actions.again();
          // The composer takes the place of this button.
          setTimeout(() => root.querySelector('textarea')?.focus());
        }}
      >
        {words.say('again')}
      </button>
    </div>
  );
}

/** WF6: asks once. */
export function EndQuestion({ onClose }: { readonly onClose: () => void }) {
  const { actions, words } = useScene();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <div
      class="question"
      role="alertdialog"
      aria-labelledby="end-ask"
      aria-describedby="end-hint"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <strong id="end-ask">{words.say('endAsk')}</strong>
      <p id="end-hint">{words.say('endHint')}</p>
      <div class="answers">
        <button type="button" class="quiet" onClick={onClose}>
          {words.say('endNo')}
        </button>
        <button
          type="button"
          class="primary"
          onClick={() => {
            onClose();
            actions.end();
          }}
        >
          {words.say('endYes')}
        </button>
      </div>
    </div>
  );
}
