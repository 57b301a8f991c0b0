import type { AgentConversation, Author } from '@beckon/schema/types';
import { findTalk } from '../model/watch-frames.ts';
import type { ConsoleState } from '../model/state.ts';
import { nameVisitor, shortId } from '../text/name-visitor.ts';
import type { Texts } from '../text/catalogue.ts';
import { useView } from './context.ts';

export interface Names {
  visitor(conversation: AgentConversation): string;
  author(author: Author, conversation: AgentConversation): string;
}

/** Who is who, in words. */
export function useNames(): Names {
  return createNames(useView().texts);
}

export function createNames(texts: Texts): Names {
  const visitor = (conversation: AgentConversation) =>
    nameVisitor(conversation) ?? texts.visitor(shortId(conversation));
  return {
    visitor,
    author(author, conversation) {
      if (author.role === 'consumer') return visitor(conversation);
      return (
        author.name ?? (author.role === 'agent' ? texts.somebody : texts.system)
      );
    },
  };
}

/** A talk's conversation or one that waits. */
export function findConversation(
  state: ConsoleState,
  conversationId: string | undefined,
): AgentConversation | undefined {
  return (
    findTalk(state, conversationId)?.conversation ??
    state.queue.find(
      ({ conversation }) => conversation.conversationId === conversationId,
    )?.conversation
  );
}
