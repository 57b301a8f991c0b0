export type Stop = () => Promise<void>;

const stops = new Set<Stop>();

/**
 * Remembers how something that was started is stopped, for a bench that is
 * broken off.
 *
 * @returns The same, to be called where it goes on to its end.
 */
export function stopAtEnd(stop: Stop): Stop {
  stops.add(stop);
  return async () => {
    if (stops.delete(stop)) await stop();
  };
}

/** Stops what still runs: processes, folders. */
export async function stopAll(): Promise<void> {
  const running = [...stops];
  stops.clear();
  await Promise.allSettled(running.map((stop) => stop()));
}
