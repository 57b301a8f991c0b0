import type { Answer, Ports, Shelf } from '../model/ports.ts';
import { parseJson } from '../model/decode-frame.ts';
import { createSound } from './create-sound.ts';
import { openSocketWire } from './open-socket-wire.ts';
import { openStreamWire } from './open-stream-wire.ts';
import { createPageSignals } from './page-signals.ts';

/** The page's own browser; the gateway is where the page came from. */
export function createBrowserPorts(): Ports {
  const sound = createSound();
  return {
    now: () => Date.now(),
    later(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
    uuid,
    request,
    openWire: (kind, hello, events) =>
      kind === 'socket'
        ? openSocketWire(hello, events)
        : openStreamWire(hello, events),
    keep: createShelf(() => sessionStorage),
    prefer: createShelf(() => localStorage),
    page: createPageSignals(),
    play: sound,
  };
}

/** `crypto.randomUUID` is there on https and loopback alone. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
  const part = (from: number, to: number) => hex.slice(from, to).join('');
  return [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16)].join(
    '-',
  );
}

const REQUEST_LIMIT_MS = 10_000;

async function request(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
    });
    return { status: response.status, body: parseJson(await response.text()) };
  } catch {
    // Not reached, cut, or too slow: the caller is told by the status.
    return { status: 0, body: undefined };
  }
}

function createShelf(storage: () => Storage): Shelf {
  const attempt = <T>(run: () => T): T | undefined => {
    try {
      return run();
    } catch {
      // Blocked or full: what is not kept is lost by a reload, nothing else.
      return undefined;
    }
  };
  return {
    read: (name) => attempt(() => storage().getItem(name)) ?? undefined,
    write: (name, text) => attempt(() => storage().setItem(name, text)),
    erase: (name) => attempt(() => storage().removeItem(name)),
  };
}
