import type { Draft } from '../../model/create-keep.ts';
import { useView } from '../context.ts';
import { Icon } from '../icon.tsx';

interface ModeSwitchProps {
  readonly mode: Draft['mode'];
  readonly onMode: (mode: Draft['mode']) => void;
}

export function ModeSwitch({ mode, onMode }: ModeSwitchProps) {
  const { texts } = useView();
  const modes = [
    { name: 'message', label: texts.composer.reply, icon: 'reply' },
    { name: 'note', label: texts.composer.note, icon: 'lock' },
  ] as const;
  return (
    <fieldset class="segments mode-switch">
      <legend class="hidden">{texts.composer.mode}</legend>
      {modes.map(({ name, label, icon }) => (
        <label key={name} class={`segment ${name}`}>
          <input
            type="radio"
            name="composer-mode"
            checked={mode === name}
            onChange={() => onMode(name)}
          />
          <span>
            <Icon name={icon} />
            {label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
