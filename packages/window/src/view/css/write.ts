/** Where the visitor writes; notices, questions and the end. */
export const WRITE_CSS = `
.notice {
  display: flex; align-items: center; gap: 10px; flex: none; padding: 9px 18px;
  font-size: 13px; line-height: 1.4; background: var(--d-warn, #fff6e0); color: var(--d-on-warn, #5f4200);
}
.notice .icon { width: 18px; height: 18px; }
.spinner {
  width: 14px; height: 14px; flex: none; border-radius: 50%; border: 2px solid currentcolor;
  border-inline-end-color: transparent; animation: turn .9s linear infinite;
}
@keyframes turn { to { transform: rotate(1turn); } }
.composer { flex: none; padding: 8px 14px 14px; background: var(--bg); }
.masked { display: flex; align-items: center; gap: 8px; padding: 4px 6px 10px; font-size: 13px; line-height: 1.35; color: var(--soft); }
.masked .icon { width: 18px; height: 18px; color: var(--good); }
.field {
  display: flex; align-items: flex-end; gap: 4px; padding: 5px 5px 5px 16px; border-radius: 24px;
  background: color-mix(in srgb, var(--fg) 3.5%, var(--bg));
  box-shadow: inset 0 0 0 1px var(--edge, color-mix(in srgb, var(--fg) 46%, var(--bg)));
  transition: box-shadow .15s;
}
[dir=rtl] .field { padding: 5px 16px 5px 5px; }
.field:focus-within { box-shadow: inset 0 0 0 2px var(--ink); }
.grow { flex: 1; display: grid; min-width: 0; max-height: 136px; overflow: hidden; }
.grow > * {
  grid-area: 1 / 1; width: 100%; max-height: 136px; margin: 0; padding: 7px 0; border: 0; font: inherit;
  font-size: max(var(--size), 15px); line-height: 22px; white-space: pre-wrap; overflow-wrap: anywhere;
}
.full .grow > * { font-size: 16px; }
.copy { visibility: hidden; overflow: hidden; }
textarea { display: block; resize: none; background: none; outline: 0; overflow: hidden auto; scrollbar-width: thin; min-height: 36px; height: 100%; }
textarea::placeholder { color: var(--soft); opacity: 1; }
.send .icon-button { border-radius: 50%; color: var(--soft); transition: background-color .15s, color .15s, transform .15s; }
.send.ready .icon-button { background: var(--hue); color: var(--on-hue); }
.send.ready .icon-button:hover { transform: scale(1.06); }
.ended { flex: none; padding: 16px 18px 18px; text-align: center; border-top: 1px solid var(--line); }
.ended p { color: var(--soft); margin-bottom: 12px; }
.question {
  position: absolute; z-index: 4; inset: auto 12px 12px; padding: 18px; border-radius: 18px;
  background: var(--bg); box-shadow: 0 0 0 1px var(--line), 0 -8px 48px #10131f38;
  animation: rise .18s ease-out;
}
.question strong { font-size: 16px; font-weight: 650; }
.question p { color: var(--soft); margin: 2px 0 16px; }
.answers { display: flex; gap: 8px; }
.answers button { flex: 1; }
@media (pointer: coarse) {
  .header .icon-button { width: 44px; height: 44px; }
  .link { min-height: 32px; }
}
`;
