import type { MaskSettings } from '@beckon/schema/masking';
import type { WindowHost } from '../host.ts';
import type { WindowLook } from '../look.ts';
import type { WindowState } from '../model/window-state.ts';
import type { Report, VisitReport } from './talk-part.ts';
import type { TalkPorts } from './talk-ports.ts';

/** What the gateway keeps for the new tab, for 60 s (WM4). */
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

/** Gives the gateway what the tab with the code will redeem. */
export const createHandOver =
  ({ digest, post }: TalkPorts, { masking, report }: Report) =>
  async (
    host: Pick<WindowHost, 'mayStore' | 'visitorId'>,
    code: string,
    { look, talk }: WindowState,
    token: string | undefined,
  ): Promise<void> => {
    const { draft, engagement, language, skill } = talk;
    const context: Handover = {
      skill,
      language,
      look,
      draft,
      visitorId: host.visitorId(),
      masking,
      report: report(engagement),
      ...(engagement && { engagement }),
    };
    await post('handover', {
      codeHash: await digest(code),
      context,
      consent: { storage: host.mayStore() },
      ...(token && { token }),
    });
  };
