import { stripVTControlCharacters } from 'node:util';

/** Lines of a difference. */
const MOST_CHANGED = 8;

/**
 * A reporter of vitest: why a test failed that passed when it was run again.
 * Vitest itself says of those only that they did (BT4).
 */
export class ReportSecondTries {
  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    if (!test.diagnostic()?.flaky) return;
    console.log(` AGAIN  ${test.module.relativeModuleId} > ${test.fullName}`);
    for (const error of test.result().errors ?? []) {
      const { diff = '', message, name = 'Error', stack = '' } = error;
      console.log(`${name}: ${message}`);
      const changed =
        stripVTControlCharacters(diff).match(/^[-+] {2}.*$/gm) ?? [];
      for (const line of changed.slice(0, MOST_CHANGED)) console.log(line);
      // Where the reason ends, even where it is none of ours.
      const [place = '    at another place'] =
        /^ +at .*\/packages\/.*$/m.exec(stack) ?? [];
      console.log(place);
    }
  }
}
