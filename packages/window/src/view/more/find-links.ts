export { findLinks, safeUrl } from '@beckon/schema/links';
