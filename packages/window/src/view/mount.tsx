import { render } from 'preact';
import type { WindowModel } from '../model/create-model.ts';
import type { WindowState } from '../model/window-state.ts';
import type { WindowHost } from '../host.ts';
import type { Texts } from '../texts/en.ts';
import { pickTexts, primaryOf } from '../texts/pick-texts.ts';
import { WINDOW_CSS } from './css/index.ts';
import { Root } from './root.tsx';
import { themeCss } from './theme-css.ts';
import { seenSheet } from './use-full-screen.ts';
import { createMoments } from './words.ts';

export interface Mounted {
  draw(state: WindowState): void;
  stop(): void;
}

/**
 * Draws a window in a shadow root at the end of the document; not in the body,
 * which pages replace (HP4).
 */
export function mount(
  actions: () => WindowModel['actions'],
  { now, texts }: Pick<WindowHost, 'now' | 'texts'>,
  redraw: () => void,
): Mounted {
  const host = document.createElement('beckon-window');
  const root = host.attachShadow({ mode: 'open' });
  const base = new CSSStyleSheet();
  const theme = new CSSStyleSheet();
  base.replaceSync(WINDOW_CSS);
  root.adoptedStyleSheets = [base, theme, seenSheet()];
  let css = '';
  let key = '';
  let words = pickTexts([]);
  let moments = createMoments(words, now);

  const catalogues: Record<string, Texts> = {};
  let fetching = '';
  /** One that is not built in: its texts come when they come (WI1). */
  const fetchTexts = async (state: WindowState) => {
    const language = primaryOf(state.languages[0] ?? 'en');
    if (language === fetching || language === 'en') return;
    fetching = language;
    const found = await texts(language);
    if (!found) return;
    catalogues[language] = found;
    key = '';
    redraw();
  };
  const draw = (state: WindowState) => {
    const { languages, look, size, view } = state;
    if (view !== 'closed') void fetchTexts(state);
    if (view !== 'closed' && !host.isConnected)
      document.documentElement.append(host);
    const nextCss = themeCss(look, size);
    if (nextCss !== css) theme.replaceSync((css = nextCss));
    const nextKey = languages.join();
    if (nextKey !== key) {
      key = nextKey;
      words = pickTexts(languages, look.translationOverrides, catalogues);
      moments = createMoments(words, now);
    }
    render(
      <Root scene={{ state, actions: actions(), words, moments }} />,
      root,
    );
    if (view === 'closed') host.remove();
  };
  return {
    draw,
    stop() {
      render(null, root);
      host.remove();
    },
  };
}
