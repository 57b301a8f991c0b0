import type { TabState } from '@beckon/rules';
import type { VisitEvent } from '@beckon/schema/types';
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
 * @returns To be told what happens in this tab.
 */
export function followPageLife(
  tag: Tag,
  { onTitle }: Pick<KeepPorts, 'onTitle'>,
  back: () => void,
): (event: VisitEvent) => void {
  const { config, consent, name, ports } = tag;
  let inputAt = 0;
  /** Of the document, when the page view began. */
  let began = '';
  /** The site gave the page view a title of its own (PG3). */
  let isTitled = false;

  const note = (event: VisitEvent) => {
    if (event.type !== 'page') return;
    const { by, title = '' } = event;
    isTitled =
      by === 'command' && title !== began && title !== ports.page().title;
    if (by !== 'command') began = title;
  };
  tag.log.forEach(note);

  const correctTitle = () => {
    const { title } = ports.page();
    const known = tag.engine.state.tabs[name];
    // The page view may be the site's own, of another URL.
    if (
      known?.automatic &&
      !isTitled &&
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
  /** Something was kept when the page was left. */
  let wasKept = false;
  ports.on(
    'pagehide',
    seldom(() => {
      left = tag.engine.state.tabs[name];
      tag.leave();
      wasKept = !!ports.recall();
    }),
  );
  const comeBack = seldom(() => {
    const { storage } = consent;
    // Where nothing is kept this page goes on from its own memory (ST5): for
    // good, if something was, for then another page was told to erase it (ST2).
    consent.storage = storage && !!ports.recall();
    void tag.enter().then(() => {
      if (!wasKept) consent.storage = storage;
      else if (consent.storage !== storage) tag.storageChanged?.();
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
  return note;
}
