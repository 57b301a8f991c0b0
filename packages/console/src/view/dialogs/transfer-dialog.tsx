import { useState } from 'preact/hooks';
import type { TransferTarget } from '../../model/create-actions.ts';
import type { Talk } from '../../model/state.ts';
import { useConsole, useView } from '../context.ts';
import { useNames } from '../use-names.ts';
import { Modal } from './modal.tsx';

interface TransferDialogProps {
  readonly talk: Talk;
  readonly onClose: () => void;
}

export function TransferDialog({ talk, onClose }: TransferDialogProps) {
  const { texts, model } = useView();
  const { skills, colleagues } = useConsole();
  const [to, setTo] = useState<TransferTarget>();
  const [note, setNote] = useState('');
  const { conversation } = talk;
  const name = useNames().visitor(conversation);
  const isEmpty = skills.length === 0 && colleagues.length === 0;

  function submit(event: Event) {
    event.preventDefault();
    if (!to) return;
    model.actions.transfer(conversation.conversationId, to, note);
    onClose();
  }

  return (
    <Modal title={texts.transfer.title(name)} onClose={onClose}>
      <form onSubmit={submit}>
        {isEmpty && <p class="quiet">{texts.transfer.nobody}</p>}
        <div class="choices">
          {skills.length > 0 && (
            <fieldset>
              <legend>{texts.transfer.skills}</legend>
              {skills.map((skill) => (
                <Choice
                  key={skill}
                  label={skill}
                  isChosen={
                    to !== undefined && 'toSkill' in to && to.toSkill === skill
                  }
                  onChoose={() => setTo({ toSkill: skill })}
                />
              ))}
            </fieldset>
          )}
          {colleagues.length > 0 && (
            <fieldset>
              <legend>{texts.transfer.colleagues}</legend>
              {colleagues.map(({ agentId, name: label, status }) => (
                <Choice
                  key={agentId}
                  label={label}
                  status={status}
                  isChosen={
                    to !== undefined &&
                    'toAgent' in to &&
                    to.toAgent === agentId
                  }
                  onChoose={() => setTo({ toAgent: agentId })}
                />
              ))}
            </fieldset>
          )}
        </div>
        <label for="transfer-note">{texts.transfer.note}</label>
        <textarea
          id="transfer-note"
          class="note-field"
          rows={3}
          dir="auto"
          maxLength={8000}
          placeholder={texts.transfer.notePlaceholder}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        <div class="modal-actions">
          <button type="button" class="button" onClick={onClose}>
            {texts.transfer.cancel}
          </button>
          <button class="button primary" disabled={!to}>
            {texts.transfer.submit}
          </button>
        </div>
      </form>
    </Modal>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly status?: 'online' | 'away' | 'offline';
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** Who is offline cannot take anybody. */
function Choice({ label, status, isChosen, onChoose }: ChoiceProps) {
  const { texts } = useView();
  return (
    <label class="choice">
      <input
        type="radio"
        name="transfer-to"
        checked={isChosen}
        disabled={status === 'offline'}
        onChange={onChoose}
      />
      <span dir="auto">{label}</span>
      {status && (
        <span class={`status-word ${status}`}>
          <span class={`dot ${status}`} />
          {texts.status.names[status]}
        </span>
      )}
    </label>
  );
}
