import { describe, expect, it } from 'vitest';
import { contrastOf, parseColor, type Rgba } from './colors.ts';

const contrast = (text: string, background: string): number =>
  contrastOf(parseColor(text) as Rgba, parseColor(background) as Rgba);

describe('colours', () => {
  it('[CF20] are read in all the ways that may be written', () => {
    for (const text of [
      '#f00',
      '#ff0000',
      '#F00F',
      '#ff0000ff',
      'red',
      ' Red ',
      'rgb(255,0,0)',
      'rgb(100% 0% 0%)',
      'rgba(255, 0, 0, 1)',
      'rgb(255 0 0 / 100%)',
      'hsl(0, 100%, 50%)',
      'hsl(360deg 100% 50%)',
    ])
      expect(parseColor(text)?.map(Math.round)).toEqual([255, 0, 0, 1]);
    expect(parseColor('hsl(120 100% 25%)')?.map(Math.round)).toEqual([
      0, 128, 0, 1,
    ]);
    expect(parseColor('hsl(-120 100% 50%)')?.map(Math.round)).toEqual([
      0, 0, 255, 1,
    ]);
    expect(parseColor('transparent')?.[3]).toBe(0);
  });

  it('[CF20] what is none of them is no colour', () => {
    for (const text of [
      '',
      'redd',
      '#ff',
      '#fffff',
      '#ggg',
      'rgb(1,2)',
      'rgb(a,b,c)',
      'rgb(1,2,3,4,5)',
      'url(x)',
      'var(--x)',
      'red;color:blue',
      'constructor',
    ])
      expect(parseColor(text)).toBeUndefined();
  });

  it('[CF20] contrast is that of WCAG', () => {
    expect(contrast('#000', '#fff')).toBeCloseTo(21, 5);
    expect(contrast('#fff', '#fff')).toBeCloseTo(1, 5);
    // The greys on either side of 4.5:1 on white.
    expect(contrast('#767676', '#fff')).toBeGreaterThan(4.5);
    expect(contrast('#777777', '#fff')).toBeLessThan(4.5);
    expect(contrast('#f00', '#fff')).toBeCloseTo(4, 1);
  });

  it('[CF20] what lets light through lies on white', () => {
    expect(contrast('#000', 'transparent')).toBeCloseTo(21, 5);
    expect(contrast('rgba(0,0,0,0)', '#fff')).toBeCloseTo(1, 5);
  });
});
