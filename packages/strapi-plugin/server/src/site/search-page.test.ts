import type { SearchHit } from '@km-laas/contract';
import { describe, expect, it } from 'vitest';
import { readSearch, renderAnswer, searchKey } from './search-page';

const words = '"><script>alert(1)</script>';
const hit: SearchHit = {
  service: 'law',
  id: 'a1',
  title: { text: 'ซักซ้อมการโอนงบประมาณ', marks: [[10, 21]] },
  section: null,
  url: '/laws/a1',
  snippet: { text: '', marks: [] },
  file: { name: 'w5912.pdf', kind: 'PDF', url: '/uploads/w5912.pdf', page: 12 },
  lawStatus: 'repealed',
  date: null,
  topics: [],
  match: 'words',
  sample: false,
};
const meta = {
  facets: { service: [], topic: [], audience: [], year: [] },
  correction: null,
  understood: null,
};
const query = (search: string) => readSearch(search)!;
const render = (search: string, data: SearchHit[], more: object = {}, total = data.length) =>
  renderAnswer(query(search), {
    data,
    total,
    meta: { ...meta, ...more },
    validUntil: new Date(),
  });

describe('the address of the page of answers', () => {
  it('is read as the API reads a search, whatever else stands in it', () => {
    expect(readSearch('?q=%20ว%205912%20&in=law&utm_source=line')).toMatchObject({
      q: 'ว 5912',
      in: 'law',
      page: 1,
    });
  });

  it.each(['', '?q=', '?q=%20', '?in=law', '?q=a&in=nobody', '?q=a&page=0', '?q=a&year=x'])(
    'asks for nothing that can be answered: %s',
    (search) => expect(readSearch(search)).toBeNull()
  );

  it('is cut to what the API takes', () => {
    expect(readSearch(`?q=${'ก'.repeat(5000)}`)?.q).toHaveLength(1000);
  });

  it('has one spelling for what means the same', () => {
    expect(searchKey('?page=1&q=a&verbatim=false&fbclid=1')).toBe(searchKey('?q=+a'));
    expect(searchKey('?q=a')).not.toBe(searchKey('?q=a&page=2'));
    expect(searchKey('?utm_source=line')).toBe('/search');
  });
});

describe('answers without a script', () => {
  it('mark words, open a PDF at its page and say that a letter is repealed', () => {
    const html = render('?q=โอน', [hit]);
    expect(html).toContain('<a href="/laws/a1">ซักซ้อมการ<mark>โอนงบประมาณ</mark></a>');
    expect(html).toContain('<a href="/uploads/w5912.pdf#page=12">เปิดที่หน้า 12 w5912.pdf</a>');
    expect(html).toContain('ยกเลิกแล้ว');
  });

  it('never turn words into markup', () => {
    const marked = { text: words, marks: [[2, 8]] as [number, number][] };
    const file = { ...hit.file!, name: words, url: 'javascript:alert(1)' };
    const correction = { kind: 'spelling' as const, typed: words, used: words };
    const html =
      render(
        `?q=${encodeURIComponent(words)}`,
        [{ ...hit, title: marked, snippet: marked, section: words, file }],
        { correction }
      ) + render(`?q=${encodeURIComponent(words)}`, []);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('javascript:');
  });

  it('lead to the next and the former page and to one service', () => {
    const facets = {
      ...meta.facets,
      service: [
        { value: 'law' as const, count: 20 },
        { value: 'faq' as const, count: 5 },
      ],
    };
    const html = render('?q=a&page=2', [hit], { facets }, 25);
    expect(html).toContain('<a href="/search?q=a">หน้าก่อน</a>');
    expect(html).toContain('<a href="/search?q=a&amp;page=3">หน้าถัดไป</a>');
    expect(html).toContain('<a href="/search?q=a&amp;in=faq">คำถามที่พบบ่อย (5)</a>');
    expect(html).toContain('<ol start="11">');
  });

  it('offer what was typed, and say what to try when there is nothing', () => {
    const correction = { kind: 'keyboard' as const, typed: 'l;ylfu', used: 'สวัสดี' };
    const html = render('?q=l;ylfu', [hit], { correction });
    expect(html).toContain('แสดงผลสำหรับ “สวัสดี”');
    expect(html).toContain('verbatim=true');
    expect(render('?q=a', [])).toContain('ไม่พบผลลัพธ์');
  });
});
