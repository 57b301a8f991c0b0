import type { Answer } from '../contestants/contestant.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { ADJECTIVES, CATEGORIES, NOUNS } from '../../../bench/rules/world.ts';

const PRODUCTS = 48;

/**
 * A page of a shop: a list of products, a style sheet and a small script of its
 * own. The same for all. What a tag's owner pastes stands in the head before
 * the style sheet, which a script after it would wait for.
 */
export function makePage(head: string): Answer {
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Kitchen: everything for the summer</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<script>${PAGE_SCRIPT}
performance.mark('bench-snippet')</script>
${head}
<link rel="stylesheet" href="/page.css">
</head>
<body>
<header><a href="/">Shop</a><nav>${CATEGORIES.map((name) => `<a href="/${name}/">${name}</a>`).join('')}</nav></header>
<main><h1>Kitchen: everything for the summer</h1><ul>${Array.from({ length: PRODUCTS }, (_, nth) => product(nth)).join('')}</ul></main>
<footer><p>Prices with tax. Delivery within two days.</p></footer>
</body>
</html>
`,
  };
}

function product(nth: number): string {
  const name = `${pick(ADJECTIVES, nth)} ${pick(NOUNS, nth * 7)}`;
  return `<li><a href="/p/${nth}"><h2>${name}</h2><p>The ${name} that lasts: made to be mended, tried by those who cook every day.</p><strong>€ ${5 + ((nth * 37) % 90)}</strong></a><button type="button">Put into the cart</button></li>`;
}

function pick(words: readonly string[], nth: number): string {
  return words[nth % words.length] ?? '';
}

export const PAGE_CSS: Answer = {
  type: 'text/css; charset=utf-8',
  body: `body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#222}
header{display:flex;gap:24px;padding:16px 24px;background:#f4f1ea}
nav{display:flex;gap:12px}
main{max-width:1100px;margin:0 auto;padding:24px}
ul{display:grid;grid-template-columns:repeat(4,1fr);gap:16px;padding:0;list-style:none}
li{border:1px solid #ddd;border-radius:8px;padding:16px}
li a{color:inherit;text-decoration:none}
li h2{font-size:18px;margin:0 0 8px}
button{margin-top:8px;padding:8px 12px;border:0;border-radius:6px;background:#1f6f54;color:#fff}
footer{padding:24px;background:#f4f1ea}
`,
};
