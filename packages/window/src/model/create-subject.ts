import type { OpenWish, WindowHost } from '../host.ts';
import type { TalkSubject } from './talk.ts';

/** What a conversation would be about. */
export function createSubject(host: WindowHost, wish: OpenWish): TalkSubject {
  const engagement =
    wish.engagement === undefined
      ? undefined
      : host.engagement(wish.engagement);
  const [language = 'en'] = [engagement?.locale, ...host.languages()].filter(
    Boolean,
  );
  return {
    ...(engagement && { engagement: engagement.id }),
    skill: wish.skill ?? engagement?.skill ?? 'default',
    look: engagement?.window ?? 'default',
    language: language || 'en',
  };
}
