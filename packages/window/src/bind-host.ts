import type { Availability } from '@beckon/schema/types';
import type { WindowEvents, WindowHost } from './host.ts';
import type { WindowLook } from './look.ts';
import type { TagLike } from './tag-like.ts';
import type { Texts } from './texts/texts.ts';

/** Written by the build: integrity of the chunks that this one alone loads; a
 * language that is a file of its own (WI1) is among them. */
declare const CHUNKS: Readonly<Record<string, string>>;

/** The tag as the window's host. */
export function bindHost(tag: TagLike): WindowHost {
  const { bus, config, consent, ports, settings } = tag;
  const stateOf = () => tag.engine.state;
  return {
    ...ports,
    site: settings.site,
    origin: settings.origin,
    tab: tag.name,
    looks: (config.tag['windows'] ?? {}) as Readonly<
      Record<string, WindowLook>
    >,
    talk: () => tag.part('window-talk', CHUNKS['window-talk']),
    more: () => tag.part('window-more', CHUNKS['window-more']),
    async texts(language) {
      const name = `window-${language}`;
      return CHUNKS[name] ? tag.part<Texts>(name, CHUNKS[name]) : undefined;
    },
    visitorId: () => stateOf().visitor.id,
    mayStore: () => consent.storage,
    engagement(id) {
      const found = config.engagements.find((each) => each.id === id);
      if (!found?.skill) return undefined;
      const { locale, skill, window = 'default' } = found;
      return { id, skill, window, ...(locale && { locale }) };
    },
    availability: (skill): Availability | undefined =>
      stateOf().availability[skill],
    languages: () => [ports.page().lang, ports.browser().language],
    platform: () => stateOf().browser.platform ?? 'desktop',
    isVisible: () => ports.page().visible,
    tell(type, event) {
      if (type === 'window')
        tag.happened('window', event as WindowEvents['window']);
      else tellTalk(tag, event as WindowEvents['conversation']);
    },
    hook(name, value, next, stopped) {
      if (tag.runHooks) tag.runHooks(name, value, next, stopped);
      else next(value);
    },
    // The one that the window came into, too.
    onPage: (run) => bus.on('page', run, { replay: true }),
    occupy(isOpen) {
      if (tag.isWindowOpen === isOpen) return;
      tag.isWindowOpen = isOpen;
      tag.plan();
    },
    onConsent: (run) => (tag.storageChanged = run),
  };
}

/** SL5, SL7, BC9: the engine goes by conversations, too. */
function tellTalk(tag: TagLike, event: WindowEvents['conversation']): void {
  const { conversationId, engagement, phase } = event;
  tag.happened('conversation', event);
  if (!conversationId || phase === 'read') return;
  if (phase === 'started' && engagement)
    tag.tell({ type: 'offer', engagement, phase: 'interact' });
  const state = phase === 'started' ? 'opened' : phase;
  tag.tell({ type: 'conversation', state });
}
