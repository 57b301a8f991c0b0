/** A card and what stands in it. */
export const CARD_CSS = `
:host{--bg:var(--background,#fff);--fg:var(--text,#1b1d28);--hue:var(--accent,#4338ca);--on:var(--accentText,#fff);--line:var(--border,#1b1d2814);--soft:color-mix(in srgb,var(--fg) 68%,var(--bg))}
*{box-sizing:border-box;margin:0}
button,a{font:inherit;color:inherit;background:none;border:0;padding:0;text-align:inherit;text-decoration:none;cursor:pointer;-webkit-tap-highlight-color:transparent}
:focus{outline:0}
:focus-visible{outline:2px solid var(--hue);outline-offset:2px}
.frame{font:400 15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--fg)}
.card{position:relative;display:flex;flex-direction:column;gap:14px;padding:20px;background:var(--bg);border:1px solid var(--line);border-radius:18px;overflow:hidden;box-shadow:0 1px 2px #0b0d1a0f,0 8px 20px #0b0d1a14,0 24px 56px #0b0d1a1f;overflow-wrap:anywhere}
.words{display:flex;flex-direction:column;gap:6px;padding-inline-end:28px}
.title{font-size:17px;line-height:1.3;font-weight:650;letter-spacing:-.011em;text-wrap:balance}
.text{color:var(--soft);text-wrap:pretty}
.picture{display:block;width:calc(100% + 40px);max-width:none;height:auto;max-height:180px;object-fit:cover;margin:-20px -20px 2px;background:var(--line)}
.whole{display:flex;flex-direction:column;gap:14px}
.actions{display:flex;flex-wrap:wrap;align-items:center;gap:6px 14px}
.yes{padding:10px 18px;border-radius:22px;background:var(--hue);color:var(--on);font-weight:600;line-height:1.35;text-align:center;border:1px solid #0000;transition:filter .15s,box-shadow .15s}
.yes:hover{filter:brightness(1.1);box-shadow:0 4px 14px color-mix(in srgb,var(--hue) 36%,transparent)}
.yes:active{filter:brightness(.94)}
.no{padding:9px 8px;border-radius:99px;color:var(--soft);font-weight:500}
.no:hover{color:var(--fg);text-decoration:underline;text-underline-offset:3px}
.x{position:absolute;inset-block-start:10px;inset-inline-end:10px;width:32px;height:32px;border-radius:50%;display:grid;place-items:center;color:var(--soft);transition:background .15s}
.x:hover{color:var(--fg);background:color-mix(in srgb,var(--fg) 9%,transparent)}
.x span{width:12px;height:12px;background:currentColor;clip-path:polygon(14% 0,50% 36%,86% 0,100% 14%,64% 50%,100% 86%,86% 100%,50% 64%,14% 100%,0 86%,36% 50%,0 14%)}
.picture~.x{background:#fffd;color:#1b1d28}
@media(forced-colors:active){.yes,.card{border-color:ButtonText}.x span{background:ButtonText}}`;

/** For authors who leave the colours to us. */
export const DARK_CSS = `
@media(prefers-color-scheme:dark){:host{--bg:#1c1e29;--fg:#f3f4f8;--hue:#a5a0ff;--on:#14123a;--line:#ffffff1f}.card{box-shadow:0 8px 20px #0006,0 24px 56px #0007}}`;
