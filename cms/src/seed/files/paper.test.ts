import { inflateSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { Paper } from './paper';

const MARGINS = { top: 60, right: 60, bottom: 60, left: 60 };

function paper(): Paper {
  return new Paper({ title: 'ทดสอบ', margins: MARGINS });
}

/** The text a reader of PDF gets: character codes looked up in each font's own table. */
function textOf(pdf: Buffer): string {
  const file = pdf.toString('latin1');
  const objects = new Map<string, string>();
  for (const match of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    objects.set(match[1]!, match[2]!);
  }
  const stream = (id: string): string => {
    const body = objects.get(id)!;
    const raw = body.slice(body.indexOf('stream\n') + 7, body.lastIndexOf('\nendstream'));
    const bytes = Buffer.from(raw, 'latin1');
    return (body.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
  };
  const fonts = new Map<string, string[]>();
  for (const body of objects.values()) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)!)?.[1];
      if (!map) continue;
      const table = [...stream(map).matchAll(/\[(.*?)\]/g)].map((range) => range[1]!).join(' ');
      fonts.set(
        name!,
        [...table.matchAll(/<([0-9a-f ]*)>/g)].map(([, codes]) =>
          codes!
            .split(' ')
            .filter(Boolean)
            .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
            .join('')
        )
      );
    }
  }
  let text = '';
  for (const [, id] of file.matchAll(/\/Contents (\d+) 0 R/g)) {
    let font: string[] = [];
    for (const match of stream(id!).matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
      if (match[1]) font = fonts.get(match[1])!;
      else
        for (const [, codes] of match[2]!.matchAll(/<([0-9a-f]+)>/g)) {
          for (const code of codes!.match(/.{4}/g)!) text += font[Number.parseInt(code, 16)];
        }
    }
  }
  return text;
}

describe('Paper', () => {
  it.each([
    'ทำน้ำให้ต่ำกว่าฐานะ',
    'คำสั่งจ่ายเงินค้ำประกัน',
    'เริ่มที่ปุ่มผู้ใช้ เปลี่ยนแปลงไม่ได้',
    'ฎีกา ญี่ปุ่น กตัญญู ฐานข้อมูล ป่าไม้ ฝั่งฟ้า ป้ำ',
    'ที่ มท 0808.4/ว 5912 ลงวันที่ 17 ต.ค. ๒๕๖๑ (e-LAAS)',
  ])('keeps the text that can be copied as it was written: %s', async (written) => {
    const sheet = paper();
    sheet.paragraph(written, { size: 12 });
    const { bytes } = await sheet.finish();

    expect(textOf(bytes)).toBe(written);
  });

  it('keeps the text of both weights', async () => {
    const sheet = paper();
    sheet.paragraph(
      [
        { text: 'กดปุ่ม ', weight: 'regular' },
        { text: 'ทำรายการ', weight: 'bold' },
      ],
      { size: 12 }
    );
    const { bytes } = await sheet.finish();

    expect(textOf(bytes)).toBe('กดปุ่ม ทำรายการ');
  });

  it('goes on to a new page where one is full, and counts them', async () => {
    const sheet = paper();
    for (let line = 0; line < 100; line++) sheet.paragraph(`บรรทัดที่ ${line}`, { size: 12 });
    const seen: string[] = [];
    sheet.decorate((_sheet, page, pages) => seen.push(`${page + 1}/${pages}`));
    const { pages } = await sheet.finish();

    expect(pages).toBe(3);
    expect(seen).toEqual(['1/3', '2/3', '3/3']);
  });

  it('tells readers its title and language', async () => {
    const { bytes } = await paper().finish();
    const file = bytes.toString('latin1');

    expect(file).toContain('/DisplayDocTitle true');
    expect(file).toContain('/Lang (th-TH)');
  });
});
