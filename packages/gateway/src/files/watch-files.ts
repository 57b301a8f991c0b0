import { stat } from 'node:fs/promises';

export interface Watch {
  stop(): void;
}

export interface WatchOptions {
  /** Which files there are at the moment. */
  readonly list: () => Promise<readonly string[]>;
  readonly onChange: () => Promise<void>;
  readonly everyMs: number;
}

/**
 * Looks once, and from then on tells when files changed, came or went, once they have stood still for a
 * moment: an editor or a copy may be half done. It looks instead of listening,
 * because mounted and networked folders do not tell.
 */
export async function watchFiles(options: WatchOptions): Promise<Watch> {
  let reported = await stampOf(await options.list());
  let seen = reported;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const look = async (): Promise<void> => {
    const now = await stampOf(await options.list());
    const isStill = now === seen;
    seen = now;
    if (!isStill || now === reported) return;
    reported = now;
    await options.onChange();
  };
  const lookAgain = (): void => {
    if (isStopped) return;
    timer = setTimeout(() => {
      // What cannot be listed now is looked for again.
      void look()
        .catch(() => {})
        .finally(lookAgain);
    }, options.everyMs);
    timer.unref();
  };

  lookAgain();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

async function stampOf(paths: readonly string[]): Promise<string> {
  const stamps = await Promise.all(paths.map(stampOne));
  return stamps.sort().join('\n');
}

async function stampOne(path: string): Promise<string> {
  try {
    const { ino, mtimeMs, size } = await stat(path);
    return `${path} ${ino} ${mtimeMs} ${size}`;
  } catch {
    // Not there: that is a state like any other.
    return `${path} none`;
  }
}
