import { createExtras } from '../extras/extras.ts';
import { register } from '../register.ts';

register(createExtras);
