import { createModules } from '@beckon/rules/modules';
import { register } from '../register.ts';
import type { ModulesPart } from '../tag.ts';

/** The parts of the engine that a config's `needs` names. */
register((): ModulesPart => createModules);
