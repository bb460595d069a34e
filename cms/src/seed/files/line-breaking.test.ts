import { describe, expect, it } from 'vitest';

import { breakLines, breakOffsets, type Span } from './line-breaking';

const regular = (text: string): Span => ({ text, weight: 'regular' });

function cut(text: string): string[] {
  const offsets = [...breakOffsets(text)].sort((a, b) => a - b);
  return offsets.map((offset, index) => text.slice(offsets[index - 1] ?? 0, offset));
}

function linesOf(text: string, width: number): string[] {
  return breakLines([regular(text)], 12, width).map((line) =>
    line.spans.map((span) => span.text).join('')
  );
}

describe('breakOffsets', () => {
  it('keeps the words whole that the dictionary would cut inside', () => {
    expect(cut('ผู้อำนวยการกองคลังขององค์กรปกครองส่วนท้องถิ่น')).toEqual([
      'ผู้อำนวยการ',
      'กองคลัง',
      'ของ',
      'องค์กรปกครองส่วนท้องถิ่น',
    ]);
  });

  it('keeps a letter number, a year and a Latin word in one piece', () => {
    expect(cut('ที่ มท 0808.4/ว 5912')).toContain('มท 0808.4/ว 5912');
    expect(cut('ประกาศ พ.ศ. 2563 แล้ว')).toContain('พ.ศ. 2563 ');
    expect(cut('ระบบ e-LAAS ใหม่')).toContain('e-LAAS ');
  });

  it('never ends a line before closing marks or after opening ones', () => {
    expect(cut('งบ (ใหม่) ต่าง ๆ')).toEqual(['งบ ', '(ใหม่) ', 'ต่าง ๆ']);
  });
});

describe('breakLines', () => {
  const text = 'ให้เจ้าหน้าที่บันทึกรายการในระบบบัญชีคอมพิวเตอร์ขององค์กรปกครองส่วนท้องถิ่นให้ครบถ้วน';

  it('fits every line into the width and loses nothing', () => {
    const lines = breakLines([regular(text)], 12, 150);

    expect(lines.length).toBeGreaterThan(2);
    expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(150);
    expect(lines.flatMap((line) => line.spans.map((span) => span.text)).join('')).toBe(text);
  });

  it('leaves the indent of the first line free', () => {
    const [indented] = breakLines([regular(text)], 12, 150, 60);

    expect(indented!.width).toBeLessThanOrEqual(90);
  });

  it('cuts what no line can hold between whole characters', () => {
    const lines = linesOf('https://example.go.th/a-very-long-address-without-any-space', 80);

    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe('https://example.go.th/a-very-long-address-without-any-space');
  });

  it('keeps the looks of each part across lines', () => {
    const lines = breakLines([regular('กดปุ่ม '), { text: 'บันทึกรายการ', weight: 'bold' }], 12, 60);

    expect(lines.map((line) => line.spans.map(({ weight }) => weight))).toEqual([
      ['regular'],
      ['bold'],
      ['bold'],
    ]);
  });
});
