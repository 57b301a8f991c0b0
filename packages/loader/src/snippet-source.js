/*
 * The snippet, as people read it; `npm run build` minifies it to
 * snippet-code.ts. ES5, and neither `<` nor `&`, so that it can stand in XHTML
 * as it is. What it leaves for the core is `Stub` in core/src/main.ts.
 */
(function (document, name, origin, site, consent) {
  var taken = window[name],
    own = document.currentScript,
    policy = {
      createScriptURL: function (url) {
        return url.indexOf(origin + '/') ? '' : url;
      },
    },
    isRetry;

  // LD1: a second snippet on the page is a no-op.
  if (taken ? taken.q : 0) return;

  function beckon() {
    beckon.q.push(arguments);
  }
  beckon.q = [];
  beckon.site = site;
  beckon.origin = origin;
  beckon.consent = consent;
  // HP1: what the page has under our name stays the page's.
  if (!taken) window[name] = beckon;

  try {
    // LD2: core and config in one round trip.
    beckon.config = fetch(origin + '/v1/sites/' + site + '/config', {
      signal: AbortSignal.timeout(1e4),
    });
    beckon.config.catch(function () {});
  } catch (_) {
    // LD4: the core asks again, or there is none.
  }

  try {
    // HP3: one policy, for the gateway's scripts alone.
    policy = trustedTypes.createPolicy('beckon', policy);
  } catch (_) {
    // A browser without Trusted Types takes URLs as they are.
  }
  beckon.policy = policy;

  function load() {
    var script = document.createElement('script'),
      url = origin + '/beckon.js',
      // LD4: after 10 s, or an error, once more; then no command is kept.
      timer = setTimeout(end, 1e4);
    // LD4: nor does a core that is garbage throw into the page.
    function hush(event) {
      if (event.filename == url) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    }
    // What comes after 10 s is hushed, too.
    function end(event) {
      clearTimeout(timer);
      if (event) removeEventListener('error', hush, 1);
      // The core takes the queue's place as soon as it runs. One that comes after
      // 10 s does not: the second try has it from the cache.
      if (!beckon.q.slice || !script.beckon) return;
      script.beckon = 0;
      if (isRetry) beckon.q = { push: end };
      else isRetry = setTimeout(load, 5e3);
    }
    addEventListener('error', hush, 1);
    if (own) script.nonce = own.nonce;
    script.beckon = beckon;
    script.crossOrigin = '';
    script.fetchPriority = 'low';
    script.onload = script.onerror = end;
    try {
      script.src = policy.createScriptURL(url);
      document.documentElement.appendChild(script);
    } catch (_) {
      // LD4: Trusted Types took no policy of ours, or another snippet's alone.
    }
  }
  load();
});
