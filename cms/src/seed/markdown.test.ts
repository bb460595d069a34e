import { describe, expect, it } from 'vitest';

import { markdownToBlocks, plainText } from './markdown';

const text = (value: string, marks: object = {}) => ({ type: 'text', text: value, ...marks });

describe('markdownToBlocks', () => {
  it('turns headings and paragraphs into blocks, soft line ends into spaces', () => {
    expect(markdownToBlocks('## เตรียมข้อมูล\n\nบรรทัดแรก\nบรรทัดที่สอง')).toEqual([
      { type: 'heading', level: 2, children: [text('เตรียมข้อมูล')] },
      { type: 'paragraph', children: [text('บรรทัดแรก บรรทัดที่สอง')] },
    ]);
  });

  it('keeps bold, italic and code apart from plain text', () => {
    expect(markdownToBlocks('กดปุ่ม **บันทึก** แล้ว *รอ* จน `Success` ขึ้น')).toEqual([
      {
        type: 'paragraph',
        children: [
          text('กดปุ่ม '),
          text('บันทึก', { bold: true }),
          text(' แล้ว '),
          text('รอ', { italic: true }),
          text(' จน '),
          text('Success', { code: true }),
          text(' ขึ้น'),
        ],
      },
    ]);
  });

  it('keeps a link with its address', () => {
    expect(markdownToBlocks('ดูที่ [เว็บไซต์](https://example.go.th/a)')).toEqual([
      {
        type: 'paragraph',
        children: [
          text('ดูที่ '),
          { type: 'link', url: 'https://example.go.th/a', children: [text('เว็บไซต์')] },
        ],
      },
    ]);
  });

  it('nests a list inside the list it belongs to', () => {
    expect(markdownToBlocks('1. หนึ่ง\n   - ย่อย\n2. สอง')).toEqual([
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
          { type: 'list-item', children: [text('สอง')] },
        ],
      },
    ]);
  });

  it('makes one quote of each quoted paragraph', () => {
    expect(markdownToBlocks('> **ข้อควรระวัง** ก\n>\n> ข')).toEqual([
      { type: 'quote', children: [text('ข้อควรระวัง', { bold: true }), text(' ก')] },
      { type: 'quote', children: [text('ข')] },
    ]);
  });

  it('keeps a typed ampersand and angle brackets as text', () => {
    expect(markdownToBlocks('ก & ข < ค')).toEqual([
      { type: 'paragraph', children: [text('ก & ข < ค')] },
    ]);
  });

  it('refuses what the field cannot hold', () => {
    expect(() => markdownToBlocks('| ก | ข |\n| - | - |\n| 1 | 2 |')).toThrow('table');
    expect(() => markdownToBlocks('<script>alert(1)</script>')).toThrow('html');
    expect(() => markdownToBlocks('![รูป](a.png)')).toThrow('image');
  });
});

describe('plainText', () => {
  it('reads through links', () => {
    expect(
      plainText([
        { type: 'text', text: 'ดู ' },
        { type: 'link', url: '/a', children: [{ type: 'text', text: 'นี่' }] },
      ])
    ).toBe('ดู นี่');
  });
});
