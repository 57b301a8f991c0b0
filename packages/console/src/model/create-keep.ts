import { isRecord, parseJson } from './decode-frame.ts';
import type { Shelf } from './ports.ts';
import type { ConsoleState, Unsent } from './state.ts';

export interface Draft {
  readonly text: string;
  readonly mode: Unsent['kind'];
}

export const NO_DRAFT: Draft = { text: '', mode: 'message' };

/** What a reload of the tab must not lose, by agent. */
export interface Keep {
  readDraft(conversationId: string): Draft;
  writeDraft(conversationId: string, draft: Draft): void;
  /** What was not acknowledged when the page went. */
  readOutbox(conversationId: string): readonly Unsent[];
  readSelected(): string | undefined;
  /** Called after each change; writes what changed. */
  sync(state: ConsoleState): void;
  erase(): void;
}

export function createKeep(shelf: Shelf, agentId: string): Keep {
  const name = (part: string) => `beckon-console:${agentId}:${part}`;
  const drafts = decodeDrafts(shelf.read(name('drafts')));
  const outbox = decodeOutbox(shelf.read(name('outbox')));
  const selected = shelf.read(name('selected'));
  let lastTalks: ConsoleState['talks'] | undefined;
  let lastSelected = selected;

  function syncOutbox({ talks }: ConsoleState) {
    if (talks === lastTalks) return;
    lastTalks = talks;
    const kept = talks
      .filter((talk) => talk.outbox.length > 0)
      .map((talk) => [talk.conversation.conversationId, talk.outbox]);
    if (kept.length === 0) shelf.erase(name('outbox'));
    else shelf.write(name('outbox'), JSON.stringify(Object.fromEntries(kept)));
  }

  return {
    readDraft: (conversationId) => drafts.get(conversationId) ?? NO_DRAFT,
    writeDraft(conversationId, draft) {
      if (draft.text === '' && draft.mode === 'message') {
        drafts.delete(conversationId);
      } else drafts.set(conversationId, draft);
      const text = JSON.stringify(Object.fromEntries(drafts));
      shelf.write(name('drafts'), text);
    },
    readOutbox: (conversationId) => outbox.get(conversationId) ?? [],
    readSelected: () => selected,
    sync(state) {
      // Before the welcome nothing is known, and nothing may be overwritten.
      if (state.talks.length > 0 || lastTalks) syncOutbox(state);
      if (state.selected === lastSelected) return;
      lastSelected = state.selected;
      if (state.selected === undefined) shelf.erase(name('selected'));
      else shelf.write(name('selected'), state.selected);
    },
    erase() {
      for (const part of ['drafts', 'outbox', 'selected']) {
        shelf.erase(name(part));
      }
      drafts.clear();
    },
  };
}

function decodeDrafts(text: string | undefined): Map<string, Draft> {
  return new Map(
    entriesOf(text).flatMap(([conversationId, draft]) => {
      if (!isRecord(draft) || typeof draft['text'] !== 'string') return [];
      const mode = draft['mode'] === 'note' ? 'note' : 'message';
      return [[conversationId, { text: draft['text'], mode }] as const];
    }),
  );
}

function decodeOutbox(text: string | undefined): Map<string, Unsent[]> {
  return new Map(
    entriesOf(text).map(([conversationId, list]) => [
      conversationId,
      Array.isArray(list) ? list.flatMap(decodeUnsent) : [],
    ]),
  );
}

function decodeUnsent(value: unknown): Unsent[] {
  if (!isRecord(value)) return [];
  const { clientId, text, at, kind, status, code } = value;
  if (typeof clientId !== 'string' || typeof text !== 'string') return [];
  return [
    {
      clientId,
      text,
      at: typeof at === 'number' ? at : 0,
      kind: kind === 'note' ? 'note' : 'message',
      // An acknowledgement is not trusted over a reload: sent again, stored once.
      status: status === 'failed' ? 'failed' : 'sending',
      ...(typeof code === 'string' && { code }),
    },
  ];
}

function entriesOf(text: string | undefined): [string, unknown][] {
  const value = text === undefined ? undefined : parseJson(text);
  return isRecord(value) ? Object.entries(value) : [];
}
