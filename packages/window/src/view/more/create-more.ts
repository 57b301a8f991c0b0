import { lend, type Kit } from '../../lent.ts';
import { enMore } from '../../texts/en-more.ts';
import { setScene, type MorePart } from '../scene.ts';
import { Announcer } from './announcer.tsx';
import { MORE_CSS } from './css/index.ts';
import { Ended, EndQuestion } from './endings.tsx';
import { Menu } from './menu.tsx';
import { Masked, Notices } from './notices.tsx';
import { ResizeHandle } from './resize-handle.tsx';
import { Transcript } from './transcript.tsx';

/** @param kit What draws it, of whoever asks. */
export function createMore(kit: Kit): MorePart {
  lend(kit);
  return {
    texts: enMore,
    css: MORE_CSS,
    setScene,
    Announcer,
    Ended,
    EndQuestion,
    Masked,
    Menu,
    Notices,
    ResizeHandle,
    Transcript,
  };
}
