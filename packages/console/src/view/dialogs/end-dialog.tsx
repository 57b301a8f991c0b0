import type { Talk } from '../../model/state.ts';
import { useView } from '../context.ts';
import { useNames } from '../use-names.ts';
import { Modal } from './modal.tsx';

interface EndDialogProps {
  readonly talk: Talk;
  readonly onClose: () => void;
}

/** Ending asks once. */
export function EndDialog({ talk, onClose }: EndDialogProps) {
  const { texts, model } = useView();
  const { conversation } = talk;
  const name = useNames().visitor(conversation);
  function submit(event: Event) {
    event.preventDefault();
    model.actions.end(conversation.conversationId);
    onClose();
  }
  return (
    <Modal title={texts.endDialog.title(name)} onClose={onClose}>
      <form onSubmit={submit}>
        <p class="quiet">{texts.endDialog.text}</p>
        <div class="modal-actions">
          <button type="button" class="button" onClick={onClose}>
            {texts.endDialog.cancel}
          </button>
          <button class="button danger" autofocus>
            {texts.endDialog.submit}
          </button>
        </div>
      </form>
    </Modal>
  );
}
