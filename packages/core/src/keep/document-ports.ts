import { guard } from '../guard.ts';
import type { Ports } from '../ports.ts';
import type { KeepPorts } from './keep-ports.ts';
import { seldom } from './seldom.ts';

/** What becomes of the document after its first decision. */
export function createDocumentPorts(
  undo: Ports['undo'],
): Pick<KeepPorts, 'onNavigate' | 'onTitle'> {
  return {
    onTitle(run) {
      const observer = new MutationObserver(guard(run));
      observer.observe(document.head ?? document.documentElement, {
        characterData: true,
        childList: true,
        subtree: true,
      });
      undo(() => observer.disconnect());
    },
    onNavigate(run) {
      const { navigation } = window;
      // Another's may have that name.
      if (!navigation?.currentEntry) return;
      const hear = guard(
        seldom((event: NavigateEvent) => {
          if (!event.destination.sameDocument) run();
        }),
      );
      navigation.addEventListener('navigate', hear);
      undo(() => navigation.removeEventListener('navigate', hear));
    },
  };
}
