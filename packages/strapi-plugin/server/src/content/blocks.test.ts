import { blocks as blocksSchema } from '@km-laas/contract';
import { describe, expect, it } from 'vitest';
import { adaptBlocks, excerptOf, headingsOf, plainTextOf } from './blocks';

const text = (words: string, marks = {}) => ({ type: 'text', text: words, ...marks });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });
const heading = (words: string, level = 2) => ({ type: 'heading', level, children: [text(words)] });
const link = (url: unknown, words = 'ที่นี่') => ({ type: 'link', url, children: [text(words)] });

describe('adaptBlocks', () => {
  it('keeps every kind of block an editor can make', () => {
    const stored = [
      heading('ขั้นตอน', 3),
      paragraph(text('บันทึก', { bold: true, italic: false }), link('https://example.go.th/a?b=1')),
      {
        type: 'list',
        format: 'ordered',
        indentLevel: 0,
        children: [
          { type: 'list-item', children: [text('หนึ่ง')] },
          {
            type: 'list',
            format: 'unordered',
            indentLevel: 1,
            children: [{ type: 'list-item', children: [text('ย่อย')] }],
          },
        ],
      },
      { type: 'quote', children: [text('อ้าง')] },
      { type: 'code', language: 'sql', children: [text('select 1')] },
      {
        type: 'image',
        image: {
          url: '/uploads/a.png',
          alternativeText: 'หน้าจอ',
          width: 800,
          height: 600,
          hash: 'x',
        },
        children: [text('')],
      },
    ];
    const adapted = adaptBlocks(stored);
    expect(adapted).toEqual([
      { type: 'heading', level: 3, id: 'ขั้นตอน', children: [text('ขั้นตอน')] },
      {
        type: 'paragraph',
        children: [text('บันทึก', { bold: true }), link('https://example.go.th/a?b=1')],
      },
      {
        type: 'list',
        format: 'ordered',
        children: [
          { type: 'list-item', children: [text('หนึ่ง')] },
          {
            type: 'list',
            format: 'unordered',
            children: [{ type: 'list-item', children: [text('ย่อย')] }],
          },
        ],
      },
      { type: 'quote', children: [text('อ้าง')] },
      { type: 'code', children: [text('select 1')] },
      { type: 'image', image: { url: '/uploads/a.png', alt: 'หน้าจอ', width: 800, height: 600 } },
    ]);
    expect(blocksSchema.safeParse(adapted).success).toBe(true);
  });

  it.each([null, undefined, 'text', 42, {}, [null, 1, 'a', [], {}]])(
    'makes an empty document of %j',
    (stored) => {
      expect(adaptBlocks(stored)).toEqual([]);
    }
  );

  it('drops what is unknown, malformed or empty and keeps the rest', () => {
    const stored = [
      { type: 'video', url: 'https://example.go.th' },
      { type: 'paragraph' },
      paragraph(text('')),
      paragraph({ type: 'text', text: 5 }, { type: 'mention', id: 1 }, text('อยู่')),
      { type: 'heading', level: 9, children: [text('ลึกเกิน')] },
      { type: 'heading', level: '2', children: [text('ผิดชนิด')] },
      { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [] }, 'x'] },
      { type: 'list', format: 'zigzag', children: [{ type: 'list-item', children: [text('x')] }] },
      { type: 'image', image: { url: 'javascript:alert(1)' } },
      { type: 'image' },
    ];
    expect(adaptBlocks(stored)).toEqual([paragraph(text('อยู่'))]);
  });

  it('keeps the words of a link whose address is unsafe', () => {
    const stored = [paragraph(link('javascript:alert(1)', 'กด'), link(null, 'ว่าง'))];
    expect(adaptBlocks(stored)).toEqual([paragraph(text('กด'), text('ว่าง'))]);
  });

  it('passes markup on as the text it is', () => {
    const stored = [paragraph(text('<script>alert(1)</script> & "ก"'))];
    expect(adaptBlocks(stored)).toEqual(stored);
  });

  it('survives a list nested without end', () => {
    let list: unknown = { type: 'list-item', children: [text('ลึก')] };
    for (let depth = 0; depth < 5000; depth += 1) {
      list = { type: 'list', format: 'ordered', children: [list] };
    }
    expect(adaptBlocks([list, paragraph(text('ต่อ'))])).toEqual([paragraph(text('ต่อ'))]);
  });
});

describe('anchors of headings', () => {
  const idsOf = (...titles: string[]) =>
    headingsOf(adaptBlocks(titles.map((title) => heading(title)))).map(({ id }) => id);

  it('keep Thai letters with their vowels and tone marks', () => {
    expect(idsOf('1. การตั้งงบประมาณ (เพิ่มเติม)')).toEqual(['1-การตั้งงบประมาณ-เพิ่มเติม']);
  });

  it('cost no more where a vast document repeats itself', () => {
    const body = Array.from({ length: 30_000 }, () => heading('ซ้ำ'));
    const ids = headingsOf(adaptBlocks([heading('ซ้ำ 3'), ...body])).map(({ id }) => id);
    expect(new Set(ids).size).toBe(30_001);
    expect(ids.slice(0, 4)).toEqual(['ซ้ำ-3', 'ซ้ำ', 'ซ้ำ-2', 'ซ้ำ-4']);
  });

  it('are unique within the document', () => {
    expect(idsOf('สรุป', 'สรุป', 'สรุป-2', 'สรุป')).toEqual(['สรุป', 'สรุป-2', 'สรุป-2-2', 'สรุป-3']);
  });

  it('exist for a heading without a letter', () => {
    expect(idsOf('***', '—')).toEqual(['section', 'section-2']);
  });

  it('stay short and never end inside a cluster', () => {
    const [id = ''] = idsOf('น้ำ'.repeat(100));
    expect(id.length).toBeLessThan(200);
    expect(id).toMatch(/^(น้ำ)+$/);
  });
});

describe('headingsOf', () => {
  it('lists level and words of each heading, those of links too', () => {
    const stored = [
      heading('หนึ่ง', 1),
      paragraph(text('ก')),
      { type: 'heading', level: 2, children: [text('ดู '), link('https://example.go.th', 'เว็บ')] },
    ];
    expect(headingsOf(adaptBlocks(stored))).toEqual([
      { id: 'หนึ่ง', level: 1, text: 'หนึ่ง' },
      { id: 'ดู-เว็บ', level: 2, text: 'ดู เว็บ' },
    ]);
  });
});

describe('plain text', () => {
  const stored = adaptBlocks([
    heading('หัวข้อ'),
    paragraph(text('ก '), link('https://example.go.th', 'ลิงก์')),
    {
      type: 'list',
      format: 'unordered',
      children: [
        { type: 'list-item', children: [text('หนึ่ง')] },
        { type: 'list-item', children: [text('สอง')] },
      ],
    },
    { type: 'image', image: { url: '/a.png' } },
  ]);

  it('has a line for each block and list item', () => {
    expect(plainTextOf(stored)).toBe('หัวข้อ\nก ลิงก์\nหนึ่ง\nสอง');
  });

  it('is cut to an excerpt on one line', () => {
    expect(excerptOf(stored, 100)).toBe('หัวข้อ ก ลิงก์ หนึ่ง สอง');
    expect(excerptOf(stored, 6).endsWith('…')).toBe(true);
  });
});
