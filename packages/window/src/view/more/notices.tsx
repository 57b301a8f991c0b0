import { useEffect, useState } from 'preact/hooks';
import { ALERT, CLOCK, Icon, SHIELD } from '../icons.tsx';
import { endsAtOf } from '../../model/talk.ts';
import { useScene } from '../scene.ts';
import { useMoments } from './moments.ts';

/** What is wrong, above the transcript: one at a time, the worst first. */
export function Notices() {
  const { actions, state, words } = useScene();
  const isOffline = useOffline();
  const isLost = state.connection === 'lost';
  if (isLost || (isOffline && state.talk.outbox.length > 0))
    return (
      <p class="notice" role="status">
        <span class="spinner" aria-hidden="true" />
        <span>{words.say(isOffline ? 'offline' : 'lost')}</span>
      </p>
    );
  if (state.isIncomplete)
    return (
      <p class="notice" role="alert">
        <Icon path={ALERT} />
        <span>{words.say('incomplete')}</span>
        <button type="button" class="link" onClick={actions.reconnect}>
          {words.say('retry')}
        </button>
      </p>
    );
  const endsAt = endsAtOf(state.talk);
  return endsAt === undefined ? null : <Warned endsAt={endsAt} />;
}

/** RT5: it ends unless somebody writes. */
function Warned({ endsAt }: { readonly endsAt: number }) {
  const { words } = useScene();
  const { time } = useMoments();
  return (
    <p class="notice" role="status">
      <Icon path={CLOCK} />
      <span>{words.say('endsSoon', { time: time(endsAt) })}</span>
    </p>
  );
}

/** WF8: what the visitor wrote is shown otherwise, and why. */
export function Masked() {
  const { words } = useScene();
  return (
    <p class="masked" role="status">
      <Icon path={SHIELD} />
      {words.say('masked')}
    </p>
  );
}

/** What the browser knows of the network. */
function useOffline(): boolean {
  const [isOffline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOffline;
}
