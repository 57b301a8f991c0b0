import type { WindowHost } from '../host.ts';
import type { WindowPorts } from '../ports.ts';
import type { SharedTalk } from './shared-talk.ts';
import type { WindowState } from './window-state.ts';

/**
 * Opens the window in a tab, or a pop-up, of its own (WM4).
 *
 * @returns Whether there is one now. To be called in a click: browsers open
 *   nothing otherwise.
 */
export type HandOver = (isPopup: boolean) => boolean;

export function createHandOver(
  host: WindowHost,
  { desk }: Pick<WindowPorts, 'desk'>,
  shared: Pick<SharedTalk, 'token'>,
  read: () => WindowState,
): HandOver {
  return (isPopup) => {
    const navigate = desk.openTab(isPopup);
    if (!navigate) return false;
    const code = host.newId();
    host
      .talk()
      .then(({ handOver }) => handOver(host, code, read(), shared.token()))
      // The tab says that it cannot be opened, and how to come back.
      .catch(() => {});
    navigate(`${host.origin}/w/${host.site}#code=${code}`);
    return true;
  };
}
