import { bindHost } from './bind-host.ts';
import { createWindow } from './create-window.ts';
import { register } from './tag-like.ts';

/** The engagement window, Preact included. */
register((tag) => createWindow(bindHost(tag)));
