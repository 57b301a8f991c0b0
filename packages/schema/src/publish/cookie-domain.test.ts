import { describe, expect, it } from 'vitest';
import { cookieDomainOf } from './cookie-domain.ts';

describe('the domain of the cookie', () => {
  it.each<[string, string[], string | null]>([
    ['one host', ['https://www.acme.com'], 'acme.com'],
    [
      'two hosts of a domain',
      ['https://www.acme.co.uk', 'https://shop.acme.co.uk:8443'],
      'acme.co.uk',
    ],
    ['the domain itself', ['https://acme.com', 'http://acme.com'], 'acme.com'],
    ['hosts of two owners', ['https://acme.com', 'https://acme.org'], null],
    ['neighbours', ['https://a.co.uk', 'https://b.co.uk'], null],
    ['a host that others share', ['https://acme.github.io'], 'acme.github.io'],
    [
      'guests of one host',
      ['https://a.github.io', 'https://b.github.io'],
      null,
    ],
    ['an address', ['http://127.0.0.1:4700'], null],
    ['this machine', ['http://localhost:4700'], null],
    ['none', [], null],
  ])('[ST4, CF30] of %s', (_, origins, domain) => {
    expect(cookieDomainOf(origins)).toBe(domain);
  });
});
