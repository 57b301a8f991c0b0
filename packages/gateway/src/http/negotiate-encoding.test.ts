import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ENCODINGS,
  negotiateEncoding,
  type Encoding,
} from './negotiate-encoding.ts';

const ALL = new Set(ENCODINGS);

describe('negotiating the encoding', () => {
  it.each<[string | undefined, Encoding]>([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br; q=1.0, gzip;q=0.8', 'br'],
    ['gzip;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['identity;q=0', 'identity'],
    ['identity;q=0.5, gzip;q=0.3', 'identity'],
    ['gzip;q=0.001', 'gzip'],
    ['gzip;q=2, br;q=x', 'identity'],
    ['deflate, zstd', 'identity'],
    ['gzip;level=9', 'gzip'],
    [',,;;=,gzip', 'gzip'],
  ])('[GH5] %j gets %s', (accepted, encoding) => {
    expect(negotiateEncoding(accepted, ALL)).toBe(encoding);
  });

  it('[GH5] what is not there is not chosen', () => {
    const there = new Set<Encoding>(['gzip', 'identity']);
    expect(negotiateEncoding('br, gzip;q=0.1', there)).toBe('gzip');
  });

  it('[GH5] any header at all gets an encoding that is there', () => {
    const piece = fc.constantFrom('gzip', 'br', '*', ';q=', '0.5', ',', ' ');
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (accepted) =>
        ALL.has(negotiateEncoding(accepted, ALL)),
      ),
    );
  });
});
