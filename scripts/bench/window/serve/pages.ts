import { makePage } from './make-page.ts';
import { SITE } from './start-gateway.ts';

/** Where the built snippet says that the gateway is, and for which site. */
const WRITTEN_ORIGIN = '"https://beckon.example"';
const WRITTEN_SITE = '"acme"';

/** The floor: a page whose own button shows its own text field. */
const BARE = `<style>#box{position:fixed;inset:auto 20px 20px auto;padding:20px;background:#fff}#box[hidden]{display:none}#open{position:fixed;right:0;top:300px}</style>
<script>addEventListener('DOMContentLoaded',()=>{
document.body.insertAdjacentHTML('beforeend','<button id=open>Ask us</button><div id=box hidden><textarea rows=2></textarea></div>');
document.getElementById('open').onclick=()=>{const box=document.getElementById('box');box.hidden=false;box.firstChild.focus()}})</script>`;

/** What is tapped on a page. */
export interface BenchPage {
  readonly path: string;
  readonly html: string;
  /** CSS; shadow roots are looked into. */
  readonly target: string;
}

/** @param snippet The text of dist/snippet.html. */
export function makePages(snippet: string, gateway: string) {
  const head = snippet
    .replace(WRITTEN_ORIGIN, () => JSON.stringify(gateway))
    .replace(WRITTEN_SITE, () => JSON.stringify(SITE));
  return {
    bare: { path: '/bare', html: makePage(BARE), target: '#open' },
    beckon: {
      path: '/beckon',
      html: makePage(head),
      target: '[data-beckon-offer=ask] [data-beckon=click]',
    },
  } satisfies Record<string, BenchPage>;
}
