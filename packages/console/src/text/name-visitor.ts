import type { AgentConversation } from '@beckon/schema/types';

type Named = Pick<AgentConversation, 'preview'>;

/** The name that the site reported; undefined for somebody unknown. */
export function nameVisitor({ preview }: Named): string | undefined {
  for (const attribute of preview.attributes) {
    if (attribute.type !== 'personal') continue;
    const name = [attribute.firstName, attribute.lastName]
      .filter((part) => part?.trim())
      .join(' ');
    if (name !== '') return name;
  }
  for (const attribute of preview.attributes) {
    if (attribute.type === 'customer' && attribute.userName?.trim()) {
      return attribute.userName;
    }
  }
  return undefined;
}

/** Tells visitors without a name apart. */
export function shortId({ preview }: Named): string {
  return preview.visitorId.slice(-4).toUpperCase();
}

/** One or two letters for a picture's place. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const letter = (word: string) => Array.from(word)[0] ?? '';
  return (letter(first) + letter(last)).toLocaleUpperCase();
}

/** One of `count` hues, always the same for a visitor. */
export function hueOf(visitorId: string, count: number): number {
  const sum = Array.from(visitorId).reduce(
    (total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973,
    7,
  );
  return sum % count;
}
