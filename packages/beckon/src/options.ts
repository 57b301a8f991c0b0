/** Which tag; the rest stands in the site config. */
export interface BeckonOptions {
  readonly site: string;
  /** The gateway's; a path or a slash at its end is left out. */
  readonly origin: string;
  /** The one global (HP2), the same as the snippet's. Default `beckon`. */
  readonly name?: string | undefined;
  /** `ask`: nothing is stored or sent before the page says so (ST1). */
  readonly consent?: 'granted' | 'ask' | undefined;
  /** Of the Content-Security-Policy. Default: the one that a script of the page
   * or `<meta property="csp-nonce">` has. */
  readonly nonce?: string | undefined;
}
