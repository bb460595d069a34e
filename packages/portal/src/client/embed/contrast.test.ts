import { describe, expect, it } from 'vitest';
import { contrastOf, grounds, leastContrast, nearestReadable } from './contrast.js';

describe('contrast', () => {
  it('is reckoned as WCAG does', () => {
    expect(contrastOf('#000000', '#ffffff')).toBe(21);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastOf('#0b57a4', '#0b57a4')).toBe(1);
  });
});

describe('nearestReadable', () => {
  it('leaves alone what can be read', () => {
    expect(nearestReadable('#0b57a4', grounds.light)).toBe('#0b57a4');
    expect(nearestReadable('#9cc4ff', grounds.dark)).toBe('#9cc4ff');
  });

  it.each([
    ['#ffd500', grounds.light],
    ['#ffffff', grounds.light],
    ['#00a0e9', grounds.light],
    ['#3b0a45', grounds.dark],
    ['#000000', grounds.dark],
  ])('moves %s as far as %s asks, and no further', (colour, ground) => {
    const mended = nearestReadable(colour, ground);
    const contrast = contrastOf(mended, ground);
    expect(contrast).toBeGreaterThanOrEqual(leastContrast);
    expect(contrast).toBeLessThan(leastContrast + 0.4);
  });
});
