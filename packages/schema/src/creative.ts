/**
 * What an offer looks like (OF3), as published: either plain parts that the
 * format arranges, or a tree that was compiled from the author's HTML.
 */
export type PublishedCreative = PlainCreative | TreeCreative;

/** What the tag draws into an offer's shadow root. */
export interface DrawnLook {
  readonly tree: readonly CreativeNode[];
  readonly css: string;
}

export interface PlainCreative {
  readonly title?: string;
  readonly text?: string;
  /** The words on the button that is the offer's click. */
  readonly action?: string;
  /** The words for closing; the tag has its own where it is left out. */
  readonly close?: string;
  readonly image?: {
    readonly url: string;
    readonly alt: string;
    readonly width?: number;
    readonly height?: number;
  };
  /** CSS colours by part. */
  readonly colors?: Readonly<
    Partial<
      Record<'background' | 'text' | 'accent' | 'accentText' | 'border', string>
    >
  >;
  /** Arranged when it was published: no chunk is needed to draw it (TG4). */
  readonly look?: DrawnLook;
}

export interface TreeCreative {
  readonly tree: readonly CreativeNode[];
  /** Rules of one style sheet, for the offer's shadow root alone. */
  readonly css?: string;
}

/** A text, or an element. */
export type CreativeNode = string | CreativeElement;

/** An element: its name, its attributes, its children. */
export type CreativeElement = readonly [
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: CreativeNode[],
];
