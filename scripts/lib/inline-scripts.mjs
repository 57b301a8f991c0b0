import { createHash } from 'node:crypto';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g;

/**
 * The hashes of a page's inline scripts, as a Content-Security-Policy names them,
 * in the order of the page.
 *
 * @param {string} page
 * @returns {string[]}
 */
export function hashesOf(page) {
  return [...page.matchAll(INLINE_SCRIPT)].map(([, script = '']) => {
    const digest = createHash('sha256').update(script).digest('base64');
    return `'sha256-${digest}'`;
  });
}
