/**
 * The checker as one file that runs where it is imported: the package's main
 * door starts workers, a native program or a Java machine. Its exports are
 * found by name in bundles alone, by the default import everywhere.
 */
declare module 'recheck/lib/browser.js' {
  const recheck: Pick<typeof import('recheck'), 'checkSync'>;
  export default recheck;
}
