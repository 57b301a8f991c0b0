/**
 * Marks a function that most page views never call: the build leaves its
 * compiling to the first call, and has the browser compile all others of the
 * file while that comes (CO4).
 *
 * @returns The function itself.
 */
export const seldom = <Run>(run: Run): Run => run;
