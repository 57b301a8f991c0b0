import { isOpen } from '../../model/talk.ts';
import { Avatar } from '../avatar.tsx';
import { useScene } from '../scene.ts';

/** What happens at the other side: the queue, somebody who writes. */
export function Progress() {
  const { state } = useScene();
  const { talk } = state;
  if (!isOpen(talk) || talk.isEnding) return null;
  if (talk.typing) return <Typing />;
  return talk.status === 'active' ? null : <Queue />;
}

function Typing() {
  const { state, words } = useScene();
  const { typing } = state.talk;
  const name = typing?.name ?? words.say('agent');
  return (
    <div class="group typing">
      <Avatar of={typing ?? state.talk.agent} fallback={name} />
      <div class="bubbles">
        <div class="bubble dots">
          <span class="hidden">{words.say('typing', { name })}</span>
          <i />
          <i />
          <i />
        </div>
      </div>
    </div>
  );
}

function Queue() {
  const { state, words } = useScene();
  const { place, status, waitSeconds } = state.talk;
  const head =
    status === 'starting'
      ? words.say('starting')
      : place === null
        ? words.say('queued')
        : place === 1
          ? words.say('queuedFirst')
          : words.say('queuedPlace', { place });
  const minutes = Math.round((waitSeconds ?? 0) / 60);
  const wait =
    waitSeconds === null
      ? undefined
      : minutes < 1
        ? words.say('waitSoon')
        : words.say('waitMinutes', { minutes });
  return (
    <div class="queue">
      <span class="pulse" aria-hidden="true" />
      <div>
        <strong>{head}</strong>
        {wait && <span>{wait}</span>}
      </div>
    </div>
  );
}
