import { createKeepMore } from '../keep/keep-more.ts';
import { register } from '../register.ts';

register(createKeepMore);
