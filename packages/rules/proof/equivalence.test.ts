import { expect, test } from 'vitest';
import { AUDIENCE_TYPES } from './generate/audiences.ts';
import { BEHAVIOR_TYPES } from './generate/behaviors.ts';
import { createTally, driveCases, type Share } from './proof.ts';
import { describeFailure, shrink } from './shrink.ts';
import { createSubject } from './subject.ts';

const RUNS = Number(process.env['BECKON_PROOF_RUNS'] ?? 5000);
const SEED = Number(
  process.env['BECKON_PROOF_SEED'] ?? Math.floor(Math.random() * 2 ** 32),
);
const LEAST_SHARE = 0.05;
/** With fewer, a few sites decide what is rare. */
const RUNS_FOR_SHARES = 2000;
/** Far more than it takes: a limit for what hangs, not a measurement. */
const LIMIT_MS = 30 * 60_000;

test(
  `[RC2] engine and plain evaluation agree (BECKON_PROOF_SEED=${SEED})`,
  () => {
    process.stdout.write(`${RUNS} runs, BECKON_PROOF_SEED=${SEED}\n`);
    const { shares, tally } = createTally();
    const failed = driveCases(SEED, RUNS, createSubject, tally);
    if (failed) {
      throw new Error(describeFailure(failed, shrink(failed, createSubject)));
    }
    if (RUNS < RUNS_FOR_SHARES) return;
    const types = [...BEHAVIOR_TYPES, ...AUDIENCE_TYPES];
    expect(types.flatMap((type) => describeRare(type, shares))).toEqual([]);
  },
  LIMIT_MS,
);

/** Says so where a type of condition is hardly ever true, or hardly ever false. */
function describeRare(
  type: string,
  shares: ReadonlyMap<string, Share>,
): readonly string[] {
  const { holds, fails } = shares.get(type) ?? { holds: 0, fails: 0 };
  const looks = holds + fails;
  if (Math.min(holds, fails) >= LEAST_SHARE * looks && looks > 0) return [];
  return [`${type} holds in ${holds} of ${looks} looks`];
}
