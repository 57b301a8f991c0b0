/** ST5: storage that is blocked, full, private or opaque is as storage off. */
export function attempt(run: () => void): void {
  try {
    run();
  } catch {
    // See above: what follows finds nothing stored.
  }
}
