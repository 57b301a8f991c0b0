import type { Tag } from '../tag.ts';

const INPUT_MS = 60_000;
const TITLE_MS = [100, 300, 600, 950];

/**
 * What becomes of a page after its first decision: titles that come late
 * (PG4), input (SE1), and the back-forward cache (PG5).
 *
 * @param back The page came back from it.
 */
export function followPageLife(tag: Tag, back: () => void): void {
  const { bus, config, name, ports } = tag;
  let inputAt = 0;

  bus.on(
    'page',
    () => {
      if (config.tag['autoPages'] === false) return;
      for (const ms of TITLE_MS)
        ports.later(() => {
          const { title } = ports.page();
          const known = tag.engine.state.tabs[name];
          // The page view may be the site's own, of another URL.
          if (known && known.automatic && known.title !== title)
            tag.learn({ type: 'page-update', tab: name, title });
        }, ms);
    },
    { replay: true },
  );
  for (const type of ['pointerdown', 'keydown', 'scroll'])
    ports.on(type, () => {
      if (ports.now() < inputAt) return;
      inputAt = ports.now() + INPUT_MS;
      tag.tell({ type: 'input' });
    });
  const tellVisibility = () => {
    const { visible } = ports.page();
    const { visible: was = visible } = tag.engine.state.tabs[name] ?? {};
    if (visible !== was)
      tag.tell({ type: 'tab', state: visible ? 'visible' : 'hidden' });
  };
  ports.on('visibilitychange', tellVisibility);
  // It may have changed before this came.
  tellVisibility();
  ports.on('pagehide', () => tag.leave());
  ports.on('pageshow', (event) => {
    if (!(event as PageTransitionEvent).persisted) return;
    void tag.enter().then(back);
  });
}
