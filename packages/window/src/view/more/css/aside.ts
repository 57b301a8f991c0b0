/** Around the transcript: menu, handle, notices, questions and the end. */
export const ASIDE_CSS = `
.menu {
  position: absolute; inset-block-start: 42px; inset-inline-end: -4px; min-width: 232px; width: max-content; max-width: min(300px, 80vw);
  max-height: calc(100vh - 72px); overflow: auto;
  padding: 6px; border-radius: 16px; background: var(--bg); color: var(--fg);
  box-shadow: 0 0 0 1px var(--line), 0 12px 32px #10131f2e;
  animation: rise .14s ease-out;
}
.menu button {
  display: flex; align-items: center; gap: 12px; width: 100%; min-height: 42px;
  padding: 6px 12px; border-radius: 11px; text-align: start;
}
.menu button:hover, .menu button:focus-visible { background: color-mix(in srgb, var(--fg) 7%, transparent); outline-offset: -2px; }
.menu .icon { color: var(--soft); }
.resize {
  position: absolute; z-index: 3; width: 24px; height: 24px; touch-action: none;
  border-radius: var(--radius) 0 8px 0;
}
.bottom-right .resize { left: 0; top: 0; cursor: nwse-resize; }
.bottom-left .resize { right: 0; top: 0; cursor: nesw-resize; }
.top-right .resize { left: 0; bottom: 0; cursor: nesw-resize; }
.top-left .resize { right: 0; bottom: 0; cursor: nwse-resize; }
.resize:hover { background: radial-gradient(circle, var(--soft) 3px, transparent 3.5px); }
.resize:focus-visible { outline-offset: -4px; }
@media (max-width: 480px), (max-height: 420px) {
  .panel .resize { display: none; }
}
.notice {
  display: flex; align-items: center; gap: 10px; flex: none; padding: 9px 18px;
  font-size: .87em; line-height: 1.4; background: var(--d-warn, #fff6e0); color: var(--d-on-warn, #5f4200);
}
.notice .icon { width: 18px; height: 18px; }
.spinner {
  width: 14px; height: 14px; flex: none; border-radius: 50%; border: 2px solid currentcolor;
  border-inline-end-color: transparent; animation: turn .9s linear infinite;
}
@keyframes turn { to { transform: rotate(1turn); } }
.masked { display: flex; align-items: center; gap: 8px; padding: 4px 6px 10px; font-size: .87em; line-height: 1.35; color: var(--soft); }
.masked .icon { width: 18px; height: 18px; color: var(--good); }
.ended { flex: none; padding: 16px 18px 18px; text-align: center; border-top: 1px solid var(--line); }
.ended p { color: var(--soft); margin-bottom: 12px; }
.question {
  position: absolute; z-index: 4; inset: auto 12px 12px; padding: 18px; border-radius: 18px;
  background: var(--bg);
  box-shadow: 0 0 0 1px var(--line), 0 -8px 48px #10131f38, 0 0 0 100vmax color-mix(in srgb, var(--bg) 62%, transparent);
  animation: rise .18s ease-out;
}
.question strong { font-size: 1.07em; font-weight: 650; }
.question p { color: var(--soft); margin: 2px 0 16px; }
.answers { display: flex; gap: 8px; }
.answers button { flex: 1; padding: 0 8px; }
.link {
  color: inherit; font-weight: 600; min-height: 24px; padding: 0 2px;
  text-decoration: underline; text-underline-offset: 3px;
}
.primary, .quiet {
  min-height: 40px; padding: 0 18px; border-radius: 12px; font-weight: 600;
}
.primary { background: var(--hue); color: var(--on-hue); }
.quiet { background: color-mix(in srgb, var(--fg) 8%, transparent); }
.primary:hover, .quiet:hover { filter: brightness(1.08); }
@media (pointer: coarse) {
  .link { min-height: 32px; }
}
@media print {
  .corner, .panel { display: none; }
}
@media (forced-colors: active) {
  .primary, .quiet, .bubble, .menu, .question, .queue, .to-end { border: 1px solid CanvasText; }
  .pulse, .dots i { background: CanvasText; forced-color-adjust: none; }
}
`;
