/*
 * All that the window's model touches of the world besides the host. The
 * browser's are in `adapters/`, pretended ones in `testing/`.
 */
export interface WindowPorts {
  readonly store: Store;
  readonly desk: Desk;
  /** The page's own tab: its title, sound. */
  readonly signal: Signal;
}

/** The device's storage. Each call may fail in silence (ST5). */
export interface Store {
  /** Of the origin. */
  readText(): string | undefined;
  writeText(text: string): void;
  /** Of this tab. */
  readTabText(): string | undefined;
  writeTabText(text: string): void;
  /** Of the origin, for what is long. */
  read(name: RecordName): Promise<unknown>;
  write(name: RecordName, value: unknown): Promise<void>;
  /** Everything that the window ever wrote. */
  erase(): void;
}

export type RecordName = 'transcript' | 'outbox';

/** What opens besides the page (WM4), and what the page looks like. */
export interface Desk {
  /** Contents of the page's viewport meta tags, in order (WM3). */
  viewports(): readonly string[];
  /** CSS pixels: of the layout viewport and of the screen. */
  widths(): { readonly layout: number; readonly screen: number };
  /** @returns Where to send the tab; undefined when it was blocked. */
  openTab(isPopup: boolean): ((url: string) => void) | undefined;
  /** @returns Hex of SHA-256; undefined where the browser cannot. */
  digest(text: string): Promise<string> | undefined;
  /** @returns Whether the gateway took it. */
  handOver(body: object): Promise<boolean>;
  /** No token of this consumer's is good any more. */
  revoke(token: string): void;
  print(): void;
}

export interface Signal {
  /** A visitor did something: browsers allow sound from now on. */
  wake(): void;
  chime(): void;
  /** WF2: in the tab's title, while nobody looks at it. 0 gives it back. */
  count(unread: number): void;
}
