export { readMarkdown } from '@beckon/schema/markdown';
export type { Block, Inline } from '@beckon/schema/markdown';
