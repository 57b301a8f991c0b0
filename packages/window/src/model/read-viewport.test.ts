import { expect, test } from 'vitest';
import { fitsDevice, readViewport } from './read-viewport.ts';

test.each([
  ['width=device-width'],
  ['width=device-width, initial-scale=1'],
  ['initial-scale=1,width=device-width'],
  ['WIDTH=DEVICE-WIDTH'],
  ['Width = Device-Width'],
  ['width=device-width; initial-scale=1'],
  ['width=device-width initial-scale=1'],
  ['  ,, width\t=\n device-width'],
  ['width=980, width=device-width'],
  ['minimum-scale=1 width==device-width'],
  ['user-scalable=no,width=device-width,viewport-fit=cover'],
  ['initial-scale=1.0\nwidth=device-width\n'],
])('[WM3] %j is as wide as the device', (content) => {
  expect(readViewport([content])).toBe(true);
});

test.each([
  [''],
  ['width=980'],
  ['width=device-width, width=980'],
  ['initial-scale=1'],
  ['width=device-widths'],
  ['height=device-width'],
  ['min-width=device-width'],
  ['width:device-width'],
  ['width'],
])('[WM3] %j is not', (content) => {
  expect(readViewport([content])).toBe(false);
});

test('[WM3] the last tag alone counts', () => {
  expect(readViewport(['width=980', 'width=device-width'])).toBe(true);
  expect(readViewport(['width=device-width', 'initial-scale=1'])).toBe(false);
  expect(readViewport([])).toBe(false);
});

test('[WM3] a layout over 1.2 times the screen is a desktop page', () => {
  const contents = ['width=device-width'];
  expect(fitsDevice(contents, { layout: 390, screen: 390 })).toBe(true);
  expect(fitsDevice(contents, { layout: 468, screen: 390 })).toBe(true);
  expect(fitsDevice(contents, { layout: 469, screen: 390 })).toBe(false);
});
