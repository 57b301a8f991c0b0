import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { minifySnippet } from '../../../scripts/build/build-snippet.mjs';
import { createSnippet } from './create-snippet.ts';
import { SNIPPET_CODE } from './snippet-code.ts';

const ACME = { site: 'acme', origin: 'https://beckon.example' };

interface FakeScript {
  readonly src: string;
  readonly nonce?: string;
  readonly fetchPriority: string;
  readonly crossOrigin: string;
  beckon: unknown;
  onload(): void;
  onerror(): void;
}

interface World {
  readonly scripts: FakeScript[];
  readonly fetched: string[];
  readonly timers: { run: () => void; ms: number }[];
  readonly global: Record<string, unknown>;
  run(snippet?: string): void;
}

/** Just enough of a browser for the snippet, and no more: ES5 would throw. */
function createWorld(more: Record<string, unknown> = {}): World {
  const scripts: FakeScript[] = [];
  const fetched: string[] = [];
  const timers: World['timers'] = [];
  const global: Record<string, unknown> = {
    document: {
      currentScript: { nonce: 'n0nce' },
      documentElement: {
        appendChild: (script: FakeScript) => scripts.push(script),
      },
      createElement: () => ({}),
    },
    fetch(url: string) {
      fetched.push(url);
      return { catch: () => {} };
    },
    AbortSignal: { timeout: () => null },
    addEventListener() {},
    removeEventListener() {},
    setTimeout: (run: () => void, ms: number) => timers.push({ run, ms }),
    clearTimeout: (id: number) => {
      const timer = timers[id - 1];
      if (timer) timer.run = () => {};
    },
    ...more,
  };
  global['window'] = global;
  return {
    scripts,
    fetched,
    timers,
    global,
    run(snippet = createSnippet(ACME)) {
      runInNewContext(snippet.replace(/<\/?script>/g, ''), global);
    },
  };
}

const callOf = ({ global }: World, name = 'beckon') =>
  global[name] as ((...given: unknown[]) => void) & {
    q: { push(given: unknown): void; slice?: unknown };
    site: string;
    consent?: string;
  };

test('[LD1] is under 1,000 bytes, script tags included', () => {
  expect(Buffer.byteLength(createSnippet(ACME))).toBeLessThan(1000);
});

test('[LD1] is the minified source, as it stands in the repository', async () => {
  const source = await readFile(
    new URL('snippet-source.js', import.meta.url),
    'utf8',
  );
  expect(SNIPPET_CODE).toBe(await minifySnippet(source));
});

test('[LD1] has no sign that an XML parser would stumble over', () => {
  const site = 'a<b>&"c"\u2028</script>';
  const snippet = createSnippet({ ...ACME, site });
  const inside = snippet.slice('<script>'.length, -'</script>'.length);
  expect(inside).not.toMatch(/[<&]/);
});

test('[LD1] keeps what is called until the core is there', () => {
  const world = createWorld();
  world.run();
  const beckon = callOf(world);
  beckon('page', { url: '/x' });
  expect(JSON.stringify(beckon.q)).toBe('[{"0":"page","1":{"url":"/x"}}]');
});

test('[LD1] a second one is a no-op', () => {
  const world = createWorld();
  world.run();
  world.run();
  expect(world.scripts).toHaveLength(1);
});

test('[LD1] hands its nonce on', () => {
  const world = createWorld();
  world.run();
  expect(world.scripts[0]?.nonce).toBe('n0nce');
});

test('[LD1] the global has the name that was chosen', () => {
  const world = createWorld();
  world.run(createSnippet({ ...ACME, name: 'help' }));
  expect(callOf(world, 'help').site).toBe('acme');
  expect(world.global['beckon']).toBeUndefined();
});

test('[LD2] asks for core and config at once', () => {
  const world = createWorld();
  world.run();
  expect(world.fetched).toEqual([
    'https://beckon.example/v1/sites/acme/config',
  ]);
  const [script] = world.scripts;
  expect(script?.src).toBe('https://beckon.example/beckon.js');
  expect(script?.fetchPriority).toBe('low');
});

test('[LD2] says that consent is asked for', () => {
  const world = createWorld();
  world.run(createSnippet({ ...ACME, consent: 'ask' }));
  expect(callOf(world).consent).toBe('ask');
});

test('[LD4] a core that fails is asked for once more, after 5 s', () => {
  const world = createWorld();
  world.run();
  world.scripts[0]?.onerror();
  const retry = world.timers.find(({ ms }) => ms === 5000);
  retry?.run();
  expect(world.scripts).toHaveLength(2);
  world.scripts[1]?.onerror();
  expect(world.timers.filter(({ ms }) => ms === 5000)).toHaveLength(1);
  // From now on nothing is kept.
  const beckon = callOf(world);
  beckon('page');
  expect(beckon.q.slice).toBeUndefined();
});

test('[LD4] a core that hangs is given up after 10 s, and may come too late', () => {
  const world = createWorld();
  world.run();
  world.timers.find(({ ms }) => ms === 10_000)?.run();
  expect(world.scripts[0]?.beckon).toBe(0);
});

test('[LD4] a browser without fetch or AbortSignal.timeout loads the core all the same', () => {
  const world = createWorld({ fetch: undefined, AbortSignal: undefined });
  world.run();
  expect(world.scripts).toHaveLength(1);
});

test('[HP1] a page that has our name already keeps what it has', () => {
  const world = createWorld({ beckon: 7 });
  world.run();
  expect(world.global['beckon']).toBe(7);
  expect(world.scripts[0]?.beckon).toHaveProperty('site', 'acme');
});

test('[HP3] one policy lets through the gateway alone', () => {
  let rules = { createScriptURL: (url: string) => url };
  const world = createWorld({
    trustedTypes: {
      createPolicy(name: string, given: typeof rules) {
        expect(name).toBe('beckon');
        rules = given;
        return { createScriptURL: (url: string) => `trusted ${url}` };
      },
    },
  });
  world.run();
  expect(world.scripts[0]?.src).toBe(
    'trusted https://beckon.example/beckon.js',
  );
  expect(rules.createScriptURL('https://beckon.example/a.js')).not.toBe('');
  expect(rules.createScriptURL('https://beckon.example.evil/a.js')).toBe('');
});

test('[LD4] a page whose Trusted Types allow no policy of ours goes on as it was', () => {
  const world = createWorld({
    trustedTypes: {
      createPolicy() {
        throw new TypeError('Policy "beckon" disallowed.');
      },
    },
  });
  // As the page refuses an address that no policy has let through.
  const refused = {
    set src(url: string) {
      throw new TypeError(`This document requires 'TrustedScriptURL': ${url}`);
    },
  };
  Object.assign(world.global['document'] as object, {
    createElement: () => refused,
  });
  world.run();
  const [first] = world.timers;
  first?.run();
  const retry = world.timers.find(({ ms }) => ms === 5000);
  retry?.run();
  world.timers.at(-1)?.run();
  // From now on nothing is kept.
  expect(callOf(world).q.slice).toBeUndefined();
  expect(world.scripts).toHaveLength(0);
});
