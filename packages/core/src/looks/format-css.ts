import type { EngagementFormat } from '@beckon/schema/types';

/** Distance to an edge of the page, with what the device itself covers. */
const edge = (side: string, px: number, offset: string) =>
  `calc(max(${px}px,env(safe-area-inset-${side},0px)) + var(${offset},0px) + var(--beckon-room,0px))`;

const MOTION = '@media(prefers-reduced-motion:no-preference)';

const TOASTER = `
.frame{position:fixed;inset-inline:16px;display:flex;justify-content:flex-end;pointer-events:none}
.frame>*{pointer-events:auto;width:380px;max-width:100%}
.start{justify-content:flex-start}.center{justify-content:center}
.bottom{bottom:${edge('bottom', 16, '--oy')}}.top{top:${edge('top', 16, '--oy')}}
.start>*{margin-inline-start:var(--ox,0)}.end>*{margin-inline-end:var(--ox,0)}
${MOTION}{.frame>*{animation:in .42s cubic-bezier(.2,.9,.25,1) both}.top>*{--from:-24px}@keyframes in{from{opacity:0;translate:0 var(--from,24px);scale:.97}}}`;

const OVERLAY = `
.frame{position:fixed;inset:0;display:flex;padding:max(20px,env(safe-area-inset-top,0px)) 20px max(20px,env(safe-area-inset-bottom,0px));align-items:center;justify-content:center;pointer-events:none}
.frame>:not(.dim){position:relative;pointer-events:auto;width:440px;max-width:100%;max-height:calc(100% - var(--beckon-room,0px));overflow:auto;translate:var(--ox,0) var(--oy,0)}
.top{align-items:flex-start}.bottom{align-items:flex-end}.top>:not(.dim){margin-top:var(--beckon-room,0)}.bottom>:not(.dim){margin-bottom:var(--beckon-room,0)}.left{justify-content:flex-start}.right{justify-content:flex-end}
.frame .card{padding:28px;gap:20px}.frame .picture{width:calc(100% + 56px);margin:-28px -28px 0;max-height:220px}
.frame .title{font-size:21px;letter-spacing:-.018em}.frame .text{font-size:16px;line-height:1.5}.frame .yes{padding:12px 22px;font-size:16px}
.dim{position:absolute;inset:0;pointer-events:auto;background:#0d0f1a80;backdrop-filter:blur(2px);cursor:default}
${MOTION}{.dim{animation:fade .3s both}.frame>:not(.dim){animation:in .42s cubic-bezier(.2,.9,.25,1) both}@keyframes fade{from{opacity:0}}@keyframes in{from{opacity:0;scale:.94}}}`;

/** The pin stands at the edge; the card behind it comes out. */
const SLIDE_OUT = `
.frame{position:fixed;top:var(--along,50%);translate:0 -50%;display:flex;align-items:center;filter:drop-shadow(0 8px 24px #0b0d1a33)}
.frame.right{right:env(safe-area-inset-right,0px);flex-direction:row}.frame.left{left:env(safe-area-inset-left,0px);flex-direction:row-reverse}
.pin{flex:none;display:flex;align-items:center;gap:10px;writing-mode:vertical-rl;padding:18px 12px;background:var(--hue);color:var(--on);font-weight:600;line-height:1.3;max-height:60vh;border:1px solid #fff3}
.right .pin{border-radius:14px 0 0 14px}.left .pin{border-radius:14px 0 0 14px;rotate:180deg}
.pin:before{content:"";width:7px;height:7px;border:solid;border-width:2px 0 0 2px;rotate:-45deg;transition:rotate .3s;margin-block:0 2px}
.open .pin:before{rotate:135deg}
.panel{width:0;overflow:hidden;visibility:hidden;transition:width .34s cubic-bezier(.2,.9,.25,1),visibility .34s}
/* Pin and panel go by the page's edge, not by the way that it reads. */
.frame.right:dir(rtl){flex-direction:row-reverse}.frame.left:dir(rtl){flex-direction:row}
.open .panel{width:min(320px,calc(100vw - 72px));visibility:visible}
.panel>*{width:min(320px,calc(100vw - 72px))}
.frame .card{box-shadow:none;border-radius:18px 0 0 18px;border-inline-width:1px}
.left .card{border-radius:0 18px 18px 0}
@media(prefers-reduced-motion:reduce){.panel,.pin:before{transition:none}}`;

/**
 * A corner of the page that curls, more so when looked at. Its words stand along
 * the fold, in a triangle as large as they need.
 */
const PEELING_CORNER = `
.frame{position:fixed;top:0;width:min(var(--size),84vw);aspect-ratio:1;transition:scale .35s cubic-bezier(.2,.9,.25,1);filter:drop-shadow(0 6px 14px #0b0d1a4d);pointer-events:none;translate:var(--ox,0) var(--oy,0);--side:left;--fold:0 0,calc(100% + 40px) 100%,0 100%}
.frame.right{right:0;transform-origin:100% 0;text-align:right}.frame.left{left:0;transform-origin:0 0;--side:right;--fold:100% 0,100% 100%,-40px 100%}
.frame:is(:hover,:focus-within){scale:1.07}
.under{position:absolute;inset:0;pointer-events:auto;background:var(--hue);color:var(--on)}
.right .under{clip-path:polygon(0 0,100% 0,100% 100%)}.left .under{clip-path:polygon(0 0,100% 0,0 100%)}
.curl{position:absolute;inset:0;background:linear-gradient(225deg,#0000 49.6%,#fff 50%,#d9dbe6 56%,#f7f7fb 64%,#c7cad8 72%,#0000 72.4%);clip-path:polygon(0 0,26% 0,100% 74%,100% 100%,62% 84%,16% 38%)}
.left .curl{scale:-1 1}
.label:before{content:"";float:var(--side);width:calc(100% - 40px);height:100%;shape-outside:polygon(var(--fold));shape-margin:10px}
.label,.label *{display:block;overflow-wrap:anywhere}.label{height:100%}
.label .title{font-size:15px;text-wrap:wrap;padding:12px 12px 2px}
.title:before{content:"";float:right;width:28px;height:16px}.left .title:before{float:left}
.label .text{color:inherit;font-size:12.5px;line-height:1.35;padding:0 12px}
.frame .x{pointer-events:auto;inset:4px 4px auto auto;color:var(--on)}.frame.left .x{inset:4px auto auto 4px}
.frame .x:hover{background:#fff3}
.under:focus-visible{outline:0}.under:focus-visible .title{text-decoration:underline;text-underline-offset:3px}
${MOTION}{.frame{animation:in .6s cubic-bezier(.2,.9,.25,1) both}@keyframes in{from{scale:0}}}
@media(prefers-reduced-motion:reduce){.frame{transition:none}}`;

const EMBEDDED = `
:host{position:static!important;display:block!important}
.card{box-shadow:none;flex-direction:row;flex-wrap:wrap;align-items:center;gap:14px 20px}
.words{flex:1 1 220px}.picture{width:96px;height:96px;margin:0;border-radius:12px}
.whole{flex-direction:row;align-items:center;flex:1}`;

const STICKY = `
.frame{position:fixed;top:var(--along,50%);translate:0 -50%;display:flex;flex-direction:column;max-height:80vh}
.frame.right{right:calc(env(safe-area-inset-right,0px) + var(--ox,0px))}.frame.left{left:calc(env(safe-area-inset-left,0px) + var(--ox,0px))}
.tab{display:flex;writing-mode:vertical-rl;align-items:center;border-radius:14px 0 0 14px;background:var(--hue);color:var(--on);border:1px solid var(--border,#fff3);box-shadow:0 4px 24px #0004;font-weight:600;line-height:1.3}
.left .tab{rotate:180deg}
.tab .whole{flex-direction:row;align-items:center;gap:10px;padding:16px 11px;border-radius:inherit}
.tab :focus-visible{outline-color:currentColor;outline-offset:-5px}
.tab .picture{width:26px;height:26px;margin:0;border-radius:50%;background:none}
.left .picture{rotate:180deg}
.tab .x{position:static;width:100%;height:40px;color:inherit}.tab .x:hover{background:#fff3;color:inherit}.tab .x span{width:10px;height:10px}`;

export const FORMAT_CSS: Readonly<Record<EngagementFormat, string>> = {
  sticky: STICKY,
  'slide-out': SLIDE_OUT,
  toaster: TOASTER,
  overlay: OVERLAY,
  'peeling-corner': PEELING_CORNER,
  embedded: EMBEDDED,
};
