/** Answers by path; what is not there, or is a function that throws, fails. */
export interface FakeGateway {
  readonly answers: Record<string, unknown>;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  getJson(path: string): Promise<unknown>;
}

export function createFakeGateway(
  answers: Record<string, unknown> = {},
): FakeGateway {
  const asked: string[] = [];
  return {
    answers,
    asked,
    async getJson(path) {
      asked.push(path);
      const [name = ''] = path.split('?');
      if (!(name in answers)) throw new Error(`no answer to ${path}`);
      const answer = answers[name];
      return typeof answer === 'function'
        ? (answer as (path: string) => unknown)(path)
        : structuredClone(answer);
    },
  };
}
