import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import type { ToAgentFrame } from '@beckon/schema/types';
import { settle } from '@beckon/testkit';
import { App } from '../view/app.tsx';
import { createView, ViewProvider } from '../view/context.ts';
import { createDeskParts, openDesk, type OpenDesk } from './open-desk.ts';

export interface DrawnDesk extends OpenDesk {
  readonly root: HTMLElement;
  /** The first that fits; throws when there is none. */
  find(selector: string): HTMLElement;
  all(selector: string): HTMLElement[];
  /** Does something, and waits until it is drawn. */
  does(run: () => void): Promise<void>;
  /** Presses a key where the focus is, or in the element. */
  press(key: string, more?: KeyboardEventInit): Promise<void>;
  type(text: string): Promise<void>;
}

/** The whole page in happy-dom, on frames. */
export async function drawDesk(
  frames: readonly ToAgentFrame[] | 'nobody',
): Promise<DrawnDesk> {
  const desk =
    frames === 'nobody'
      ? createDeskParts({ meStatus: 401 })
      : await openDesk(frames);
  await settle();
  document.body.textContent = '';
  const root = document.createElement('div');
  document.body.append(root);
  const view = createView(desk.model, desk.clock.now, 'en-GB', 'UTC');
  const does = (run: () => void) =>
    act(async () => {
      run();
      await settle();
    });
  const find = (selector: string) => {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing fits ${selector}.`);
    return found;
  };
  await does(() =>
    render(h(ViewProvider, { value: view }, h(App, null)), root),
  );
  return {
    ...desk,
    root,
    find,
    all: (selector) => [...document.querySelectorAll<HTMLElement>(selector)],
    does,
    press: (key, more = {}) =>
      does(() => {
        const target = document.activeElement ?? document.body;
        const options = { key, bubbles: true, cancelable: true, ...more };
        target.dispatchEvent(new KeyboardEvent('keydown', options));
      }),
    type: (text) =>
      does(() => {
        const field = find('#composer');
        if (!(field instanceof HTMLTextAreaElement)) return;
        field.focus();
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
  };
}
