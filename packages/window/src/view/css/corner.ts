/** The launcher, and the peek at what is unread. */
export const CORNER_CSS = `
.corner { position: fixed; display: flex; align-items: flex-end; gap: 12px; max-width: calc(100vw - 2 * var(--x)); }
.bottom-left .corner, .top-left .corner { flex-direction: row-reverse; }
[dir=rtl] .corner { direction: ltr; }
.launcher {
  position: relative; width: 60px; height: 60px; flex: none; border-radius: 50%;
  display: grid; place-items: center; background: var(--hue); color: var(--on-hue);
  box-shadow: 0 1px 2px #10131f29, 0 10px 28px #10131f3d;
  transition: transform .18s cubic-bezier(.2, .8, .2, 1); animation: rise .22s ease-out;
}
.launcher:hover { transform: scale(1.05); }
.launcher:focus-visible { outline-offset: 3px; }
.launcher > .icon { width: 27px; height: 27px; }
.launcher .avatar { width: 52px; height: 52px; font-size: 18px; background: color-mix(in srgb, var(--on-hue) 18%, var(--hue)); color: var(--on-hue); }
.badge {
  position: absolute; inset-block-start: -3px; inset-inline-end: -3px; min-width: 23px; height: 23px; padding: 0 6px;
  border-radius: 12px; background: #d92d20; color: #fff; font-size: 12px; font-weight: 700; line-height: 23px;
  text-align: center; box-shadow: 0 0 0 2.5px var(--bg); font-variant-numeric: tabular-nums;
}
.peek {
  display: grid; gap: 1px; max-width: 280px; padding: 11px 15px; text-align: start; border-radius: 18px;
  background: var(--bg); color: var(--fg); box-shadow: var(--d-lift); animation: rise .25s ease-out;
  border-end-end-radius: 6px; margin-bottom: 4px; min-width: 0;
}
.peek strong { font-size: .8em; color: var(--soft); font-weight: 600; }
.peek span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; }
`;
