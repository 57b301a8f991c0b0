/*
 * Every colour and measure is one of the custom properties of README.md, with
 * a default of ours; `--d-…` is the default, which `theme-css.ts` darkens. It lies
 * one layer over the offers: none may cover what somebody writes. No rule is for
 * every ::before and ::after: each element would be styled three times (WM7).
 */
export const BASE_CSS = `
:host {
  all: initial !important;
  position: fixed !important;
  z-index: var(--beckon-z-index, 2147483001) !important;
  --d-background: #fff;
  --d-text: #191b24;
  --d-accent: #4338ca;
  --d-agent-bubble: #f1f2f6;
  --d-border: #e4e6ec;
  --d-lift: 0 1px 2px #10131f0f, 0 8px 24px #10131f1a, 0 24px 64px #10131f24;
  --d-ink-mix: 0%;
  --bg: var(--beckon-background, var(--d-background));
  --fg: var(--beckon-text, var(--d-text));
  --hue: var(--beckon-accent, var(--d-accent));
  --on-hue: var(--beckon-accent-text, #fff);
  --head: var(--beckon-header, var(--bg));
  --on-head: var(--beckon-header-text, var(--fg));
  --theirs: var(--beckon-agent-bubble, var(--d-agent-bubble));
  --on-theirs: var(--beckon-agent-text, var(--fg));
  --own: var(--beckon-visitor-bubble, var(--hue));
  --on-own: var(--beckon-visitor-text, var(--on-hue));
  --line: var(--beckon-border, var(--d-border));
  --soft: color-mix(in srgb, var(--fg) 68%, var(--bg));
  --ink: color-mix(in srgb, white var(--d-ink-mix), var(--hue));
  --wash: color-mix(in srgb, var(--hue) 10%, var(--bg));
  --touch: color-mix(in srgb, currentcolor 9%, transparent);
  --bad: var(--d-bad, #b42318);
  --good: var(--d-good, #12805c);
  --size: var(--beckon-font-size, 15px);
  --radius: var(--beckon-radius, 20px);
  --x: calc(var(--beckon-offset-x, 0px) + 20px);
  --y: calc(var(--beckon-offset-y, 0px) + 20px);
}
* { box-sizing: border-box; }
.root {
  font: 400 var(--size) / 1.5 var(--beckon-font, system-ui, sans-serif);
  color: var(--fg);
  -webkit-font-smoothing: antialiased;
  -webkit-text-size-adjust: 100%;
}
button, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
button {
  margin: 0; padding: 0; border: 0; background: none; cursor: pointer;
  touch-action: manipulation; -webkit-tap-highlight-color: transparent;
}
p, h2, h3, ul, ol, pre { margin: 0; padding: 0; }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.hidden {
  position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.icon {
  width: 20px; height: 20px; flex: none; fill: none; stroke: currentcolor;
  stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round;
}
.icon-button {
  width: 36px; height: 36px; flex: none; border-radius: 12px;
  display: grid; place-items: center;
  transition: background-color .15s;
}
[d^='M5 12h'] { stroke-width: 2.75; }
.icon-button[aria-expanded=true] { background: var(--touch); }
@media (hover: hover) {
  .icon-button:hover { background: var(--touch); }
}
.avatar {
  width: 28px; height: 28px; flex: none; border-radius: 50%; overflow: hidden;
  display: grid; place-items: center; user-select: none;
  background: color-mix(in srgb, var(--hue) 16%, var(--bg));
  color: color-mix(in srgb, var(--ink) 80%, var(--fg));
  font-size: 11px; font-weight: 650; letter-spacing: .02em;
}
.avatar img { width: 100%; height: 100%; object-fit: cover; }
@media (prefers-reduced-motion: reduce) {
  * { animation: none !important; transition: none !important; }
}
@media (forced-colors: active) {
  .root :is(.launcher, .badge, .window, .peek, .field) {
    border: 1px solid CanvasText;
  }
  .icon-button:hover { outline: 2px solid Highlight; }
  .live { forced-color-adjust: none; }
}
`;
