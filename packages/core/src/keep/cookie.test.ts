import { expect, test } from 'vitest';
import { createOrigin, START, startTag } from '../testing/test-tag.ts';

const HOUR_MS = 3_600_000;
const text = (whole: number) => whole.toString(36);

test('[SE1, SE2] a session of another subdomain ends when it would have ended there', async () => {
  const origin = createOrigin();
  const begun = START - 5.5 * HOUR_MS;
  const minute = Math.floor(START / 60_000) - 1;
  origin.stored.cookie = `v.${text(begun)}.${text(minute)}`;
  const each = await startTag({ origin });
  await each.wait(1500);
  const state = () => each.tag().engine.state;
  expect(state().session.startedAt).toBe(begun);
  for (let minutes = 0; minutes < 25; minutes += 5) {
    each.page.emit('keydown');
    await each.wait(300_000);
  }
  expect(state().session.startedAt).toBe(begun);
  // Six hours are over.
  await each.wait(300_000);
  each.page.emit('keydown');
  await each.wait(2000);
  expect(state().session.startedAt).toBeGreaterThan(START);
});
