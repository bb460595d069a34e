import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import { editorOf, paragraph, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { statementsOf } from '../../test/statements';
import { manual } from '.';

let app: TestApp;
let editor: Editor;
let reader: Reader;
const ids = {} as Record<'whole' | 'draft' | 'revenue' | 'budget', string>;

const heading = (text: string, level: number) => ({
  type: 'heading',
  level,
  children: [{ type: 'text', text }],
});

beforeAll(async () => {
  app = await startApp();
  editor = editorOf(app.strapi);
  reader = readerOf(app);
  ids.budget = await editor.publish('topic', { slug: 'budget', order: 1 });
  ids.revenue = await editor.publish('topic', { slug: 'revenue', order: 2 });
  await app.strapi.db.connection('km_file_facts').insert({ file_hash: 'counted', pages: 24 });
  ids.whole = await editor.publish('manual', {
    title: 'คู่มือรับเงิน',
    topics: [ids.revenue],
    version: '2.0',
    effectiveDate: '2025-12-31',
    reviewBy: '2027-09-30',
    audience: 'local',
    appliesTo: 'newElaas',
    body: [heading('ขั้นตอน', 2), paragraph('กดบันทึก'), heading('ขั้นตอน', 3)],
    files: [
      await editor.file({ hash: 'counted', name: 'คู่มือรับเงิน.pdf' }),
      await editor.file({ ext: '.docx', mime: 'application/octet-stream' }),
    ],
    earlierVersions: [
      { version: '1.0', effectiveDate: '2024-01-01', note: 'ฉบับแรก', file: await editor.file() },
      { version: '0.9' },
    ],
  });
  await editor.publish('manual', {
    title: 'คู่มือตั้งงบประมาณ',
    topics: [ids.revenue, ids.budget],
    effectiveDate: '2020-01-01',
  });
  await editor.publish('manual', { title: 'คู่มือไม่มีเมนู', effectiveDate: '2026-01-01' });
  await editor.publish('manual', {
    title: 'คู่มือโอนงบประมาณ',
    topics: [ids.budget],
    effectiveDate: '2026-01-01',
    appliesTo: 'elaas',
  });
  ids.draft = await editor.draft('manual', { topics: [ids.budget] });
});
afterAll(() => app?.stop());

const titlesOf = async (query: Record<string, string | number> = {}) =>
  (await reader.read('listManuals', query)).data.map(({ title }) => title);

describe('GET /manuals', () => {
  it('follows the menus, the newest first within each', async () => {
    expect(await titlesOf()).toEqual(['คู่มือโอนงบประมาณ', 'คู่มือตั้งงบประมาณ', 'คู่มือรับเงิน', 'คู่มือไม่มีเมนู']);
    expect(await titlesOf({ topic: 'revenue' })).toEqual(['คู่มือรับเงิน', 'คู่มือตั้งงบประมาณ']);
  });

  it('filters by everything it takes', async () => {
    expect(await titlesOf({ audience: 'province' })).not.toContain('คู่มือรับเงิน');
    expect(await titlesOf({ appliesTo: 'elaas' })).not.toContain('คู่มือรับเงิน');
    expect(await titlesOf({ appliesTo: 'newElaas' })).not.toContain('คู่มือโอนงบประมาณ');
    expect(await titlesOf({ year: 2568 })).toEqual(['คู่มือรับเงิน']);
    expect(await titlesOf({ q: 'โอน งบ' })).toEqual(['คู่มือโอนงบประมาณ']);
    expect(await titlesOf({ q: 'รับ', topic: 'budget' })).toEqual([]);
  });

  it('turns pages', async () => {
    const { data, meta } = await reader.read('listManuals', { page: 2, pageSize: 3 });
    expect(data.map(({ title }) => title)).toEqual(['คู่มือไม่มีเมนู']);
    expect(meta).toMatchObject({ page: 2, pageSize: 3, total: 4 });
  });

  it('tells of each file its kind, size and pages', async () => {
    const { data } = await reader.read('listManuals', { year: 2568 });
    expect(data[0]?.files).toMatchObject([
      { name: 'คู่มือรับเงิน.pdf', kind: 'PDF', sizeBytes: 10500, pages: 24 },
      { kind: 'DOCX', pages: null },
    ]);
  });

  it('takes a handful of statements', async () => {
    const statements = await statementsOf(app.strapi, () =>
      reader.read('listManuals', { topic: 'revenue', q: 'คู่มือ' })
    );
    expect(statements.length).toBeLessThanOrEqual(8);
    expect(statements.filter((sql) => sql.includes('`t0`.*'))).toEqual([]);
  });

  it.each(['?severity=urgent', '?pageSize=0', '?topic[]=budget', '?page=1e9', '?year=abcd'])(
    'refuses %s',
    async (search) => {
      expect((await reader.problem(`/manuals${search}`)).status).toBe(400);
    }
  );
});

describe('GET /manuals/:id', () => {
  it('answers the whole manual with its contents and earlier versions', async () => {
    const { data } = await reader.read('getManual', {}, ids.whole);
    expect(data.contents).toEqual([
      { id: 'ขั้นตอน', level: 2, text: 'ขั้นตอน' },
      { id: 'ขั้นตอน-2', level: 3, text: 'ขั้นตอน' },
    ]);
    expect(data).toMatchObject({
      version: '2.0',
      effectiveDate: '2025-12-31',
      reviewBy: '2027-09-30',
      earlierVersions: [
        { version: '1.0', effectiveDate: '2024-01-01', note: 'ฉบับแรก', file: { kind: 'PDF' } },
        { version: '0.9', effectiveDate: null, note: '', file: null },
      ],
    });
  });

  it('shows no unsafe link, even one that came into the database past every editor', async () => {
    const link = { type: 'link', url: 'javascript:alert(1)', children: paragraph('กด').children };
    const id = await editor.publish('manual');
    await app.strapi.db.query('plugin::km.manual').updateMany({
      where: { documentId: id },
      data: { body: [{ type: 'paragraph', children: [link] }, { type: 'iframe' }] },
    });
    const { data } = await reader.read('getManual', {}, id);
    expect(data.body).toEqual([paragraph('กด')]);
    await editor.unpublish('manual', id);
  });

  it('knows no draft', async () => {
    expect((await reader.problem(`/manuals/${ids.draft}`)).status).toBe(404);
  });

  it('keeps its identity, files and menus when it is published again', async () => {
    await editor.republish('manual', ids.whole, { version: '2.1' });
    const { data } = await reader.read('getManual', {}, ids.whole);
    expect(data).toMatchObject({ id: ids.whole, version: '2.1', topics: [{ slug: 'revenue' }] });
    expect(data.files).toHaveLength(2);
    expect(data.earlierVersions[0]?.file).not.toBeNull();
  });
});

describe('the pages without scripts', () => {
  it('list what is shown in its order, and tell one in words', async () => {
    const links = await manual.page?.list(app.strapi);
    expect(links?.map(({ id }) => id)).toEqual(
      (await reader.read('listManuals')).data.map(({ id }) => id)
    );
    expect((await manual.page?.item(app.strapi, ids.whole))?.text).toContain('กดบันทึก');
    expect(await manual.page?.item(app.strapi, ids.draft)).toBeNull();
  });
});
