import { capacityOf, statusOf } from '../../model/selectors.ts';
import { useConsole, useView } from '../context.ts';
import { Icon } from '../icon.tsx';
import { Logo } from '../logo.tsx';
import { ConversationLists } from './conversation-lists.tsx';

const STATUSES = ['online', 'away', 'offline'] as const;

export function Sidebar({ onHelp }: { readonly onHelp: () => void }) {
  return (
    <div class="sidebar">
      <header class="sidebar-head">
        <Logo />
        <Tools onHelp={onHelp} />
      </header>
      <Presence />
      <ConversationLists />
    </div>
  );
}

function Tools({ onHelp }: { readonly onHelp: () => void }) {
  const { muted } = useConsole();
  const { texts, model } = useView();
  const { setMuted, logOut } = model.actions;
  return (
    <div class="tools" role="group" aria-label={texts.menu.label}>
      <button
        class="icon-button"
        aria-label={texts.menu.mute}
        aria-pressed={muted}
        title={muted ? texts.menu.unmute : texts.menu.mute}
        onClick={() => setMuted(!muted)}
      >
        <Icon name={muted ? 'mute' : 'sound'} />
      </button>
      <button
        class="icon-button"
        aria-label={texts.menu.shortcuts}
        title={`${texts.menu.shortcuts} (?)`}
        onClick={onHelp}
      >
        <Icon name="keys" />
      </button>
      <button
        class="icon-button"
        aria-label={texts.menu.logOut}
        title={texts.menu.logOut}
        onClick={() => void logOut()}
      >
        <Icon name="door" />
      </button>
    </div>
  );
}

/** Whether the agent takes conversations, and how many more. */
function Presence() {
  const state = useConsole();
  const { texts, model } = useView();
  const status = statusOf(state);
  const agent = state.session.status === 'in' ? state.session.agent : undefined;
  return (
    <div class="presence">
      <div class="presence-row">
        <p class="presence-name" dir="auto" title={agent?.email}>
          {agent?.name}
        </p>
        <Capacity />
      </div>
      <fieldset class="segments">
        <legend class="hidden">{texts.status.label}</legend>
        {STATUSES.map((name) => (
          <label key={name} class={`segment ${name}`}>
            <input
              type="radio"
              name="status"
              checked={status === name}
              onChange={() => model.actions.setStatus(name)}
            />
            <span>
              <span class={`dot ${name}`} />
              {texts.status.names[name]}
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

const MOST_PIPS = 8;

function Capacity() {
  const { texts } = useView();
  const { used, most, isFull } = capacityOf(useConsole());
  const pips = most <= MOST_PIPS ? Array.from({ length: most }) : [];
  const { capacity, capacityLabel } = texts.status;
  return (
    <p class="capacity" data-full={isFull}>
      <span class="pips" aria-hidden="true">
        {pips.map((_, index) => (
          <span class="pip" data-used={index < used} />
        ))}
      </span>
      <span aria-hidden="true">{capacity(used, most)}</span>
      <span class="hidden">{capacityLabel(used, most)}</span>
    </p>
  );
}
