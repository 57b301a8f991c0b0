/** Moments in the page's `performance.now()`. */
export interface Moments {
  /** The finger, or the button of the mouse, went down. */
  readonly downAt: number;
  /** A text field had the focus. */
  readonly focusAt: number;
  /** The character was in it. */
  readonly inputAt: number;
  /** The end of the frame that shows it, on the main thread. */
  readonly shownAt: number;
}

/**
 * Runs in the page. It calls `benchFocused` when one can type, and `benchShown`
 * with the moments, as JSON, when the first character is to be seen.
 */
export const WATCH = `(() => {
  const moments = {};
  addEventListener('pointerdown', ({ timeStamp }) => {
    moments.downAt ??= timeStamp;
    performance.mark('bench-down', { startTime: timeStamp });
  }, true);
  // Inside of a shadow root a change of focus is told to nobody outside.
  const { focus } = HTMLElement.prototype;
  HTMLTextAreaElement.prototype.focus = function (...given) {
    focus.apply(this, given);
    if (moments.focusAt) return;
    moments.focusAt = performance.now();
    benchFocused('');
  };
  addEventListener('input', () => {
    if (moments.inputAt) return;
    moments.inputAt = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        moments.shownAt = performance.now();
        performance.mark('bench-shown');
        benchShown(JSON.stringify(moments));
      };
      port2.postMessage(0);
    });
  }, true);
})()`;
