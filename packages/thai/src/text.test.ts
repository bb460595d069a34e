import { afterEach, describe, expect, it, vi } from 'vitest';
import { cutText } from './text.js';

afterEach(() => vi.unstubAllGlobals());

describe('cutText', () => {
  it('returns a text that fits as it is', () => {
    expect(cutText('น้ำที่', 2)).toBe('น้ำที่');
    expect(cutText('', 0)).toBe('');
  });

  it('counts the ellipsis and keeps clusters whole', () => {
    expect(cutText('น้ำท่วมที่นี่', 3)).toBe('น้ำท่…');
    expect(cutText('ที่นี่', 1)).toBe('…');
  });

  it('leaves no space before the ellipsis', () => {
    expect(cutText('คู่มือ การใช้งาน', 5)).toBe('คู่มือ…');
  });

  it('cuts a long text without reading it all', () => {
    const started = performance.now();
    expect(cutText('ที่'.repeat(200_000), 10)).toBe(`${'ที่'.repeat(9)}…`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('cutText in a browser without Intl.Segmenter', () => {
  const withoutSegmenter = (run: () => void) => {
    vi.stubGlobal('Intl', { Collator: Intl.Collator });
    run();
  };

  it('keeps clusters whole all the same', () => {
    withoutSegmenter(() => {
      expect(cutText('น้ำที่', 2)).toBe('น้ำที่');
      expect(cutText('น้ำท่วมที่นี่', 3)).toBe('น้ำท่…');
      expect(cutText('คู่มือ การใช้งาน', 5)).toBe('คู่มือ…');
      expect(cutText('ที่'.repeat(20_000), 10)).toBe(`${'ที่'.repeat(9)}…`);
    });
  });
});

it('cutText keeps an emoji of several characters whole', () => {
  expect(cutText('👩‍👩‍👧🙏กก', 3)).toBe('👩‍👩‍👧🙏…');
});
