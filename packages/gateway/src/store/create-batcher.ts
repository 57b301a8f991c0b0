/** More than this goes in the next round. */
const MAX_BATCH = 200;

interface Waiting<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Lets in what has arrived: the embedded database works without a pause, so that
 * messages to its thread would be taken one by one.
 */
const gather = (): Promise<void> =>
  new Promise((resolve) => setImmediate(resolve));

/**
 * Gathers what comes while one round is under way, and does it together in the
 * next: under load many items share one transaction, and a single one waits for
 * nobody.
 *
 * @param run Gives one result for each item, in their order; when it throws, no
 *   item of the round is done.
 * @param isOfAnItem Whether one of the items is at fault for an error: then each
 *   is run alone, so that none takes the others with it.
 */
export function createBatcher<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  isOfAnItem: (error: unknown) => boolean = () => false,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let isRunning = false;

  const runRound = async (
    round: readonly Waiting<Item, Result>[],
  ): Promise<void> => {
    try {
      const results = await run(round.map(({ item }) => item));
      round.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result === undefined)
          reject(new Error('Failed to run a batch: a result is missing.'));
        else resolve(result);
      });
    } catch (error) {
      if (round.length > 1 && isOfAnItem(error))
        for (const each of round) await runRound([each]);
      else for (const { reject } of round) reject(error);
    }
  };

  const runAll = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      await gather();
      await runRound(waiting.splice(0, MAX_BATCH));
    }
    isRunning = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isRunning) void runAll();
    });
}
