/*
 * The floor under CO4: what the rules ask of a browser, and nothing else. Each
 * call once, by hand, in one file, without a decision: the visit is told and
 * the offer drawn whatever is asked. No tag that keeps the rules can be cheaper
 * by more than it saves of these calls.
 */
void (async () => {
  const KEY = 'floor';
  const { origin, config } = document.currentScript.floor;
  // ST4, SE2: what was kept.
  const kept = localStorage.getItem(KEY);
  const answer = await config;
  const { id, look } = await answer.json();
  // OF3, HP3: a shadow root with a style sheet and a tree of elements.
  const build = (node) => {
    if (typeof node === 'string') return node;
    const [name, attributes, ...children] = node;
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children.map(build));
    return element;
  };
  const host = document.createElement('beckon-offer');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(look.css);
  root.adoptedStyleSheets = [sheet];
  root.append(...look.tree.map(build));
  root.addEventListener('click', () => {});
  document.documentElement.append(host);
  requestIdleCallback(
    () => {
      // SE1, PG1, PG5: input, routes and the life of the page.
      for (const type of ['pointerdown', 'keydown', 'scroll'])
        addEventListener(type, () => {}, { capture: true, passive: true });
      for (const type of ['visibilitychange', 'pagehide', 'pageshow'])
        addEventListener(type, () => {});
      navigation.addEventListener('currententrychange', () => {});
      // OF4: the impression.
      new IntersectionObserver(([entry], observer) => {
        if (!entry.isIntersecting) return;
        observer.disconnect();
        setTimeout(() => {}, 1000);
      }).observe(root.firstElementChild);
      // SE6: one tab of the origin writes.
      const channel = new BroadcastChannel(KEY);
      void navigator.locks.request(KEY, () => new Promise(() => {}));
      channel.postMessage({ type: 'lead' });
      // ST4: either restores the other.
      const known = kept ?? document.cookie;
      const visitor = known || crypto.randomUUID();
      document.cookie = `${KEY}=${visitor};path=/;samesite=lax;max-age=34164000`;
      localStorage.setItem(KEY, visitor);
      // NET1: what happened, in one batch.
      setTimeout(() => {
        fetch(`${origin}/floor/events`, {
          method: 'POST',
          body: JSON.stringify({ visitor, events: [{ type: 'page', id }] }),
          headers: { 'content-type': 'text/plain' },
          credentials: 'omit',
          keepalive: true,
        }).catch(() => {});
      }, 3000);
    },
    { timeout: 200 },
  );
})();
