import { gzipSync } from 'node:zlib';

export interface Size {
  readonly rawBytes: number;
  readonly gzipBytes: number;
}

/** How much a visitor downloads of a text, as it is and by `gzip -9`. */
export function measure(text: string): Size {
  return {
    rawBytes: Buffer.byteLength(text),
    gzipBytes: gzipSync(text, { level: 9 }).byteLength,
  };
}

/** `12,345 bytes, 2,345 gzipped`. */
export function sizeWords({ rawBytes, gzipBytes }: Size): string {
  const words = (bytes: number): string => bytes.toLocaleString('en-US');
  return `${words(rawBytes)} bytes, ${words(gzipBytes)} gzipped`;
}
