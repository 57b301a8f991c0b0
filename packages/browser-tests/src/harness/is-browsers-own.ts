const OF_REQUESTS =
  /^Failed to load resource|Same Origin Policy|CORS|Loading failed for the <script>|'integrity' attribute|"integrity" attribute|hashes in the integrity attribute/;

/** What a browser says by itself of a request that failed, and no page can stop
 * (BT3). */
export function isBrowsersOwn(message: string): boolean {
  return OF_REQUESTS.test(message);
}
