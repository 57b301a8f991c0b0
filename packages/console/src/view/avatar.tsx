import type { AgentConversation } from '@beckon/schema/types';
import { hueOf, initialsOf, nameVisitor } from '../text/name-visitor.ts';
import { Icon } from './icon.tsx';

const HUES = 6;

interface AvatarProps {
  readonly conversation: AgentConversation;
  readonly size?: 'small' | 'large';
}

/** A visitor's initials; decoration, the name stands beside it. */
export function Avatar({ conversation, size }: AvatarProps) {
  const name = nameVisitor(conversation);
  const hue = hueOf(conversation.preview.visitorId, HUES);
  return (
    <span class={`avatar hue-${hue} ${size ?? ''}`} aria-hidden="true">
      {name === undefined ? <Icon name="person" /> : initialsOf(name)}
    </span>
  );
}
