import type { CreativeNode } from '@beckon/schema/types';
import { guard } from '../guard.ts';
import type { Ports } from '../ports.ts';

/**
 * Draws an offer in a shadow root of its own, at the end of the document.
 *
 * @see targeting.md OF3, OF6; tag.md HP3, HP4
 */
export function createDraw(undo: Ports['undo']): Ports['draw'] {
  return ({ css, mount, tree }, engagement, hear) => {
    const host = document.createElement('beckon-offer');
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    // As it came: V8 would keep what is put together beside it (CO4).
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    root.append(...tree.map(build));
    root.addEventListener(
      'click',
      guard(({ target }: Event) => {
        const spot = (target as Element).closest('[data-beckon]');
        if (spot)
          hear(spot.matches('[data-beckon=close]') ? 'decline' : 'click');
      }),
    );
    host.setAttribute('data-beckon-offer', engagement);
    // Not into the body: pages replace it (HP4).
    if (mount) mount(host);
    else document.documentElement.append(host);
    return { host, remove: undo(() => host.remove()) };
  };
}

/** Makes a published tree's nodes, without parsing any HTML (OF3). */
function build(node: CreativeNode): Node | string {
  if (typeof node === 'string') return node;
  const attributes = node[1];
  const element = document.createElement(node[0]);
  for (const key of Object.keys(attributes))
    element.setAttribute(key, attributes[key] ?? '');
  element.append(...(node.slice(2) as CreativeNode[]).map(build));
  return element;
}
