import { describe, expect, it } from 'vitest';
import { changeTextSize, normalSize, parseTextSize, percentOf, textSizes } from './text-size.js';

describe('parseTextSize', () => {
  it('reads every size it can keep', () => {
    for (const size of textSizes) expect(parseTextSize(size)).toBe(size);
  });

  it.each([null, '', '4', '-2', '1.5', 'large', '01', '__proto__'])(
    'takes %j for normal',
    (kept) => {
      expect(parseTextSize(kept)).toBe(normalSize);
    }
  );
});

describe('changeTextSize', () => {
  it('walks from the smallest to the largest and stays there', () => {
    let size = textSizes[0];
    const walked = Array.from({ length: 6 }, () => (size = changeTextSize(size, 'larger')));
    expect(walked).toEqual(['0', '1', '2', '3', '3', '3']);
  });

  it('walks back to the smallest and stays there', () => {
    let size: (typeof textSizes)[number] = '3';
    const walked = Array.from({ length: 6 }, () => (size = changeTextSize(size, 'smaller')));
    expect(walked).toEqual(['2', '1', '0', '-1', '-1', '-1']);
  });

  it('returns to normal from anywhere', () => {
    for (const size of textSizes) expect(changeTextSize(size, 'normal')).toBe(normalSize);
  });
});

describe('percentOf', () => {
  it('grows with every step and is 100 at the normal one', () => {
    const percents = textSizes.map((size) => percentOf[size]);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(new Set(percents).size).toBe(percents.length);
    expect(percentOf[normalSize]).toBe(100);
  });
});
