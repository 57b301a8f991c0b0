/**
 * A reporter of vitest: why a test failed that passed when it was run again.
 * Vitest itself says of those only that they did (BT4).
 */
export class ReportSecondTries {
  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    if (!test.diagnostic()?.flaky) return;
    console.log(` AGAIN  ${test.module.relativeModuleId} > ${test.fullName}`);
    for (const { name, message, stack = '' } of test.result().errors ?? []) {
      const [place = ''] = /^ +at .*\/packages\/.*$/m.exec(stack) ?? [];
      console.log(`${name ?? 'Error'}: ${message}\n${place}`);
    }
  }
}
