/** The parts of a URL that publishing looks at. */
export interface ParsedUrl {
  readonly href: string;
  readonly protocol: string;
  readonly host: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

// Every host that runs this has the URL standard's parser (browsers, Node), but
// the ES lib does not declare it, and this package compiles without DOM. The
// declaration is this file's own, so that it clashes with no other.
declare const URL: new (input: string) => ParsedUrl;

/** Parses an absolute URL as the URL standard does; undefined if it is none. */
export const parseUrl = (input: string): ParsedUrl | undefined => {
  try {
    return new URL(input);
  } catch {
    // Not a URL: the answer itself.
    return undefined;
  }
};

/** Scheme, host and port, in lower case for schemes of all kinds. */
export const originOf = ({ protocol, host }: ParsedUrl): string =>
  `${protocol}//${host}`.toLowerCase();
