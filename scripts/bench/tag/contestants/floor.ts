import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { BENCH } from '../serve/paths.ts';
import { json, script, type Peer } from './contestant.ts';

/**
 * Not a product: the calls that the rules ask of a browser, by hand.
 *
 * @see site/floor.js
 */
export function createFloor(endpoint: string): Peer {
  const core = '/floor/core.js';
  const config = '/floor/config';
  const { code } = transformSync(
    readFileSync(`${BENCH}site/floor.js`, 'utf8'),
    { minify: true, target: 'es2020' },
  );
  // LD2: core and config are asked for together.
  const snippet = `(function(d,o){var s=d.createElement('script');s.floor={origin:o,config:fetch(o+'${config}')};s.crossOrigin='';s.fetchPriority='low';s.src=o+'${core}';d.documentElement.appendChild(s)})(document,${JSON.stringify(endpoint)})`;
  return {
    name: 'floor',
    head: `<script>${snippet}</script>`,
    answers: { [core]: script(code), [config]: json(CONFIG) },
    isEvent: ({ method, url }) =>
      method === 'POST' && url === `${endpoint}/floor/events`,
  };
}

/** The look of a plain sticky offer, as `publish/sticky-look.ts` makes it. */
const CONFIG = {
  id: 'sticky-1',
  look: {
    css: ':host{all:initial!important;position:static!important;z-index:2147483000!important}[data-beckon]{position:fixed;right:env(safe-area-inset-right,0);top:50%;translate:0 -50%;max-height:70%;padding:18px 11px;border:1px solid var(--border,#fff3);border-radius:14px 0 0 14px;background:var(--accent,#4338ca);color:var(--accentText,#fff);box-shadow:0 4px 24px #0004;font:600 15px/1.3 system-ui,sans-serif;text-decoration:none;writing-mode:vertical-rl;cursor:pointer}@media(max-width:600px){[data-beckon]{padding:16px 7px;font-size:14px}}',
    tree: [['a', { 'data-beckon': 'click', href: '/offers' }, 'Need a hand?']],
  },
};
