import { describe, expect, it } from 'vitest';
import { escapeHtml, shorten } from './html';

describe('escapeHtml', () => {
  it('leaves nothing that opens or closes anything', () => {
    expect(escapeHtml(`<script a="1" b='2'>&amp;`)).toBe(
      '&lt;script a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;'
    );
  });
});

describe('shorten', () => {
  it('makes one line and leaves what fits', () => {
    expect(shorten(' การโอน\n\nงบประมาณ ', 20)).toBe('การโอน งบประมาณ');
  });

  it('cuts between letters, never between a letter and its marks', () => {
    for (let length = 2; length < 14; length += 1) {
      const cut = shorten('ที่นี่ผู้อื่นกู้เงินได้', length);
      expect(cut.length).toBeLessThanOrEqual(length);
      expect('ที่นี่ผู้อื่นกู้เงินได้').toContain(cut.slice(0, -1));
      // What comes after the cut must not be a mark that belongs to the letter before it.
      expect('ที่นี่ผู้อื่นกู้เงินได้'.slice(cut.length - 1)).not.toMatch(
        /^[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/
      );
    }
  });
});
