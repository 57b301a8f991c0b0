import { CATEGORIES, NOUNS } from '../../../bench/rules/world.ts';

const PRODUCTS = 48;

/** A page of a shop, a list of products; the same for the floor and the tag. */
export const makePage = (head: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Kitchen: everything for the summer</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
${head}
<style>body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#222}
nav{display:flex;flex-wrap:wrap;gap:12px;padding:16px 24px;background:#f4f1ea}
ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(130px,1fr));gap:16px;padding:24px;list-style:none}
li{border:1px solid #ddd;border-radius:8px;padding:16px}</style>
</head>
<body>
<nav>${CATEGORIES.map((name) => `<a href="/${name}/">${name}</a>`).join('')}</nav>
<main><h1>Kitchen: everything for the summer</h1><ul>${Array.from({ length: PRODUCTS }, (_, nth) => product(nth)).join('')}</ul></main>
</body>
</html>
`;

const product = (nth: number) =>
  `<li><a href="/p/${nth}"><h2>${NOUNS[nth % NOUNS.length]}</h2><p>Made to be mended, tried by those who cook every day.</p><strong>€ ${5 + ((nth * 37) % 90)}</strong></a></li>`;
