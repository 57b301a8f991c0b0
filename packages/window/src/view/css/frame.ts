/** The window itself, its head, and the welcome. */
export const FRAME_CSS = `
.window:focus { outline: 0; }
.window:not([open]) { visibility: hidden; }
.window {
  position: fixed; inset: auto; margin: 0; padding: 0; border: 0;
  display: flex; flex-direction: column; overflow: hidden;
  background: var(--bg); color: var(--fg); max-width: none; max-height: none;
}
.panel {
  width: min(var(--beckon-width, 392px), 100vw - 2 * var(--x));
  height: min(var(--beckon-height, 660px), 100vh - 2 * var(--y));
  border-radius: var(--radius); box-shadow: var(--d-lift);
}
.panel[open] { animation: rise .22s cubic-bezier(.2, .8, .2, 1); }
.bottom-right .panel, .bottom-right .corner { right: var(--x); bottom: var(--y); }
.bottom-left .panel, .bottom-left .corner { left: var(--x); bottom: var(--y); }
.top-right .panel, .top-right .corner { right: var(--x); top: var(--y); }
.top-left .panel, .top-left .corner { left: var(--x); top: var(--y); }
@keyframes rise { from { opacity: 0; transform: translateY(14px) scale(.985); } }
.full {
  inset: 0; width: 100%; height: 100%;
  top: var(--seen-top, 0); height: var(--seen-height, 100dvh);
  padding: env(safe-area-inset-top) env(safe-area-inset-right)
    env(safe-area-inset-bottom) env(safe-area-inset-left);
  overscroll-behavior: contain;
  animation: rise .2s cubic-bezier(.2, .8, .2, 1);
}
.full::backdrop { background: var(--bg); }
.page { inset: 0; width: 100%; height: 100dvh; }
.page .rows, .page .welcome, .page .composer, .page .ended { width: min(100%, 760px); margin-inline: auto; }
@media (max-width: 480px), (max-height: 420px) {
  .root .panel { inset: 0; width: 100%; height: 100%; border-radius: 0; }
}
.header {
  display: flex; align-items: center; gap: 12px; flex: none;
  padding: 14px 12px 14px 18px; position: relative; z-index: 2;
  background: var(--head); color: var(--on-head);
  border-bottom: 1px solid var(--line);
}
[dir=rtl] .header { padding: 14px 18px 14px 12px; }
.header .avatar { width: 40px; height: 40px; font-size: 14px; }
.who { flex: 1; min-width: 0; }
.who h2 {
  font-family: var(--beckon-heading-font, inherit); font-weight: 650; font-size: 1.07em;
  line-height: 1.3; letter-spacing: -.01em;
}
.who > * {
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
  overflow: hidden; overflow-wrap: anywhere;
}
.subtitle {
  font-size: .87em; line-height: 1.4; color: color-mix(in srgb, var(--on-head) 72%, var(--head));
}
.live {
  display: inline-block; width: 8px; height: 8px; border-radius: 50%;
  background: var(--good); margin-inline-end: 7px;
}
.tools { position: relative; }
.header .icon-button + .icon-button, .tools + .icon-button { margin-inline-start: -8px; }
.middle { position: relative; flex: 1; min-height: 0; display: flex; }
.welcome {
  flex: 1; overflow: hidden auto; padding: 38px 24px 24px; outline-offset: -3px;
  background: linear-gradient(var(--wash), transparent 240px);
}
.welcome img { display: block; max-width: 140px; max-height: 48px; margin-bottom: 20px; }
.welcome h3 {
  font-family: var(--beckon-heading-font, inherit); font-weight: 700; font-size: 1.73em;
  line-height: 1.2; letter-spacing: -.025em;
  margin-bottom: 8px; text-wrap: balance;
}
.welcome p { color: var(--soft); max-width: 34ch; text-wrap: pretty; }
`;
