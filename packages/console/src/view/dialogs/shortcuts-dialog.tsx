import { SHORTCUTS } from '../../text/shortcuts.ts';
import { useConsole, useView } from '../context.ts';
import { Modal } from './modal.tsx';

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { texts, model } = useView();
  const { singleKeys } = useConsole();
  return (
    <Modal title={texts.shortcuts.title} onClose={onClose} wide>
      <div class="shortcut-groups">
        <Group name="everywhere" />
        <Group name="writing" />
      </div>
      <label class="switch-row">
        <input
          type="checkbox"
          checked={singleKeys}
          aria-describedby="single-keys-text"
          onChange={(event) =>
            model.actions.setSingleKeys(event.currentTarget.checked)
          }
        />
        <span>{texts.shortcuts.singleKeys}</span>
      </label>
      <p id="single-keys-text" class="quiet small">
        {texts.shortcuts.singleKeysText}
      </p>
      <div class="modal-actions">
        <button class="button primary" autofocus onClick={onClose}>
          {texts.shortcuts.close}
        </button>
      </div>
    </Modal>
  );
}

function Group({ name }: { readonly name: 'everywhere' | 'writing' }) {
  const { texts } = useView();
  const rows = SHORTCUTS.filter(({ group }) => group === name);
  return (
    <section>
      <h3>{texts.shortcuts.groups[name]}</h3>
      <dl class="shortcuts">
        {rows.map(({ keys, does }) => (
          <div key={keys.join('+')}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
