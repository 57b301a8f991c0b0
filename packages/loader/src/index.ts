export { createSnippet, type SnippetOptions } from './create-snippet.ts';
