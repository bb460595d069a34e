import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import { editorOf, paragraph, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { waitUntil } from '../../test/wait-until';

describe('search', () => {
  let app: TestApp;
  let reader: Reader;
  let editor: Editor;

  const ids = async (q: string, more: Record<string, string> = {}) =>
    (await reader.read('search', { q, ...more })).data.map(({ id }) => id);
  const isFound = (q: string, id: string) => async () => (await ids(q)).includes(id);
  const isGone = (q: string, id: string) => async () => !(await ids(q)).includes(id);

  beforeAll(async () => {
    app = await startApp();
    reader = readerOf(app);
    editor = editorOf(app.strapi);
    await waitUntil(async () => (await app.get('/api/km/v1/search?q=x')).status === 200);
  });
  afterAll(() => app?.stop());

  describe('follows what is published', () => {
    it('finds a question once it is published', async () => {
      const id = await editor.publish('faq', {
        question: 'โอนงบประมาณไม่ได้เพราะยอดคงเหลือไม่พอ ทำอย่างไร',
        answer: [paragraph('ตรวจสอบรายการก่อหนี้ผูกพันที่ค้างอยู่')],
      });
      await waitUntil(isFound('โอนงบไม่ได้', id));
    });

    it('finds the words of a change, and no longer those it replaced', async () => {
      const id = await editor.publish('faq', { question: 'ปลาวาฬสีน้ำเงิน' });
      await waitUntil(isFound('ปลาวาฬ', id));
      await editor.republish('faq', id, { question: 'กระทิงป่าแดง' });
      await waitUntil(isFound('กระทิงป่า', id));
      expect(await ids('ปลาวาฬสีน้ำเงิน')).not.toContain(id);
    });

    it('keeps a draft to itself', async () => {
      const id = await editor.draft('manual', { title: 'คู่มือเสือโคร่งอินโดจีน' });
      const published = await editor.publish('manual', { title: 'คู่มือเสือโคร่งเบงกอล' });
      await waitUntil(isFound('เสือโคร่ง', published));
      expect(await ids('เสือโคร่งอินโดจีน')).not.toContain(id);
    });

    it('loses what is unpublished or deleted', async () => {
      const unpublished = await editor.publish('manual', { title: 'คู่มือแมวป่าหัวแบน' });
      const deleted = await editor.publish('manual', { title: 'คู่มือแมวป่าหัวแบนฉบับเก่า' });
      await waitUntil(isFound('แมวป่าหัวแบน', unpublished));
      await waitUntil(isFound('แมวป่าหัวแบน', deleted));
      await editor.unpublish('manual', unpublished);
      await app.strapi.documents('plugin::km.manual' as never).delete({ documentId: deleted });
      await waitUntil(isGone('แมวป่าหัวแบน', unpublished));
      await waitUntil(isGone('แมวป่าหัวแบน', deleted));
    });

    it('opens a section where it stands', async () => {
      const heading = {
        type: 'heading',
        level: 2,
        children: [{ type: 'text', text: 'วิธีเลี้ยงนกเงือก' }],
      };
      const id = await editor.publish('manual', {
        body: [paragraph('บทนำ'), heading, paragraph('ให้กินผลไทรสุกทุกเช้า')],
      });
      await waitUntil(isFound('ผลไทรสุก', id));
      const [hit] = (await reader.read('search', { q: 'ผลไทรสุก' })).data;
      expect(hit).toMatchObject({ id, section: 'วิธีเลี้ยงนกเงือก' });
      expect(hit?.url).toBe(`/manuals/${id}#วิธีเลี้ยงนกเงือก`);
    });

    it('says that a letter was repealed, and that it stands again when the repeal is gone', async () => {
      const letter = {
        kind: 'letter',
        title: 'ซักซ้อมการเบิกค่าอาหารพะยูน',
        citation: 'มท 0808.2/ว 77123',
        date: '2018-10-17',
      };
      const id = await editor.publish('law', letter);
      const status = async () =>
        (await reader.read('search', { q: 'ว 77123' })).data.find((hit) => hit.id === id)
          ?.lawStatus;
      await waitUntil(async () => (await status()) === 'inForce');
      const repealing = await editor.publish('law', {
        title: 'ยกเลิกหนังสือค่าอาหารพะยูน',
        repeals: [id],
      });
      await waitUntil(async () => (await status()) === 'repealed');
      await editor.unpublish('law', repealing);
      await waitUntil(async () => (await status()) === 'inForce');
    });

    it('narrows to a menu by all that hangs below it, and follows a menu that moves', async () => {
      const above = await editor.publish('topic', { slug: 'animals', titleEn: 'Animals' });
      const other = await editor.publish('topic', { slug: 'plants', titleEn: 'Plants' });
      const below = await editor.publish('topic', {
        slug: 'birds',
        titleEn: 'Birds',
        parent: above,
      });
      const id = await editor.publish('faq', { question: 'นกกระเรียนพันธุ์ไทย', topics: [below] });
      const under = (topic: string) => async () => (await ids('นกกระเรียน', { topic })).includes(id);
      await waitUntil(isFound('นกกระเรียน', id));
      expect(await under('animals')()).toBe(true);
      expect(await under('plants')()).toBe(false);
      const { data, meta } = await reader.read('search', { q: 'นกกระเรียน' });
      expect(data[0]?.topics.map(({ slug }) => slug)).toEqual(['birds']);
      const counts = meta.facets.topic.map(({ topic, count }) => [topic.slug, count]);
      expect(counts).toEqual(
        expect.arrayContaining([
          ['animals', 1],
          ['birds', 1],
        ])
      );
      await editor.edit('topic', below, { parent: other });
      await waitUntil(under('plants'));
      expect(await under('animals')()).toBe(false);
    });

    it('shows news for as long as it is shown, by the clock alone', async () => {
      const soon = new Date(Date.now() + 2500).toISOString();
      const id = await editor.publish('news', { title: 'ข่าวเต่ามะเฟืองวางไข่', showUntil: soon });
      await waitUntil(isFound('เต่ามะเฟือง', id));
      await waitUntil(isGone('เต่ามะเฟือง', id));
      expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(soon));
    });

    it('takes back what a transaction takes back', async () => {
      const before = await app.strapi.db.connection('km_search_queue').max({ seq: 'seq' });
      const undone = app.strapi.db.transaction(async () => {
        await editor.publish('faq', { question: 'ช้างแมมมอธ' });
        throw new Error('taken back');
      });
      await expect(undone).rejects.toThrow('taken back');
      expect(await app.strapi.db.connection('km_search_queue').max({ seq: 'seq' })).toEqual(before);
    });

    it('never answers from the cache what the index no longer holds', async () => {
      const id = await editor.publish('faq', { question: 'กวางผาดอยเชียงดาว' });
      await waitUntil(isFound('กวางผา', id));
      const address = `/api/km/v1/search?q=${encodeURIComponent('กวางผา')}`;
      // The index may still move for other reasons just after the start.
      await waitUntil(async () => (await app.get(address)).headers.get('x-km-cache') === 'hit');
      await editor.unpublish('faq', id);
      await waitUntil(isGone('กวางผา', id));
    });
  });

  describe('answers whatever is typed', () => {
    it.each([
      '"',
      "'",
      '*',
      'AND',
      'NEAR(',
      'a OR',
      '-',
      '^',
      'title:',
      '{',
      '(((',
      '%',
      '_',
      '\\',
      ';--',
      '😀',
      '\u200B\u200Bก',
      'ก\u0000ข',
      'ก',
      '...',
      'ฯลฯ',
      '่่่่',
      'א ب 漢',
      '๐',
      'x'.repeat(1000),
      'SELECT * FROM x; DROP TABLE y',
      '<script>alert(1)</script>',
      '\uD800',
      '%00',
    ])('to %j', async (q) => {
      for (const path of ['/search', '/search/suggest', '/search/similar']) {
        const text = path === '/search/suggest' ? q.slice(0, 200) : q;
        const response = await app.get(`/api/km/v1${path}?${new URLSearchParams({ q: text })}`);
        expect(response.status, `${path} ${q}`).toBe(200);
      }
    });

    it.each([
      ['q', '/search'],
      ['q', '/search?q='],
      ['q', '/search?q=%20'],
      ['q', `/search?q=${'x'.repeat(1001)}`],
      ['in', '/search?q=a&in=users'],
      ['year', '/search?q=a&year=2026e0'],
      ['sort', '/search?q=a&sort=x'],
      ['topic', '/search?q=a&topic=no-such-menu'],
    ])('with a refusal that names %s to %s', async (parameter, address) => {
      const { status, details } = await reader.problem(address.slice(0));
      expect(status).toBe(400);
      expect(details.parameters).toEqual([parameter]);
    });
  });

  it('is part of the health of the server', async () => {
    const { data } = await reader.read('health');
    expect(data.search).toMatchObject({ status: 'ok', lagSeconds: 0 });
    expect(data.search.documents).toBeGreaterThan(0);
  });

  it('suggests titles, and finds what was asked before', async () => {
    const id = await editor.publish('faq', { question: 'ปิดบัญชีแล้วเบิกเงินค้างจ่ายไม่ได้ ทำอย่างไร' });
    await waitUntil(isFound('เบิกเงินค้างจ่าย', id));
    const { data } = await reader.read('searchSuggest', { q: 'ปิดบัญชีแล้ว' });
    expect(data.map(({ url }) => url)).toContain(`/faqs/${id}`);
    const similar = await reader.read('searchSimilar', { q: 'เบิกค้างจ่ายไม่ได้หลังปิดบัญชี' });
    expect(similar.data.map((hit) => hit.id)).toContain(id);
  });
});
