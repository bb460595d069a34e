import { describe, expect, it } from 'vitest';
import { readPageFacts } from './page-facts';

const address = 'https://village.example/';
const read = (source: string | Buffer, more: { type?: string; policies?: string[] } = {}) =>
  readPageFacts({
    address,
    policies: more.policies ?? [],
    type: more.type ?? 'text/html',
    bytes: Buffer.from(source as string),
  });
/** Thai as old editors save it, one byte a letter. */
const inTis620 = (text: string) =>
  Buffer.from(
    [...text].map((sign) => {
      const code = sign.codePointAt(0) as number;
      return code >= 0x0e00 ? code - 0x0e00 + 0xa0 : code;
    })
  );

describe('readPageFacts', () => {
  it('finds what shows the knowledge bank', async () => {
    const facts = await read(
      `<!DOCTYPE html><html><head><meta charset="UTF-8">
      <meta http-equiv="Content-Security-Policy" content="img-src 'self'">
      <script type="module" src="https://km.example.go.th/widgets/v1/km.js"></script>
      <script>const tag = '<km-nothing>';</script></head>
      <body><!-- <km-law-library></km-law-library> -->
      <KM-FAQ-LIST Authority="๐๓๔๗" type=x></KM-FAQ-LIST>
      <iframe src="/embed/news-ticker?limit=5&amp;lang=th"></iframe></body></html>`,
      {
        policies: ["script-src 'self'", ''],
      }
    );
    expect(facts).toEqual({
      address,
      scripts: [{ src: 'https://km.example.go.th/widgets/v1/km.js', type: 'module' }],
      tags: [{ name: 'km-faq-list', attributes: { authority: '๐๓๔๗', type: 'x' } }],
      frames: ['/embed/news-ticker?limit=5&lang=th'],
      policies: ["script-src 'self'", "img-src 'self'"],
      charset: 'utf-8',
      isMisdeclared: false,
      showsCode: false,
    });
  });

  it.each([
    '<p>&lt;km-faq-list limit="5"&gt;&lt;/km-faq-list&gt;</p>',
    '<p>&lt;<b></b>km-news-ticker&gt;</p>',
    '<textarea><km-faq-list></km-faq-list></textarea>',
  ])('sees code that is shown instead of run: %s', async (source) => {
    const facts = await read(source);
    expect(facts.showsCode).toBe(true);
    expect(facts.tags).toEqual([]);
  });

  it('knows a charset as browsers do: by mark, by header, by the page’s own word', async () => {
    const own = '<meta http-equiv="content-type" content="text/html; charset=TIS-620">ก';
    expect((await read(own)).charset).toBe('tis-620');
    expect((await read(own, { type: 'text/html;charset="Windows-874"' })).charset).toBe(
      'windows-874'
    );
    expect((await read(`\uFEFF${own}`, { type: 'text/html; charset=tis-620' })).charset).toBe(
      'utf-8'
    );
    expect((await read('<title>x</title>')).charset).toBeNull();
  });

  it('compares the declared charset with the bytes', async () => {
    const thai = '<km-faq-list topic="งบประมาณ"></km-faq-list>';
    const declared = (charset: string) => ({ type: `text/html; charset=${charset}` });
    expect((await read(thai, declared('utf-8'))).isMisdeclared).toBe(false);
    expect((await read(thai, declared('tis-620'))).isMisdeclared).toBe(true);
    expect((await read(inTis620(thai), declared('utf-8'))).isMisdeclared).toBe(true);
    expect((await read('<p>ascii', declared('tis-620'))).isMisdeclared).toBe(false);
    const old = await read(inTis620(thai), declared('windows-874'));
    expect(old).toMatchObject({
      isMisdeclared: false,
      tags: [{ attributes: { topic: 'งบประมาณ' } }],
    });
    expect((await read(thai, declared('x-made-up'))).tags).toHaveLength(1);
  });

  it('gives a short answer to a long page, but policies whole', async () => {
    const facts = await read(
      `<km-faq-list topic="${'ก'.repeat(5000)}"></km-faq-list>${'<iframe src="/a"></iframe>'.repeat(500)}`
    );
    const policy = `script-src ${'https://a.example '.repeat(300)}https://b.example`;
    expect((await read('', { policies: [policy] })).policies).toEqual([policy]);
    expect(facts.frames).toHaveLength(200);
    expect(facts.tags[0]?.attributes.topic).toHaveLength(2000);
  });
});
