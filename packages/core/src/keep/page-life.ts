import type { TabState } from '@beckon/rules';
import type { Tag } from '../tag.ts';
import type { KeepPorts } from './keep-ports.ts';
import { seldom } from './seldom.ts';

const INPUT_MS = 60_000;
const TITLE_MS = 1000;

/**
 * What becomes of a page after its first decision: titles that come late
 * (PG4), input (SE1), and the back-forward cache (PG5).
 *
 * @param back The page came back from it.
 */
export function followPageLife(
  tag: Tag,
  { onTitle }: Pick<KeepPorts, 'onTitle'>,
  back: () => void,
): void {
  const { config, name, ports } = tag;
  let inputAt = 0;

  const correctTitle = () => {
    const { title } = ports.page();
    const known = tag.engine.state.tabs[name];
    // The page view may be the site's own, of another URL.
    if (
      known?.automatic &&
      known.title !== title &&
      ports.now() - known.pageAt < TITLE_MS
    )
      tag.learn({ type: 'page-update', tab: name, title });
  };
  if (config.tag['autoPages'] !== false) {
    onTitle(correctTitle);
    // It may have changed before this came.
    correctTitle();
  }
  for (const type of ['pointerdown', 'keydown', 'scroll'])
    ports.on(
      type,
      seldom(() => {
        const now = ports.now();
        // Also where the clock was put back (SE6).
        if (Math.abs(now - inputAt) < INPUT_MS) return;
        inputAt = now;
        tag.tell({ type: 'input' });
      }),
    );
  const tellVisibility = () => {
    const visible = ports.isVisible();
    const { visible: was = visible } = tag.engine.state.tabs[name] ?? {};
    if (visible !== was)
      tag.tell({ type: 'tab', state: visible ? 'visible' : 'hidden' });
  };
  ports.on('visibilitychange', tellVisibility);
  // It may have changed before this came.
  tellVisibility();
  let left: TabState | undefined;
  ports.on(
    'pagehide',
    seldom(() => {
      left = tag.engine.state.tabs[name];
      tag.leave();
    }),
  );
  const comeBack = seldom(() => {
    void tag.enter().then(() => {
      back();
      if (!left || tag.engine.state.tabs[name]) return;
      // Where page views are the site's own the last one begins again.
      const { sections, title, url } = left;
      tag.tell({
        type: 'page',
        by: 'command',
        ...ports.page(),
        sections,
        title,
        url,
      });
    });
  });
  ports.on('pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) comeBack();
  });
}
