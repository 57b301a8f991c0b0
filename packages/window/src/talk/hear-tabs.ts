import type { ToConsumerFrame } from '@beckon/schema/types';
import { applyAct, type Act } from '../model/apply-act.ts';
import { unsentOf } from '../model/memory.ts';
import type { Talk } from '../model/talk.ts';
import { withUnsent } from './archive.ts';
import type { ConnectionStatus } from './connection.ts';
import type { createLead } from './lead.ts';
import type { News } from './news.ts';
import type { Change, SpeakerNeeds } from './speaker.ts';

/** What the tabs of an origin tell each other. */
export type Said =
  | { readonly type: 'act'; readonly act: Act }
  | { readonly type: 'frame'; readonly frame: ToConsumerFrame }
  | { readonly type: 'status'; readonly status: ConnectionStatus }
  /** What the site reports is another. */
  | { readonly type: 'news'; readonly news: News }
  | { readonly type: 'who' }
  | {
      readonly type: 'here';
      readonly talk: Talk;
      readonly status: ConnectionStatus;
      readonly token: string | undefined;
    };

interface HearNeeds extends Pick<SpeakerNeeds, 'read' | 'setToken' | 'told'> {
  lead(): ReturnType<typeof createLead>;
  say(said: Said): void;
  /** Tells all that there is. */
  sayHere(): void;
  isSpeaker(): boolean;
  become(talk: Talk, change: Change): void;
  learn(frame: ToConsumerFrame, isOurs: boolean): void;
  tell(news: News): void;
  setStatus(status: ConnectionStatus): void;
}

/** Takes in what another tab says. */
export function createHear(needs: HearNeeds): (message: unknown) => void {
  const { become, lead, learn, read, say } = needs;

  /** The leader's talk, with what this tab alone has. */
  const adopt = (said: Extract<Said, { type: 'here' }>) => {
    if (lead().role() === 'leader') return lead().overruled();
    lead().answered();
    needs.setStatus(said.status);
    if (said.token) needs.setToken(said.token);
    const theirs = new Set(said.talk.outbox.map(({ clientId }) => clientId));
    become(withUnsent(said.talk, unsentOf(read())), { isOurs: false });
    const { outbox, start } = read();
    if (start && !said.talk.start)
      say({ type: 'act', act: { type: 'start', start } });
    for (const message of outbox)
      if (!theirs.has(message.clientId))
        say({ type: 'act', act: { type: 'send', message } });
  };
  return (message) => {
    const said = message as Said;
    switch (said.type) {
      case 'act':
        return become(applyAct(read(), said.act), {
          isOurs: needs.isSpeaker(),
        });
      case 'frame':
        lead().answered();
        return learn(said.frame, false);
      case 'status':
        lead().answered();
        needs.setStatus(said.status);
        return needs.told();
      case 'news':
        return needs.tell(said.news);
      case 'who':
        return lead().role() === 'leader' ? needs.sayHere() : undefined;
      case 'here':
        return adopt(said);
      default:
        // Of a tab with another release of the window.
        return undefined;
    }
  };
}
