import { useRef, useState } from 'preact/hooks';
import { isOpen } from '../model/talk.ts';
import { Avatar } from './avatar.tsx';
import { CLOSE, IconButton, MINIMIZE, MORE } from './icons.tsx';
import { useScene } from './scene.ts';

interface HeaderProps {
  /** Of the element that names the dialog. */
  readonly titleId: string;
  readonly onEnd: () => void;
}

/** Who the visitor talks with, and the window's own buttons. */
export function Header({ titleId, onEnd }: HeaderProps) {
  const { actions, askMore, more, state, words } = useScene();
  const { look, mode, talk } = state;
  const [isMenuOpen, setMenuOpen] = useState(false);
  const tools = useRef<HTMLDivElement>(null);
  const title = look.title ?? words.say('title');
  const agent = talk.status === 'ended' ? undefined : talk.agent;
  const isGoingOn = isOpen(talk);

  return (
    <div class="header">
      <Avatar
        of={agent ?? (look.picture ? { picture: look.picture } : undefined)}
      />
      <div class="who">
        <h2 id={titleId}>{agent?.name ?? title}</h2>
        <Subtitle />
      </div>
      <div class="tools" ref={tools}>
        <IconButton
          path={MORE}
          label={words.say('menu')}
          expands={isMenuOpen}
          onClick={() => {
            askMore();
            setMenuOpen(!isMenuOpen);
          }}
        />
        {isMenuOpen && more && (
          <more.Menu
            tools={tools}
            onClose={() => setMenuOpen(false)}
            onEnd={onEnd}
          />
        )}
      </div>
      {mode !== 'page' && (
        <IconButton
          path={isGoingOn ? MINIMIZE : CLOSE}
          label={words.say(isGoingOn ? 'minimize' : 'close')}
          onClick={actions.minimize}
        />
      )}
    </div>
  );
}

/** The site's words; while an agent is there, what the window is about. */
function Subtitle() {
  const { state, words } = useScene();
  const { look, talk } = state;
  const isWithAgent = talk.agent?.name && talk.status === 'active';
  const text = isWithAgent ? (look.title ?? words.say('title')) : look.subtitle;
  if (!text) return null;
  return (
    <p class="subtitle">
      {isWithAgent && <span class="live" />}
      {text}
    </p>
  );
}
