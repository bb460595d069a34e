import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import { editorOf, paragraph, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { statementsOf } from '../../test/statements';
import { faq } from '.';

let app: TestApp;
let editor: Editor;
let reader: Reader;
const ids = {} as Record<'budget' | 'transfer' | 'manual' | 'law' | 'whole' | 'draft', string>;

beforeAll(async () => {
  app = await startApp();
  editor = editorOf(app.strapi);
  reader = readerOf(app);
  ids.budget = await editor.publish('topic', {
    slug: 'budget',
    titleTh: 'ระบบงบประมาณ',
    titleEn: 'Budget',
    earlierSlugs: 'old-budget',
  });
  ids.transfer = await editor.publish('topic', { slug: 'transfer', parent: ids.budget });
  await editor.publish('topic', { slug: 'revenue' });
  ids.manual = await editor.publish('manual', { title: 'คู่มือโอนงบประมาณ' });
  ids.law = await editor.publish('law', { title: 'ระเบียบวิธีการงบประมาณ' });
  await editor.publish('faq', { question: 'ก ปักหมุดสอง', pinnedOrder: 2 });
  await editor.publish('faq', { question: 'ฮ ปักหมุดแรก', pinnedOrder: 1 });
  await editor.publish('faq', { question: 'คา', audience: 'local' });
  await editor.publish('faq', { question: 'แขก', audience: 'central' });
  ids.whole = await editor.publish('faq', {
    question: 'ขา โอนงบประมาณไม่ได้',
    answer: [paragraph('ตรวจสอบ <b>ปีงบประมาณ</b>')],
    topics: [ids.transfer],
    appliesTo: 'elaas',
    keywords: 'โอนเงิน\nงบ',
    errorMessages: 'ไม่พบปีงบประมาณ\nรหัส 100%_\\',
    relatedManuals: [ids.manual],
    relatedLaws: [ids.law],
    sample: true,
  });
  ids.draft = await editor.draft('faq', { question: 'ฉบับร่าง', topics: [ids.transfer] });
});
afterAll(() => app?.stop());

const questionsOf = async (query: Record<string, string | number> = {}) =>
  (await reader.read('listFaqs', query)).data.map(({ question }) => question);

describe('GET /faqs', () => {
  it('lists pinned questions as ordered, then the others as a Thai dictionary does', async () => {
    expect(await questionsOf()).toEqual([
      'ฮ ปักหมุดแรก',
      'ก ปักหมุดสอง',
      'ขา โอนงบประมาณไม่ได้',
      'แขก',
      'คา',
    ]);
  });

  it('turns pages without losing or repeating a question', async () => {
    const first = await reader.read('listFaqs', { page: 1, pageSize: 2 });
    const second = await reader.read('listFaqs', { page: 2, pageSize: 2 });
    const third = await reader.read('listFaqs', { page: 3, pageSize: 2 });
    const beyond = await reader.read('listFaqs', { page: 4, pageSize: 2 });
    expect(first.meta).toMatchObject({ page: 1, pageSize: 2, total: 5 });
    expect([...first.data, ...second.data, ...third.data]).toHaveLength(5);
    expect(new Set([...first.data, ...second.data, ...third.data].map(({ id }) => id)).size).toBe(
      5
    );
    expect(beyond.data).toEqual([]);
    expect(beyond.meta.total).toBe(5);
  });

  it('finds what hangs below a menu, by its slug or one it had', async () => {
    expect(await questionsOf({ topic: 'budget' })).toEqual(['ขา โอนงบประมาณไม่ได้']);
    expect(await questionsOf({ topic: 'old-budget' })).toEqual(['ขา โอนงบประมาณไม่ได้']);
    expect(await questionsOf({ topic: 'transfer' })).toEqual(['ขา โอนงบประมาณไม่ได้']);
    expect(await questionsOf({ topic: 'revenue' })).toEqual([]);
  });

  it('gives each group of users what is for everyone too', async () => {
    expect(await questionsOf({ audience: 'local' })).toHaveLength(4);
    expect(await questionsOf({ audience: 'central' })).not.toContain('คา');
    expect(await questionsOf({ audience: 'everyone' })).toHaveLength(3);
  });

  it('gives each system what is about both too', async () => {
    expect(await questionsOf({ appliesTo: 'elaas' })).toHaveLength(5);
    expect(await questionsOf({ appliesTo: 'newElaas' })).not.toContain('ขา โอนงบประมาณไม่ได้');
  });

  it.each(['งบ', 'ไม่พบปี', 'โอนเงิน', 'โอน ปีงบ', '100%', 'ข', '๑๐๐', 'เเละ งบ'])(
    'answers a search for %s by what was written',
    async (q) => {
      const found = await questionsOf({ q });
      expect(found.includes('ขา โอนงบประมาณไม่ได้')).toBe(q !== 'เเละ งบ');
    }
  );

  it('takes no sign of a search for a pattern', async () => {
    expect(await questionsOf({ q: 'ป%ด' })).toEqual([]);
    expect(await questionsOf({ q: 'ค_า' })).toEqual([]);
    expect(await questionsOf({ q: 'ค\\า' })).toEqual([]);
    expect(await questionsOf({ q: '...' })).toEqual([]);
  });

  it('filters by the year of the last change', async () => {
    const year = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear() + 543;
    expect(await questionsOf({ year })).toHaveLength(5);
    expect(await questionsOf({ year: year - 1 })).toEqual([]);
  });

  it.each([
    ['?page=0', 'page'],
    ['?page=two', 'page'],
    ['?page=1&page=2', 'page'],
    ['?pageSize=101', 'pageSize'],
    ['?audience=all', 'audience'],
    ['?appliesTo=', 'appliesTo'],
    ['?year=2026', 'year'],
    ['?q=', 'q'],
    [`?q=${'ก'.repeat(201)}`, 'q'],
    ['?topic=Not%20A%20Slug', 'topic'],
    ['?topic=unknown-menu', 'topic'],
    ['?filters[question][$eq]=x', 'filters[question][$eq]'],
    ['?populate=*', 'populate'],
    ['?status=draft', 'status'],
    ['?__proto__=1', '__proto__'],
  ])('refuses %s and names what is wrong', async (search, parameter) => {
    const problem = await reader.problem(`/faqs${search}`);
    expect(problem.status).toBe(400);
    expect(problem.details.parameters).toEqual([parameter]);
  });

  it('says in the language of the reader which menu is unknown', async () => {
    const thai = await reader.problem('/faqs?topic=nowhere');
    expect(thai.message).toContain('ไม่มีเมนู "nowhere"');
    const headers = { 'Accept-Language': 'en' };
    const english = await reader.problem('/faqs?topic=nowhere', { headers });
    expect(english.message).toContain('There is no topic "nowhere"');
  });

  it.each([
    '<script>alert(1)</script>',
    `' OR 1=1 --`,
    'a\u0000b',
    '\uD800',
    `"; drop table km_faqs; --`,
  ])('takes the hostile text %j for words', async (q) => {
    expect(await questionsOf({ q })).toEqual([]);
  });

  it('answers raw bytes that are no text', async () => {
    for (const bytes of ['%00', '%ED%A0%80', '%FF']) {
      const response = await app.get(`/api/km/v1/faqs?q=${bytes}`);
      expect([200, 400]).toContain(response.status);
    }
  });
});

describe('GET /faqs/:id', () => {
  it('answers the whole question with what is related to it', async () => {
    const { data } = await reader.read('getFaq', {}, ids.whole);
    expect(data).toMatchObject({
      id: ids.whole,
      answer: [paragraph('ตรวจสอบ <b>ปีงบประมาณ</b>')],
      topics: [{ slug: 'transfer' }],
      keywords: ['โอนเงิน', 'งบ'],
      errorMessages: ['ไม่พบปีงบประมาณ', 'รหัส 100%_\\'],
      relatedManuals: [{ id: ids.manual, title: 'คู่มือโอนงบประมาณ' }],
      relatedLaws: [{ id: ids.law, title: 'ระเบียบวิธีการงบประมาณ', status: 'inForce' }],
      sample: true,
    });
  });

  it('knows no draft, no other kind of document and nothing else', async () => {
    for (const id of [ids.draft, ids.manual, 'a'.repeat(24), '1', '%00', "'", 'x'.repeat(2000)]) {
      expect((await reader.problem(`/faqs/${id}`)).status).toBe(404);
    }
  });

  it('refuses parameters', async () => {
    expect((await reader.problem(`/faqs/${ids.whole}?populate=*`)).status).toBe(400);
  });
});

describe('editing', () => {
  it('shows a change when it is published and not before', async () => {
    const id = await editor.publish('faq', { question: 'ก่อนแก้' });
    await editor.edit('faq', id, { question: 'หลังแก้' });
    expect((await reader.read('getFaq', {}, id)).data.question).toBe('ก่อนแก้');
    await editor.republish('faq', id);
    expect((await reader.read('getFaq', {}, id)).data.question).toBe('หลังแก้');
    await editor.unpublish('faq', id);
    expect((await reader.problem(`/faqs/${id}`)).status).toBe(404);
    expect(await questionsOf()).not.toContain('หลังแก้');
  });

  it('keeps relations when either side is published again', async () => {
    await editor.republish('manual', ids.manual, { title: 'คู่มือโอนงบประมาณ ฉบับใหม่' });
    await editor.republish('faq', ids.whole);
    await editor.republish('law', ids.law);
    const { data } = await reader.read('getFaq', {}, ids.whole);
    expect(data.relatedManuals).toEqual([{ id: ids.manual, title: 'คู่มือโอนงบประมาณ ฉบับใหม่' }]);
    expect(data.relatedLaws.map(({ id }) => id)).toEqual([ids.law]);
  });

  it('points at nothing that is not published', async () => {
    const manual = await editor.publish('manual');
    const id = await editor.publish('faq', { relatedManuals: [manual] });
    await editor.unpublish('manual', manual);
    expect((await reader.read('getFaq', {}, id)).data.relatedManuals).toEqual([]);
    await editor.republish('manual', manual);
    expect((await reader.read('getFaq', {}, id)).data.relatedManuals).toMatchObject([
      { id: manual },
    ]);
  });

  it('leaves a broken question out of the list and keeps the list', async () => {
    const id = await editor.publish('faq', { question: 'พัง' });
    await app.strapi.db.connection('km_faqs').where({ document_id: id }).update({ question: null });
    await editor.publish('faq', { question: 'ดี' });
    const questions = await questionsOf();
    expect(questions).toContain('ดี');
    expect(questions).not.toContain('พัง');
    expect((await reader.problem(`/faqs/${id}`)).status).toBe(404);
  });
});

it('answers a list of 25 with a handful of statements', async () => {
  for (let count = 0; count < 25; count += 1) {
    await editor.publish('faq', { topics: [ids.transfer], relatedManuals: [ids.manual] });
  }
  const statements = await statementsOf(app.strapi, () =>
    reader.read('listFaqs', { topic: 'budget', q: 'คำถาม' })
  );
  expect(statements.length).toBeLessThanOrEqual(5);
  expect(statements.filter((sql) => sql.includes('*'))).toEqual([]);
});

describe('the pages without scripts', () => {
  it('list what is shown in its order, and tell one in words', async () => {
    const links = await faq.page?.list(app.strapi);
    expect(links?.map(({ id }) => id)).toEqual(
      (await reader.read('listFaqs', { pageSize: 100 })).data.map(({ id }) => id)
    );
    const page = await faq.page?.item(app.strapi, ids.whole);
    expect(page).toMatchObject({
      title: 'ขา โอนงบประมาณไม่ได้',
      text: 'ตรวจสอบ <b>ปีงบประมาณ</b>',
    });
    expect(await faq.page?.item(app.strapi, ids.draft)).toBeNull();
  });
});
