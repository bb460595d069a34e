import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import { editorOf, paragraph, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { statementsOf } from '../../test/statements';
import { waitUntil } from '../../test/wait-until';
import { news } from '.';

let app: TestApp;
let editor: Editor;
let reader: Reader;
const ids = {} as Record<'whole' | 'over' | 'coming' | 'draft', string>;

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

beforeAll(async () => {
  app = await startApp();
  editor = editorOf(app.strapi);
  reader = readerOf(app);
  const picture = await editor.file({ ext: '.png', mime: 'image/png', width: 800, height: 400 });
  await editor.publish('news', { title: 'เก่า', showFrom: '2025-12-31T18:00:00.000Z' });
  ids.whole = await editor.publish('news', {
    title: 'ใหม่ <ปิด> & เปิด',
    showFrom: inDays(-1),
    showUntil: inDays(1),
    picture,
    files: [await editor.file()],
    body: [paragraph('เนื้อความ '.repeat(60))],
  });
  await editor.publish('news', { title: 'ปักหมุด', showFrom: inDays(-300), pinned: true });
  await editor.publish('news', { title: 'ด่วน', showFrom: inDays(-200), severity: 'urgent' });
  await editor.publish('news', {
    title: 'ด่วนปักหมุด',
    showFrom: inDays(-250),
    severity: 'urgent',
    pinned: true,
  });
  ids.over = await editor.publish('news', {
    title: 'หมดอายุ',
    showFrom: inDays(-9),
    showUntil: inDays(-1),
  });
  ids.coming = await editor.publish('news', { title: 'ยังไม่ถึง', showFrom: inDays(3) });
  ids.draft = await editor.draft('news', { title: 'ร่าง', showFrom: inDays(-1) });
});
afterAll(() => app?.stop());

const titlesOf = async (query: Record<string, string | number> = {}) =>
  (await reader.read('listNews', query)).data.map(({ title }) => title);
const feedOf = async () => (await app.get('/api/km/v1/news.atom')).text();

describe('GET /news', () => {
  it('lists what is shown now: urgent, then pinned, then the newest', async () => {
    expect(await titlesOf()).toEqual(['ด่วนปักหมุด', 'ด่วน', 'ปักหมุด', 'ใหม่ <ปิด> & เปิด', 'เก่า']);
  });

  it('filters by severity, words and the year in Bangkok', async () => {
    expect(await titlesOf({ severity: 'urgent' })).toEqual(['ด่วนปักหมุด', 'ด่วน']);
    expect(await titlesOf({ q: 'เนื้อความ' })).toEqual(['ใหม่ <ปิด> & เปิด']);
    expect(await titlesOf({ year: 2568 })).not.toContain('เก่า');
    expect(await titlesOf({ year: 2569 })).toContain('เก่า');
  });

  it('opens with a short excerpt', async () => {
    const { data } = await reader.read('listNews', { q: 'เนื้อความ' });
    expect(data[0]?.excerpt.length).toBeLessThanOrEqual(260);
    expect(data[0]?.excerpt.endsWith('…')).toBe(true);
    expect(data[0]?.picture).toMatchObject({ width: 800, height: 400, alt: '' });
  });

  it('turns pages', async () => {
    const first = await reader.read('listNews', { pageSize: 2 });
    const last = await reader.read('listNews', { pageSize: 2, page: 3 });
    expect(first.meta.total).toBe(5);
    expect(last.data).toHaveLength(1);
  });

  it('is kept by no cache past the next instant at which news comes or goes', async () => {
    const id = await editor.publish('news', { title: 'สั้น', showUntil: inDays(10 / 86_400) });
    const response = await app.get('/api/km/v1/news');
    expect(
      Number(/max-age=(\d+)/.exec(response.headers.get('cache-control') ?? '')?.[1])
    ).toBeLessThanOrEqual(10);
    await editor.unpublish('news', id);
  });

  it('shows and hides news by the clock alone', async () => {
    await editor.publish('news', {
      title: 'มาเองไปเอง',
      showFrom: inDays(1.5 / 86_400),
      showUntil: inDays(3.5 / 86_400),
    });
    expect(await titlesOf()).not.toContain('มาเองไปเอง');
    await waitUntil(async () => (await titlesOf()).includes('มาเองไปเอง'));
    expect(await feedOf()).toContain('มาเองไปเอง');
    await waitUntil(async () => !(await titlesOf()).includes('มาเองไปเอง'));
    expect(await feedOf()).not.toContain('มาเองไปเอง');
  });

  it('takes a handful of statements', async () => {
    const statements = await statementsOf(app.strapi, () => titlesOf({ q: 'ข่าว', page: 1 }));
    expect(statements.length).toBeLessThanOrEqual(5);
  });

  it.each(['?topic=budget', '?severity=all', '?page=-1', '?year=9999'])(
    'refuses %s',
    async (search) => {
      expect((await reader.problem(`/news${search}`)).status).toBe(400);
    }
  );
});

describe('GET /news/:id', () => {
  it('answers the whole item', async () => {
    const { data } = await reader.read('getNews', {}, ids.whole);
    expect(data).toMatchObject({ id: ids.whole, files: [{ kind: 'PDF' }], pinned: false });
    expect(data.body).toHaveLength(1);
  });

  it('knows nothing that is over, to come or a draft', async () => {
    for (const id of [ids.over, ids.coming, ids.draft]) {
      expect((await reader.problem(`/news/${id}`)).status).toBe(404);
    }
  });
});

describe('GET /news.atom', () => {
  it('is an Atom feed of what is shown now, the newest first', async () => {
    const response = await app.get('/api/km/v1/news.atom');
    const feed = await response.text();
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(feed.match(/<title>[^<]*<\/title>/g)?.slice(1, 3)).toEqual([
      '<title>ใหม่ &lt;ปิด&gt; &amp; เปิด</title>',
      '<title>ด่วน</title>',
    ]);
    expect(feed).toContain(`href="${app.origin}/news/${ids.whole}"`);
    expect(feed).not.toContain('หมดอายุ');
    expect(feed).not.toContain('ยังไม่ถึง');
    expect(feed).not.toContain('ร่าง');
  });

  it('refuses parameters', async () => {
    expect((await reader.problem('/news.atom?page=1')).status).toBe(400);
  });
});

describe('the pages without scripts', () => {
  it('list what is shown in its order, and tell one in words', async () => {
    const links = await news.page?.list(app.strapi);
    expect(links?.map(({ id }) => id)).toEqual(
      (await reader.read('listNews')).data.map(({ id }) => id)
    );
    expect((await news.page?.item(app.strapi, ids.whole))?.title).toBe('ใหม่ <ปิด> & เปิด');
    expect(await news.page?.item(app.strapi, ids.over)).toBeNull();
    expect(await news.page?.item(app.strapi, ids.draft)).toBeNull();
  });
});
