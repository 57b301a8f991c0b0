import type { MaskSettings } from '@beckon/schema/masking';
import type { WindowHost } from '../host.ts';
import type { WindowLook } from '../look.ts';
import type { VisitReport } from '../talk/talk-part.ts';
import type { WindowPorts } from '../ports.ts';
import type { SharedTalk } from './shared-talk.ts';
import type { WindowState } from './window-state.ts';

/** What the gateway keeps for the new tab, for 60 s. */
export interface Handover {
  readonly skill: string;
  readonly engagement?: string;
  readonly language: string;
  readonly look: WindowLook;
  /** What `start` would report. */
  readonly report: VisitReport;
  readonly masking: MaskSettings;
  readonly visitorId: string;
  readonly draft: string;
}

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
    const code = host.newId();
    const digest = desk.digest(code);
    // Pages without https have no digests.
    if (!digest) return false;
    const navigate = desk.openTab(isPopup);
    if (!navigate) return false;
    const { look, talk } = read();
    const { engagement, language, skill } = talk;
    const context: Omit<Handover, 'masking' | 'report'> = {
      skill,
      language,
      look,
      draft: talk.draft,
      visitorId: host.visitorId(),
      ...(engagement && { engagement }),
    };
    const token = shared.token();
    Promise.all([digest, host.talk()])
      .then(([codeHash, part]) =>
        desk.handOver({
          codeHash,
          context: {
            ...context,
            masking: part.masking,
            report: part.report(engagement),
          } satisfies Handover,
          consent: { storage: host.mayStore() },
          ...(token && { token }),
        }),
      )
      // The tab says that it cannot be opened, and how to come back.
      .catch(() => {});
    navigate(`${host.origin}/w/${host.site}#code=${code}`);
    return true;
  };
}
