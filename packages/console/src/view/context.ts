import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { ConsoleModel } from '../model/create-console.ts';
import type { ConsoleState } from '../model/state.ts';
import { createFormats, type Formats } from '../text/formats.ts';
import { TEXTS, type Texts } from '../text/catalogue.ts';

/** What every component may reach. */
export interface ViewContext {
  readonly model: ConsoleModel;
  readonly texts: Texts;
  readonly formats: Formats;
  /** Epoch ms of this machine. */
  readonly now: () => number;
}

const Context = createContext<ViewContext | undefined>(undefined);

export const ViewProvider = Context.Provider;

export function createView(
  model: ConsoleModel,
  now: () => number,
  locale?: string,
  timeZone?: string,
): ViewContext {
  return {
    model,
    texts: TEXTS,
    formats: createFormats(locale, timeZone),
    now,
  };
}

export function useView(): ViewContext {
  const view = useContext(Context);
  if (!view) throw new Error('Failed to draw: no ViewProvider around it.');
  return view;
}

/** The model's state, drawn again when it is another. */
export function useConsole(): ConsoleState {
  const { store } = useView().model;
  const [state, setState] = useState(store.get());
  useEffect(() => {
    // What changed between drawing and listening.
    setState(store.get());
    return store.on((now) => setState(now));
  }, [store]);
  return state;
}

/** Now by the gateway's clock, drawn again each `everyMs`. */
export function useNow(everyMs: number, skewMs: number): number {
  const { now } = useView();
  const [at, setAt] = useState(now());
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, now]);
  return Math.max(at, now()) + skewMs;
}
