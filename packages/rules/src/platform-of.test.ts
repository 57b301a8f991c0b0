import { expect, test } from 'vitest';
import { platformOf } from './platform-of.ts';

const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15';
const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36';
const LINUX =
  'Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0';
const CHROME_OS =
  'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1';
const IPAD =
  'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1';
const PIXEL =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36';
const GALAXY_TAB =
  'Mozilla/5.0 (Linux; Android 13; SM-X700) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36';
const FIREFOX_PHONE =
  'Mozilla/5.0 (Android 14; Mobile; rv:125.0) Gecko/125.0 Firefox/125.0';
const FIREFOX_TABLET =
  'Mozilla/5.0 (Android 14; Tablet; rv:125.0) Gecko/125.0 Firefox/125.0';
const OPERA_MOBI =
  'Opera/9.80 (S60; SymbOS; Opera Mobi/447; U; en) Presto/2.4.18 Version/10.00';

test.each([
  ['Safari on a Mac', MAC, 0, undefined, 'desktop'],
  ['a Mac with one touch point', MAC, 1, undefined, 'desktop'],
  ['iPadOS, which says Macintosh', MAC, 5, undefined, 'tablet'],
  ['two touch points on a Macintosh', MAC, 2, undefined, 'tablet'],
  ['Chrome on Windows', WINDOWS, 0, false, 'desktop'],
  ['Windows with a touch screen', WINDOWS, 10, false, 'desktop'],
  ['Firefox on Linux', LINUX, 0, undefined, 'desktop'],
  ['Chrome OS', CHROME_OS, 10, false, 'desktop'],
  ['iPhone', IPHONE, 5, undefined, 'smartphone'],
  ['an iPad that says so, and Mobile', IPAD, 5, undefined, 'tablet'],
  ['Android phone', PIXEL, 5, true, 'smartphone'],
  ['Android phone without user-agent data', PIXEL, 5, undefined, 'smartphone'],
  ['Android phone whose data deny it', PIXEL, 5, false, 'smartphone'],
  ['Android tablet', GALAXY_TAB, 5, false, 'tablet'],
  ['Android tablet without data', GALAXY_TAB, 5, undefined, 'tablet'],
  ['Firefox on an Android phone', FIREFOX_PHONE, 5, undefined, 'smartphone'],
  ['Firefox on an Android tablet', FIREFOX_TABLET, 5, undefined, 'tablet'],
  ['Mobi without le', OPERA_MOBI, 0, undefined, 'smartphone'],
  ['data that say mobile, a reduced agent', GALAXY_TAB, 5, true, 'smartphone'],
  ['data that say mobile on a desktop agent', LINUX, 1, true, 'smartphone'],
  [
    'data that say mobile where nothing can be touched',
    LINUX,
    0,
    true,
    'desktop',
  ],
  ['no user agent at all', '', 0, undefined, 'desktop'],
])('[AU4] %s', (_, userAgent, maxTouchPoints, mobile, expected) => {
  const data = mobile === undefined ? {} : { userAgentData: { mobile } };
  expect(platformOf({ userAgent, maxTouchPoints, ...data })).toBe(expected);
});
