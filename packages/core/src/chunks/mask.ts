import { createMasks } from '../masks/create-masks.ts';
import { register } from '../register.ts';

/** What of a visit must not leave the browser (DP1). */
register(createMasks);
