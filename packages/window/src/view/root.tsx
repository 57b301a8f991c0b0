import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import { Dialog } from './dialog.tsx';
import { Launcher } from './launcher.tsx';

/** All that is drawn of one window. */
export function Root({ scene }: { readonly scene: Scene }) {
  const { isAhead, more, state, words } = scene;
  const { position = 'bottom-right' } = state.look;
  setScene(scene);
  more?.setScene(scene);
  if (state.view === 'closed' && !isAhead) return null;
  return (
    <div class={`root ${position}`} dir={words.direction} lang={words.language}>
      {state.view === 'minimized' ? <Launcher /> : <Dialog />}
    </div>
  );
}
