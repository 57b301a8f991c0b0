import { expect, test } from 'vitest';
import { isBrowsersOwn } from './is-browsers-own.ts';

test.each([
  'Failed to load resource: net::ERR_CONNECTION_REFUSED',
  "Access to fetch at 'http://a.example/' from origin 'http://b.example' has been blocked by CORS policy",
  'The Same Origin Policy disallows reading the remote resource at http://a.example/. (Reason: CORS request did not succeed).',
  'Loading failed for the <script> with source “http://a.example/beckon.js”.',
  "Failed to find a valid digest in the 'integrity' attribute for resource 'http://a.example/x.js'",
  'None of the “sha256” hashes in the integrity attribute match the content of the subresource at “http://a.example/x.js”. The computed hash is “47DE”.',
])('[BT3] the browser says by itself: %s', (message) => {
  expect(isBrowsersOwn(message)).toBe(true);
});

test.each([
  "Cannot read properties of undefined (reading 'apply')",
  'Failed to fetch',
  'Unhandled rejection: AbortError',
])('[BT3] a script says: %s', (message) => {
  expect(isBrowsersOwn(message)).toBe(false);
});
