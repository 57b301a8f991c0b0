import type { PageSignal, PageSignals } from '../model/ports.ts';

export function createPageSignals(): PageSignals {
  return {
    isLookedAt: () =>
      document.visibilityState === 'visible' && document.hasFocus(),
    on(listener) {
      const stops = [
        listen(window, 'online', () => listener('online')),
        listen(window, 'offline', () => listener('offline')),
        listen(window, 'pageshow', () => listener('shown')),
        listen(window, 'focus', () => listener('focus')),
        listen(document, 'visibilitychange', () => listener(visibility())),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

function visibility(): PageSignal {
  return document.visibilityState === 'visible' ? 'shown' : 'hidden';
}

function listen(target: EventTarget, name: string, run: () => void) {
  target.addEventListener(name, run);
  return () => target.removeEventListener(name, run);
}
