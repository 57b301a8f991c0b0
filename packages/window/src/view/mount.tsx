import { render } from 'preact';
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'preact/hooks';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import type { WindowHost } from '../host.ts';
import type { Kit } from '../lent.ts';
import type { WindowModel } from '../model/create-model.ts';
import { isBlank, SOON_MS } from '../model/talk.ts';
import type { WindowState } from '../model/window-state.ts';
import { en } from '../texts/en.ts';
import { pickTexts, primaryOf } from '../texts/pick-texts.ts';
import type { Texts } from '../texts/texts.ts';
import { WINDOW_CSS } from './css/index.ts';
import { makeRoom } from './make-room.ts';
import { Root } from './root.tsx';
import type { MorePart, Scene } from './scene.ts';
import { themeCss } from './theme-css.ts';
import { readSeen, seenSheet } from './use-full-screen.ts';

const KIT: Kit = {
  Fragment,
  jsx,
  jsxs,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
};

export interface Mounted {
  draw(state: WindowState): void;
  /** Offers have come or changed: those by the launcher keep clear (WN9). */
  keepRoom(): void;
  /** Out of sight, until it is drawn: as open, or not at all (WM7). */
  drawAhead(preview: WindowState): void;
  stop(): void;
}

/**
 * Draws a window in a shadow root at the end of the document; not in the body,
 * which pages replace (HP4).
 */
export function mount(
  actions: () => WindowModel['actions'],
  host: Pick<WindowHost, 'later' | 'more' | 'now' | 'texts'>,
  redraw: () => void,
): Mounted {
  const element = document.createElement('beckon-window');
  const root = element.attachShadow({ mode: 'open' });
  const addSheet = (css: string) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return sheet;
  };
  addSheet(WINDOW_CSS);
  const theme = addSheet('');
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, seenSheet()];
  const catalogues: Record<string, Texts> = {};
  let english: Partial<Texts> = en;
  let more: MorePart | undefined;
  let was: WindowState['view'] = 'closed';
  let css = '';
  let key: string | undefined;
  let worded: WindowState['look'] | undefined;
  let hasCorner = false;
  let words = pickTexts([]);

  /** What is drawn has other words. */
  const reword = () => {
    key = undefined;
    redraw();
  };
  let fetching = '';
  /** One that is not built in: its texts come when they come (WI1). */
  const fetchTexts = async (language: string) => {
    if (language === fetching || language === 'en') return;
    fetching = language;
    const found = await host.texts(language).catch(() => {
      host.later(() => (fetching = ''), AGAIN_MS);
    });
    if (!found) return;
    catalogues[language] = found;
    reword();
  };
  const fetchMore = createFetchMore(host, redraw, (part) => {
    more = part;
    addSheet(part.css);
    english = { ...en, ...part.texts };
    reword();
  });
  const keepRoom = () => {
    const corner = root.querySelector('.corner');
    // Offers that gave way to the open window (SL4) come back first.
    if (corner ?? hasCorner)
      host.later(() => makeRoom(root.querySelector('.corner')), 0);
    hasCorner = !!corner;
  };
  const put = (state: WindowState, isAhead: boolean) => {
    const { languages, look, mode, size, view } = state;
    if (view === 'open' && was !== view && mode === 'full') readSeen();
    was = view;
    if (view !== 'closed') {
      void fetchTexts(primaryOf(languages[0] ?? 'en'));
      fetchMore(waitOf(state));
    }
    const isThere = isAhead || view !== 'closed';
    if (isThere && !element.isConnected)
      document.documentElement.append(element);
    const nextCss = themeCss(look, size);
    if (nextCss !== css) theme.replaceSync((css = nextCss));
    const nextKey = languages.join();
    if (nextKey !== key || worded !== look) {
      key = nextKey;
      worded = look;
      const { translationOverrides } = look;
      words = pickTexts(languages, translationOverrides, catalogues, english);
    }
    const scene: Scene = {
      state,
      isAhead,
      actions: actions(),
      words,
      more,
      askMore: () => fetchMore(0),
      now: host.now,
    };
    render(<Root scene={scene} />, root);
    if (!isThere) element.remove();
    keepRoom();
  };
  return {
    draw: (state) => put(state, false),
    keepRoom,
    drawAhead: (preview) => put(preview, true),
    stop() {
      render(null, root);
      element.remove();
    },
  };
}

/** WM7: the first letter is shown before. */
const LETTER_MS = 100;

/** How long the third file can wait. */
function waitOf({ draft, talk }: WindowState): number {
  if (!isBlank(talk)) return 0;
  return draft ? LETTER_MS : SOON_MS;
}

const AGAIN_MS = 5000;

/** Fetches it once; where that failed, again and again while the window stands. */
function createFetchMore(
  { later, more }: Pick<WindowHost, 'later' | 'more'>,
  redraw: () => void,
  got: (part: MorePart) => void,
): (inMs: number) => void {
  let isAsked = false;
  const fetchNow = () => {
    if (isAsked) return;
    isAsked = true;
    more().then(
      (make) => got(make(KIT)),
      () =>
        later(() => {
          isAsked = false;
          redraw();
        }, AGAIN_MS),
    );
  };
  return (inMs) => {
    if (inMs) later(fetchNow, inMs);
    else fetchNow();
  };
}
