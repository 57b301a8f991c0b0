import { stripMarks } from '@beckon/schema/strip-marks';
import { Avatar } from './avatar.tsx';
import { CHAT, Icon } from './icons.tsx';
import { useScene } from './scene.ts';

/** What stands in the corner while the window is minimised (WF2). */
export function Launcher() {
  const { actions, state, words } = useScene();
  const { talk, unread } = state;
  const label = unread
    ? words.say('launcherUnread', { count: unread })
    : words.say('launcher');
  return (
    <div class="corner">
      {unread > 0 && <Peek />}
      <button type="button" class="launcher" onClick={actions.open}>
        {talk.agent?.name ? <Avatar of={talk.agent} /> : <Icon path={CHAT} />}
        {unread > 0 && (
          <span class="badge" aria-hidden="true">
            {unread > 9 ? '9+' : unread}
          </span>
        )}
        <span class="hidden">{label}</span>
      </button>
      <span class="hidden" role="status">
        {unread > 0 && label}
      </span>
    </div>
  );
}

/** The newest message that nobody has read. */
function Peek() {
  const { actions, state, words } = useScene();
  const { talk } = state;
  const [last] = talk.events
    .filter(
      ({ body, from, seq }) =>
        seq > talk.readSeq &&
        body.kind === 'message' &&
        from.role !== 'consumer',
    )
    .slice(-1);
  if (last?.body.kind !== 'message') return null;
  return (
    <button type="button" class="peek" onClick={actions.open}>
      <strong>{last.from.name ?? words.say('agent')}</strong>
      <span dir="auto">{stripMarks(last.body.content.text)}</span>
    </button>
  );
}
