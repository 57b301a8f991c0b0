import { register } from './tag-like.ts';
import { createMore } from './view/more/create-more.ts';

/** What is seen once something was said, and what is seldom asked for. */
register(() => createMore);
