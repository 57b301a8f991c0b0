import { rebuildState } from '@beckon/rules/rebuild-state';
import type { Rebuild } from '../extras/rebuild.ts';
import { register } from '../register.ts';

/** Works a session's aggregates out anew (EN17, and the command `logout`). */
register((): Rebuild => rebuildState);
