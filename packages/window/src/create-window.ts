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
  const model: WindowModel = createModel(host, ports, draw, fixed);
  const show = () => {
    const state = model.read();
    host.occupy(state.view === 'open');
    view.draw(state);
  };
  show();
  // One more may stand where the launcher does.
  host.on('beckon:offer', draw);
  host.undo(() => {
    model.stop();
    view.stop();
  });
  return {
    open: (wish = {}) => model.open(wish),
    prepare(wish) {
      const preview = model.preview(wish);
      if (preview) view.drawAhead(preview);
    },
    minimize: () => model.actions.minimize(),
    close: () => model.actions.close(),
    forget: model.forget,
  };
}
