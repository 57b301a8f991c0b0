/** What a tag is told before it begins; all else stands in the site config. */
export interface Settings {
  /** As it stands in URLs. */
  readonly site: string;
  /** The gateway's, without a slash at its end: `https://beckon.example`. */
  readonly origin: string;
  /** The stricter of this and the site config's holds (ST1). */
  readonly consent?: string | undefined;
  /** Of the Content-Security-Policy; handed on to every chunk. */
  readonly nonce?: string | undefined;
  /** What lets a chunk's address through (HP3). */
  readonly policy: ScriptPolicy;
  /** Asked for already by the snippet (LD2). */
  readonly config?: Promise<Response> | undefined;
  /** Integrity by chunk, from the build. */
  readonly chunks: Readonly<Record<string, string>>;
}

export interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}
