import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WindowActions, WindowState } from '../model/window-state.ts';
import type { Moments, Words } from './words.ts';

/** What every part of the window needs. */
export interface Scene {
  readonly state: WindowState;
  readonly actions: WindowActions;
  readonly words: Words;
  readonly moments: Moments;
}

// A scene is always given: `Root` is the only one who draws.
const SceneContext = createContext<Scene | undefined>(undefined);

export const SceneProvider = SceneContext.Provider;

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (!scene) throw new Error('Failed to draw: no scene. Draw inside Root.');
  return scene;
}
