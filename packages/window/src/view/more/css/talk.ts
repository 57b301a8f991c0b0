/** The transcript: groups, bubbles, what happens at the other side. */
export const TALK_CSS = `
.transcript {
  flex: 1; min-width: 0; overflow: hidden auto; overscroll-behavior: contain;
  scrollbar-width: thin; scrollbar-color: color-mix(in srgb, var(--fg) 22%, transparent) transparent;
  outline-offset: -3px; display: flex; flex-direction: column;
}
.rows { padding: 20px 18px; margin-top: auto; width: 100%; }
.day { text-align: center; margin: 18px 0 14px; font-size: .8em; color: var(--soft); font-weight: 550; }
.day:first-child { margin-top: 0; }
.note { text-align: center; margin: 16px 12px; font-size: .87em; color: var(--soft); }
.group { display: flex; align-items: flex-end; gap: 9px; margin-top: 14px; padding-inline-end: 36px; }
.group > .avatar { margin-bottom: 24px; }
.group.typing > .avatar { margin-bottom: 6px; }
.group.own { justify-content: flex-end; padding-inline: 48px 0; }
.bubbles { display: flex; flex-direction: column; align-items: flex-start; gap: 3px; min-width: 0; }
.own .bubbles { align-items: flex-end; }
.name { font-size: .8em; color: var(--soft); font-weight: 550; padding-inline-start: 14px; margin-bottom: 1px; }
.bubble {
  max-width: 100%; padding: 9px 14px; border-radius: 18px;
  background: var(--theirs); color: var(--on-theirs);
  overflow-wrap: anywhere; white-space: pre-wrap;
  border-end-start-radius: 6px; border-start-start-radius: 6px;
}
.name + .bubble, .typing .bubble { border-start-start-radius: 18px; }
.own .bubble {
  background: var(--own); color: var(--on-own);
  border-radius: 18px; border-end-end-radius: 6px; border-start-end-radius: 6px;
}
.own .hidden + .bubble { border-start-end-radius: 18px; }
.own .bubble.sending { opacity: .82; }
.own .bubble.failed { background: color-mix(in srgb, var(--bad) 12%, var(--bg)); color: var(--fg); box-shadow: inset 0 0 0 1px var(--bad); }
.unknown { font-style: italic; }
.bubble p + p, .bubble p + ul, .bubble p + ol, .bubble pre + p, .bubble ul + p, .bubble ol + p { margin-top: 6px; }
.bubble ul, .bubble ol { padding-inline-start: 20px; white-space: normal; }
.bubble li + li { margin-top: 2px; }
.bubble a { color: inherit; text-decoration: underline; text-underline-offset: 2.5px; text-decoration-thickness: 1px; }
.bubble a:hover { text-decoration-thickness: 2px; }
.bubble :is(code, pre) { font: .9em/1.5 ui-monospace, monospace; }
.bubble code { background: color-mix(in srgb, currentcolor 9%, transparent); border-radius: 5px; padding: 1px 5px; }
.bubble pre { overflow: auto; padding: 8px 10px; margin: 4px -4px; border-radius: 10px; background: color-mix(in srgb, currentcolor 8%, transparent); white-space: pre; }
.bubble pre code { padding: 0; background: none; }
.meta {
  display: flex; align-items: center; gap: 6px; font-size: .8em; line-height: 1.67;
  color: var(--soft); padding-inline: 14px 4px; font-variant-numeric: tabular-nums;
}
.own .meta { padding-inline: 4px; }
.meta .icon { width: 15px; height: 15px; stroke-width: 2; }
.ticks { display: inline-flex; align-items: center; gap: 4px; }
.ticks.read .icon { color: var(--ink); }
.meta.failed { color: var(--bad); display: block; text-align: end; }
.failed .icon { vertical-align: -3px; }
.failed > * + * { margin-inline-start: 6px; }
.dots { display: flex; gap: 5px; padding: 15px 16px; }
.dots i { width: 7px; height: 7px; border-radius: 50%; background: currentcolor; opacity: .35; animation: dot 1.2s infinite; }
.dots i:nth-child(3) { animation-delay: .15s; }
.dots i:nth-child(4) { animation-delay: .3s; }
@keyframes dot { 30% { opacity: .9; transform: translateY(-3px); } 60% { opacity: .35; transform: none; } }
.queue {
  display: flex; align-items: center; gap: 14px; margin-top: 18px; padding: 14px 16px;
  border-radius: 16px; background: var(--wash);
}
.queue strong { display: block; font-weight: 600; }
.queue div > span { display: block; font-size: .87em; color: var(--soft); }
.pulse { width: 10px; height: 10px; margin: 5px; border-radius: 50%; flex: none; background: var(--ink); position: relative; }
.pulse::after { content: ''; position: absolute; inset: 0; border-radius: 50%; background: inherit; animation: pulse 1.8s ease-out infinite; }
@media (prefers-reduced-motion: reduce) { .pulse::after { animation: none; } }
@keyframes pulse { from { opacity: .5; } to { opacity: 0; transform: scale(2.8); } }
.to-end {
  position: absolute; inset-block-end: 12px; left: 50%; transform: translateX(-50%);
  display: flex; align-items: center; gap: 7px; min-height: 36px; padding: 0 14px 0 11px;
  border-radius: 18px; background: var(--bg); color: var(--fg); font-size: .87em; font-weight: 600;
  box-shadow: 0 0 0 1px var(--line), 0 6px 20px #10131f29; white-space: nowrap;
}
.to-end .icon { width: 16px; height: 16px; }
`;
