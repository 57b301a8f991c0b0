/*
 * The page's own script, on every page of the bench. It marks the moment at
 * which something that counts as an offer stands in the document. It looks at
 * children of the root and the body only: no peer puts its offer elsewhere, and
 * the page pays the same without any.
 */
(() => {
  const OFFERS = 'beckon-offer, #growthbook-offer, [class^="PostHogSurvey"]';
  const seen = new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(look);
  });
  const look = (node) => {
    if (node === document.body) seen.observe(node, { childList: true });
    if (node instanceof Element && node.matches(OFFERS)) {
      seen.disconnect();
      performance.mark('bench-offer');
    }
  };
  seen.observe(document.documentElement, { childList: true });
})();
