/*
 * All that the window's model touches of the world besides the host. The
 * browser's are in `adapters/`, pretended ones in `testing/`.
 */
export interface WindowPorts {
  readonly store: Store;
  readonly desk: Desk;
}

/** The device's storage. Each call may fail in silence (ST5). */
export interface Store {
  /** Of the origin. */
  readText(): string | undefined;
  writeText(text: string): void;
  /** Of this tab. */
  readTabText(): string | undefined;
  writeTabText(text: string): void;
  /** Everything that the window ever wrote. */
  erase(): void;
}

/** What opens besides the page (WM4), and what the page looks like. */
export interface Desk {
  /** Contents of the page's viewport meta tags, in order (WM3). */
  viewports(): readonly string[];
  /** CSS pixels: of the layout viewport and of the screen. */
  widths(): { readonly layout: number; readonly screen: number };
  /** @returns Where to send the tab; undefined when it was blocked, or when the
   *   page, without https, could not hand anything over. */
  openTab(isPopup: boolean): ((url: string) => void) | undefined;
}
