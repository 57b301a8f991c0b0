import type { WindowHost } from '../host.ts';
import type { Act } from '../model/apply-act.ts';
import type { WindowState } from '../model/window-state.ts';
import type { Report } from './talk-part.ts';

export interface TalkNeeds {
  readonly host: Pick<WindowHost, 'newId' | 'now' | 'tell'>;
  act(act: Act): void;
  become(change: Partial<WindowState>): void;
  read(): WindowState;
}

/** How what a visitor wrote becomes a message of a conversation. */
export function createSay({ mask, report }: Report) {
  const start = ({ act, host, read }: TalkNeeds) => {
    const { talk } = read();
    const { conversationId, engagement, language, skill } = talk;
    if (talk.start || (conversationId && talk.status !== 'none')) return;
    act({
      type: 'start',
      start: {
        type: 'start',
        requestId: host.newId(),
        skill,
        language,
        survey: null,
        ...report(engagement),
        ...(engagement && { engagementId: engagement }),
      },
    });
  };
  const say = (needs: TalkNeeds, said: string) => {
    const { act, become, host, read } = needs;
    const text = mask(said);
    become({ hasMasked: text !== said, fromEnd: 0 });
    act({
      type: 'send',
      message: {
        clientId: host.newId(),
        text,
        at: host.now(),
        status: 'sending',
      },
    });
    start(needs);
    const { conversationId, engagement } = read().talk;
    host.tell('conversation', {
      phase: 'message',
      ...(conversationId && { conversationId }),
      ...(engagement && { engagement }),
    });
  };
  return { say, start };
}
