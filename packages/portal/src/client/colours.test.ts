import { describe, expect, it } from 'vitest';
import { colours, coloursShown, coloursToKeep, parseColours, widgetTheme } from './colours.js';

const light = { prefersDark: false };
const dark = { prefersDark: true };

describe('parseColours', () => {
  it('reads every choice it can keep, and nothing else', () => {
    for (const one of colours) expect(parseColours(one)).toBe(one);
    for (const kept of [null, '', 'auto', 'DARK', 'constructor']) {
      expect(parseColours(kept)).toBeNull();
    }
  });
});

describe('coloursShown', () => {
  it('follows the system until the reader chooses', () => {
    expect(coloursShown(null, light)).toBe('light');
    expect(coloursShown(null, dark)).toBe('dark');
    expect(coloursShown('light', dark)).toBe('light');
    expect(coloursShown('contrast', light)).toBe('contrast');
  });
});

describe('coloursToKeep', () => {
  it('keeps only what differs from the system', () => {
    expect(coloursToKeep('light', light)).toBeNull();
    expect(coloursToKeep('dark', dark)).toBeNull();
    expect(coloursToKeep('light', dark)).toBe('light');
    expect(coloursToKeep('contrast', dark)).toBe('contrast');
  });
});

describe('widgetTheme', () => {
  it('gives the widgets dark controls on a black page', () => {
    expect(widgetTheme('contrast')).toBe('dark');
    expect(widgetTheme('light')).toBe('light');
    expect(widgetTheme(null)).toBe('auto');
  });
});
