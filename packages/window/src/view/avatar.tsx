import type { Author } from '@beckon/schema/types';
import { CHAT, Icon } from './icons.tsx';

/** At most two letters of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return ends
    .map((word) => word?.match(/./u)?.[0] ?? '')
    .join('')
    .toUpperCase();
}

interface AvatarProps {
  readonly of: Pick<Author, 'name' | 'picture'> | undefined;
  /** Without it, and without a name, it stands for the whole team. */
  readonly fallback?: string;
}

/** A picture, or the initials; for eyes alone, the name stands beside it. */
export function Avatar({ of, fallback = '' }: AvatarProps) {
  const picture = of?.picture;
  const isSafe = picture && /^https?:\/\//.test(picture);
  return (
    <span class="avatar" aria-hidden="true">
      {isSafe ? (
        <img src={picture} alt="" referrerpolicy="no-referrer" />
      ) : (
        initialsOf(of?.name ?? fallback) || <Icon path={CHAT} />
      )}
    </span>
  );
}
