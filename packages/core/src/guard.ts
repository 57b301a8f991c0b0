/**
 * Every way into the tag goes through here: what throws is a bug of ours, or a
 * page that changed the language under us, and never reaches the page (HP1).
 */
export function guard<Given extends unknown[]>(
  run: (...given: Given) => unknown,
): (...given: Given) => void {
  return (...given) => {
    try {
      run(...given);
    } catch {
      // HP1: nothing is thrown or logged into the page.
    }
  };
}
