import { createMask } from '@beckon/schema/masking';
import { createWindow } from '../create-window.ts';
import type { Stop, WindowHost } from '../host.ts';
import { createTalkPorts } from '../talk/browser-talk-ports.ts';
import { createTalkPart } from '../talk/create-talk-part.ts';
import { de } from '../texts/de.ts';
import { createMore } from '../view/more/create-more.ts';
import { redeem, type Redeemed } from './redeem.ts';

const CODE = /^#code=(.+)$/;
const KEY = 'beckon-page';

/** Redeems the code in the address and draws the window over the whole page. */
export async function openPage(): Promise<void> {
  const site = /^\/w\/([^/]+)/.exec(location.pathname)?.[1] ?? '';
  const code = CODE.exec(location.hash)?.[1];
  // Good for one use: neither a reload nor the history shall have it.
  if (code) history.replaceState(null, '', location.pathname);
  const redeemed = code
    ? await redeem(
        code,
        createPost(site),
        (ms) => new Promise((resolve) => void later(resolve, ms)),
      )
    : recall(site);
  if (!redeemed) return sayExpired();
  remember(site, redeemed);
  const { context, token } = redeemed;
  const { draft, engagement, language, skill } = context;
  const subject = {
    language,
    skill,
    look: 'default',
    ...(engagement && { engagement }),
  };
  createWindow(createHost(site, redeemed), {
    mode: 'page',
    subject,
    draft,
    isReload: !code,
    ...(token && { token }),
  });
}

function createHost(site: string, { consent, context }: Redeemed): WindowHost {
  const origin = location.origin;
  const { language, look, masking, report, visitorId } = context;
  const host: WindowHost = {
    site,
    origin,
    tab: crypto.randomUUID(),
    looks: { default: look },
    talk: () => Promise.resolve(part),
    more: () => Promise.resolve(createMore),
    texts: async (wanted) => (wanted === 'de' ? de : undefined),
    visitorId: () => visitorId,
    mayStore: () => consent.storage,
    engagement: () => undefined,
    availability: () => undefined,
    languages: () => [language, navigator.language],
    platform: () =>
      report.device?.platform === 'desktop' ? 'desktop' : 'smartphone',
    isVisible: () => !document.hidden,
    tell: () => {},
    // WM4: there are no hooks of the page's here.
    hook: (_name, value, next) => next(value),
    occupy: () => {},
    onPage: () => {},
    onConsent: () => {},
    now: () => Date.now(),
    later,
    newId: () => crypto.randomUUID(),
    on(type, run) {
      addEventListener(type, run, { capture: true, passive: true });
      return () => removeEventListener(type, run, { capture: true });
    },
    undo: (stop) => stop,
  };
  const part = createTalkPart(createTalkPorts(host), {
    mask: createMask(masking),
    masking,
    page: () => report.page,
    report: () => report,
  });
  return host;
}

function later(run: () => void, ms: number): Stop {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

const createPost = (site: string) => async (code: string) => {
  const answer = await fetch(`/v1/sites/${site}/handover/redeem`, {
    method: 'POST',
    body: JSON.stringify({ code }),
    headers: { 'content-type': 'application/json' },
  });
  const { status } = answer;
  return { status, body: status === 200 ? await answer.json() : undefined };
};

/** A reload of the tab goes on; where nothing may be stored it cannot. */
function remember(site: string, redeemed: Redeemed): void {
  if (!redeemed.consent.storage) return;
  try {
    sessionStorage.setItem(`${KEY}-${site}`, JSON.stringify(redeemed));
  } catch {
    // ST5: as with storage off.
  }
}

function recall(site: string): Redeemed | undefined {
  try {
    const text = sessionStorage.getItem(`${KEY}-${site}`);
    return text ? (JSON.parse(text) as Redeemed) : undefined;
  } catch {
    // ST5: as with storage off.
    return undefined;
  }
}

/** The code is used up, or was none: all that helps is the page it came from. */
function sayExpired(): void {
  const isGerman = navigator.language.startsWith('de');
  const words = document.createElement('p');
  words.textContent = isGerman
    ? 'Dieser Link ist abgelaufen. Öffnen Sie den Chat noch einmal auf der Seite, von der Sie kommen.'
    : 'This link has expired. Open the chat again on the page that you came from.';
  document.body.append(words);
}
