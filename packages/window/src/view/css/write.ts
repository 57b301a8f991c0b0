/** Where the visitor writes. Nothing changes by and by as it gets the focus: that
 * would paint each frame in which one begins to write (WM7). */
export const WRITE_CSS = `
.composer { flex: none; padding: 8px 14px 14px; background: var(--bg); }
.field {
  display: flex; align-items: flex-end; gap: 4px; padding: 5px 5px 5px 16px; border-radius: 24px;
  background: color-mix(in srgb, var(--fg) 3.5%, var(--bg));
  box-shadow: inset 0 0 0 1px var(--edge, color-mix(in srgb, var(--fg) 46%, var(--bg)));
}
[dir=rtl] .field { padding: 5px 16px 5px 5px; }
.field:focus-within { box-shadow: inset 0 0 0 2px var(--ink); }
.grow { flex: 1; display: grid; min-width: 0; max-height: 136px; overflow: hidden; }
.grow > * {
  grid-area: 1 / 1; width: 100%; max-height: 136px; margin: 0; padding: 7px 0; border: 0; font: inherit;
  font-size: max(var(--size), 15px); line-height: 1.46; white-space: pre-wrap; overflow-wrap: anywhere;
}
.full .grow > * { font-size: max(var(--size), 16px); }
.copy { visibility: hidden; overflow: hidden; }
textarea { display: block; resize: none; background: none; outline: 0; overflow: hidden auto; scrollbar-width: thin; min-height: 36px; height: 100%; }
textarea::placeholder { color: var(--soft); opacity: 1; }
.send .icon-button { border-radius: 50%; color: var(--soft); transition: background-color .15s, color .15s, transform .15s; }
.send.ready .icon-button { background: var(--hue); color: var(--on-hue); }
.send.ready .icon-button:hover { transform: scale(1.06); }
@media (pointer: coarse) {
  .header .icon-button { width: 44px; height: 44px; }
}
`;
