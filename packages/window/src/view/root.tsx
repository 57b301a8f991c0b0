import type { Scene } from './context.ts';
import { SceneProvider } from './context.ts';
import { Dialog } from './dialog.tsx';
import { Launcher } from './launcher.tsx';

/** All that is drawn of one window. */
export function Root({ scene }: { readonly scene: Scene }) {
  const { state, words } = scene;
  const { position = 'bottom-right' } = state.look;
  if (state.view === 'closed') return null;
  return (
    <SceneProvider value={scene}>
      <div
        class={`root ${position}`}
        dir={words.direction}
        lang={words.language}
      >
        {state.view === 'open' ? <Dialog /> : <Launcher />}
      </div>
    </SceneProvider>
  );
}
