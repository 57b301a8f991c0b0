import { describe, expect, it } from 'vitest';
import { parseUrlPattern } from './url-pattern.ts';

describe('exact URLs', () => {
  it('[PT2] what the pattern leaves out is absent', () => {
    expect(parseUrlPattern('/cart')).toEqual({ exact: '/cart' });
    expect(parseUrlPattern('https://Shop.Example/Cart')).toEqual({
      exact: '/Cart',
      origin: 'https://shop.example',
    });
  });

  it('[PT2] a trailing slash never matters', () => {
    expect(parseUrlPattern('/cart/')).toEqual(parseUrlPattern('/cart'));
    expect(parseUrlPattern('https://shop.example')).toEqual({
      exact: '',
      origin: 'https://shop.example',
    });
    expect(parseUrlPattern('/')).toEqual({ exact: '' });
  });

  it('[PT2] a query is a set of pairs, an empty one too', () => {
    expect(parseUrlPattern('/a?y=2&x=1')).toEqual({
      exact: '/a',
      query: 'x\n1\n\ny\n2',
    });
    expect(parseUrlPattern('/a?')).toEqual({ exact: '/a', query: '' });
  });

  it('[PT2] a question mark in the fragment is no query', () => {
    expect(parseUrlPattern('/a#b?c')).toEqual({ exact: '/a', hash: '#b?c' });
    expect(parseUrlPattern('/a#')).toEqual({ exact: '/a', hash: '' });
  });

  it('[PT2] default ports, escapes and punycode are normalised', () => {
    expect(parseUrlPattern('HTTPS://BÜCHER.example:443/ä b')).toEqual({
      exact: '/%C3%A4%20b',
      origin: 'https://xn--bcher-kva.example',
    });
    expect(parseUrlPattern('http://shop.example:8080/')).toMatchObject({
      origin: 'http://shop.example:8080',
    });
  });

  it('[PT2] a path that begins with two slashes is a path', () => {
    expect(parseUrlPattern('//x/y')).toEqual({ exact: '//x/y' });
  });

  it('[PT2] other schemes with a host are absolute', () => {
    expect(parseUrlPattern('android-app://Com.Example/x')).toEqual({
      exact: '/x',
      origin: 'android-app://com.example',
    });
  });

  it('[PT2] what is neither absolute nor begins with / is none', () => {
    for (const text of [
      'cart',
      'shop.example/cart',
      'mailto:a@b.example',
      'https:',
      'https://',
      'localhost:80/x',
    ])
      expect(parseUrlPattern(text)).toBeUndefined();
  });
});
