import type { PageRef, StartFrame } from '@beckon/schema/types';
import {
  createTalk,
  type Outgoing,
  type Talk,
  type TalkSubject,
} from './talk.ts';

/** What a visitor does in one of the tabs; all tabs take it in (WM6). */
export type Act =
  /** Begins anew: nothing was said yet. */
  | { readonly type: 'begin'; readonly subject: TalkSubject }
  | { readonly type: 'start'; readonly start: StartFrame }
  | { readonly type: 'send'; readonly message: Outgoing }
  | { readonly type: 'retry'; readonly clientId: string }
  | { readonly type: 'drop'; readonly clientId: string }
  | { readonly type: 'end' }
  | { readonly type: 'read'; readonly seq: number }
  | { readonly type: 'draft'; readonly text: string }
  | { readonly type: 'writing'; readonly isWriting: boolean }
  | { readonly type: 'page'; readonly page: PageRef };

/** A talk after an act. */
export function applyAct(talk: Talk, act: Act): Talk {
  switch (act.type) {
    case 'begin':
      return { ...createTalk(act.subject), draft: talk.draft };
    case 'start':
      return { ...talk, start: act.start, status: 'starting' };
    case 'send':
      return talk.outbox.some(
        ({ clientId }) => clientId === act.message.clientId,
      )
        ? talk
        : { ...talk, outbox: [...talk.outbox, act.message] };
    case 'retry':
      return { ...talk, outbox: retry(talk.outbox, act.clientId) };
    case 'drop':
      return {
        ...talk,
        outbox: talk.outbox.filter(({ clientId }) => clientId !== act.clientId),
      };
    case 'end':
      return { ...talk, isEnding: true, isWriting: false };
    case 'read':
      return act.seq > talk.readSeq ? { ...talk, readSeq: act.seq } : talk;
    case 'draft':
      return act.text === talk.draft ? talk : { ...talk, draft: act.text };
    case 'writing':
      return act.isWriting === talk.isWriting
        ? talk
        : { ...talk, isWriting: act.isWriting };
    case 'page':
      return { ...talk, page: act.page };
    default:
      // Of a tab with another release of the window.
      return talk;
  }
}

/** Goes out again, after what waits already. */
function retry(outbox: readonly Outgoing[], id: string): readonly Outgoing[] {
  const message = outbox.find(({ clientId }) => clientId === id);
  if (message?.status !== 'failed') return outbox;
  const { code: _, ...rest } = message;
  return [
    ...outbox.filter((each) => each !== message),
    { ...rest, status: 'sending' },
  ];
}
