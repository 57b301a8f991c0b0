import { createBrowserPorts } from './adapters/browser-ports.ts';
import type { WindowHost, WindowPart } from './host.ts';
import { createModel, type WindowModel } from './model/create-model.ts';
import type { Fixed } from './model/first-state.ts';
import { mount } from './view/mount.tsx';

/**
 * The engagement window of a page: it stays as it was on the page before, and
 * does what the page's commands and the visitor say.
 *
 * @param fixed For the full page of WM4.
 */
export function createWindow(host: WindowHost, fixed?: Fixed): WindowPart {
  const ports = createBrowserPorts(host);
  /** HP2: the tag has ended. Of what was on its way then, be it a command, a
   * hook's answer or this file, nothing is seen. */
  let isOver = false;
  let isDue = false;
  /** Several changes at once are drawn once. */
  const draw = () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      show();
    });
  };
  const view = mount(() => model.actions, host, draw);
  host.undo(() => {
    isOver = true;
    view.stop();
  });
  const untilEnd =
    <Given extends unknown[]>(run: (...given: Given) => void) =>
    (...given: Given) => {
      if (!isOver) run(...given);
    };
  const hook: WindowHost['hook'] = (name, value, next, stopped) =>
    host.hook(name, value, untilEnd(next), stopped);
  const model: WindowModel = createModel({ ...host, hook }, ports, draw, fixed);
  const show = untilEnd(() => {
    const state = model.read();
    host.occupy(state.view === 'open');
    view.draw(state);
  });
  show();
  // One more may stand where the launcher does.
  host.on('beckon:offer', view.keepRoom);
  return {
    open: untilEnd((wish = {}) => model.open(wish)),
    prepare: untilEnd((wish) => {
      const preview = model.preview(wish);
      if (preview) view.drawAhead(preview);
    }),
    minimize: () => model.actions.minimize(),
    close: () => model.actions.close(),
    forget: model.forget,
  };
}
