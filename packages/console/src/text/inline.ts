/** A piece of a line, as data: it is drawn as elements, never as HTML. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'bold' | 'italic';
      readonly inside: readonly Inline[];
    }
  | {
      readonly kind: 'link';
      /** Safe to follow. */
      readonly url: string;
      readonly inside: readonly Inline[];
    };

export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Inline[])[];
    }
  | { readonly kind: 'code'; readonly text: string };
