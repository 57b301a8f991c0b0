import { expect, test } from 'vitest';
import { redeem } from './redeem.ts';

const GOOD = {
  token: 't',
  consent: { storage: true },
  context: { skill: 's', masking: {}, report: {} },
};

async function run(...answers: { status: number; body?: unknown }[]) {
  let asked = 0;
  let waits = 0;
  const result = await redeem(
    'code',
    async () => {
      const answer = answers[Math.min(asked++, answers.length - 1)];
      return { status: answer?.status ?? 500, body: answer?.body };
    },
    async () => void waits++,
  );
  return { asked, result, waits };
}

test('[WM4] a code is redeemed, as soon as the page has handed over', async () => {
  const { asked, result, waits } = await run(
    { status: 404 },
    { status: 503 },
    { status: 200, body: GOOD },
  );
  expect(result).toMatchObject({ token: 't', consent: { storage: true } });
  expect([asked, waits]).toEqual([3, 2]);
});

test('[WM4] one that is refused, or never comes, is none', async () => {
  expect((await run({ status: 403 })).result).toBeUndefined();
  const never = await run({ status: 404 });
  expect(never.result).toBeUndefined();
  expect(never.asked).toBe(40);
});

test('[WM4] what is no handover is none; storage is off unless it is said', async () => {
  expect((await run({ status: 200, body: null })).result).toBeUndefined();
  expect(
    (await run({ status: 200, body: { ...GOOD, context: {} } })).result,
  ).toBeUndefined();
  const { result } = await run({
    status: 200,
    body: { ...GOOD, consent: undefined, token: null },
  });
  expect(result).toEqual({
    consent: { storage: false },
    context: GOOD.context,
  });
});
