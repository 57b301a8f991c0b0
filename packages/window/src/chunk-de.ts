import { register } from './tag-like.ts';
import { de } from './texts/de.ts';

register(() => de);
