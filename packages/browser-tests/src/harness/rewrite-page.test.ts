import { expect, test } from 'vitest';
import { hashesOf } from '../../../../scripts/lib/inline-scripts.mjs';
import { hashScripts, withoutTag } from './rewrite-page.ts';

const PAGE = `<head>
    <!-- Beckon: the snippet of acme at http://localhost:4700 -->
    <!-- prettier-ignore -->
    <script>go("http://localhost:4700")</script>
    <script src="own.js"></script>
</head>`;

test('[BT2] the tag is taken out with its comments, the page’s own scripts stay', () => {
  expect(withoutTag(PAGE).replaceAll(/\s+/g, '')).toBe(
    '<head><scriptsrc="own.js"></script></head>',
  );
});

test('[BT2] a policy has the gateway’s true address, and the hash of what is served', () => {
  const gateway = 'http://127.0.0.1:9';
  const served = PAGE.replaceAll('http://localhost:4700', gateway);
  const [written] = hashesOf(PAGE);
  const policy = {
    'Content-Security-Policy': `script-src ${written}; connect-src http://localhost:4700 ws://localhost:4700`,
  };
  const [hash] = hashesOf(served);
  expect(hash).not.toBe(written);
  expect(hashScripts(policy, PAGE, served, gateway)).toEqual({
    'Content-Security-Policy': `script-src ${hash}; connect-src ${gateway} ws://127.0.0.1:9`,
  });
});
