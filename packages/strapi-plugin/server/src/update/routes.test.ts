import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import { editorOf, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { statementsOf } from '../../test/statements';
import { update } from '.';

let app: TestApp;
let editor: Editor;
let reader: Reader;
const ids = {} as Record<'whole' | 'draft' | 'manual' | 'older', string>;

beforeAll(async () => {
  app = await startApp();
  editor = editorOf(app.strapi);
  reader = readerOf(app);
  const budget = await editor.publish('topic', { slug: 'budget', titleTh: 'ระบบงบประมาณ' });
  const transfer = await editor.publish('topic', {
    slug: 'transfer',
    titleTh: 'โอนงบประมาณ',
    parent: budget,
  });
  const revenue = await editor.publish('topic', { slug: 'revenue' });
  ids.manual = await editor.publish('manual', { title: 'คู่มือโอนงบประมาณ' });
  const picture = () => editor.file({ ext: '.png', mime: 'image/png', alternativeText: 'หน้าจอ' });
  ids.older = await editor.publish('update', {
    title: 'รอบเก่า',
    date: '2025-06-01',
    audience: 'province',
    items: [{ kind: 'fixed', description: 'แก้รายงาน', menu: revenue }],
  });
  ids.whole = await editor.publish('update', {
    title: 'รอบใหม่ <ทดสอบ>',
    date: '2026-10-01',
    items: [
      {
        kind: 'new',
        description: 'เพิ่มการโอน',
        menu: transfer,
        roles: 'เจ้าหน้าที่งบประมาณ\nผู้อำนวยการกองคลัง',
        manual: ids.manual,
        before: await picture(),
        after: await picture(),
      },
      { kind: 'removed', description: 'ยกเลิกรายงานเดิม' },
    ],
  });
  ids.draft = await editor.draft('update', { title: 'ร่าง' });
});
afterAll(() => app?.stop());

const titlesOf = async (query: Record<string, string | number> = {}) =>
  (await reader.read('listUpdates', query)).data.map(({ title }) => title);

describe('GET /updates', () => {
  it('lists releases with their changes, the newest first', async () => {
    const { data, meta } = await reader.read('listUpdates');
    expect(meta.total).toBe(2);
    expect(data.map(({ title }) => title)).toEqual(['รอบใหม่ <ทดสอบ>', 'รอบเก่า']);
    expect(data[0]?.items).toMatchObject([
      {
        kind: 'new',
        menu: { slug: 'transfer' },
        menuPath: ['ระบบงบประมาณ', 'โอนงบประมาณ'],
        roles: ['เจ้าหน้าที่งบประมาณ', 'ผู้อำนวยการกองคลัง'],
        description: 'เพิ่มการโอน',
        manual: { id: ids.manual, title: 'คู่มือโอนงบประมาณ' },
        before: { alt: 'หน้าจอ' },
        after: { alt: 'หน้าจอ' },
      },
      { kind: 'removed', menu: null, menuPath: [], roles: [], manual: null, before: null },
    ]);
  });

  it('keeps releases that have a change of that menu and that kind', async () => {
    expect(await titlesOf({ topic: 'budget' })).toEqual(['รอบใหม่ <ทดสอบ>']);
    expect(await titlesOf({ kind: 'fixed' })).toEqual(['รอบเก่า']);
    expect(await titlesOf({ topic: 'budget', kind: 'new' })).toEqual(['รอบใหม่ <ทดสอบ>']);
    expect(await titlesOf({ topic: 'budget', kind: 'removed' })).toEqual([]);
    expect(await titlesOf({ year: 2568 })).toEqual(['รอบเก่า']);
    expect(await titlesOf({ audience: 'local' })).toEqual(['รอบใหม่ <ทดสอบ>']);
    expect(await titlesOf({ audience: 'province' })).toHaveLength(2);
    expect(await titlesOf({ q: 'การโอน' })).toEqual(['รอบใหม่ <ทดสอบ>']);
  });

  it('turns pages', async () => {
    expect(await titlesOf({ pageSize: 1, page: 2 })).toEqual(['รอบเก่า']);
  });

  it('takes a handful of statements', async () => {
    const statements = await statementsOf(app.strapi, () =>
      titlesOf({ topic: 'budget', kind: 'new' })
    );
    expect(statements.length).toBeLessThanOrEqual(10);
    expect(statements.filter((sql) => sql.includes('`t0`.*'))).toEqual([]);
  });

  it.each(['?kind=all', '?appliesTo=elaas', '?topic=nowhere', '?sort=date'])(
    'refuses %s',
    async (search) => {
      expect((await reader.problem(`/updates${search}`)).status).toBe(400);
    }
  );
});

describe('GET /updates/:id', () => {
  it('answers one release and no draft', async () => {
    const { data } = await reader.read('getUpdate', {}, ids.whole);
    expect(data.items).toHaveLength(2);
    expect((await reader.problem(`/updates/${ids.draft}`)).status).toBe(404);
  });

  it('keeps its manual when either is published again', async () => {
    await editor.republish('manual', ids.manual, { title: 'คู่มือใหม่' });
    expect((await reader.read('getUpdate', {}, ids.whole)).data.items[0]?.manual).toEqual({
      id: ids.manual,
      title: 'คู่มือใหม่',
    });
    await editor.republish('update', ids.whole, { title: 'รอบใหม่ แก้ไข' });
    const { data } = await reader.read('getUpdate', {}, ids.whole);
    expect(data.items[0]).toMatchObject({ manual: { id: ids.manual }, menu: { slug: 'transfer' } });
    expect(data.items).toHaveLength(2);
  });

  it('points at no manual that is not published', async () => {
    await editor.unpublish('manual', ids.manual);
    expect((await reader.read('getUpdate', {}, ids.whole)).data.items[0]?.manual).toBeNull();
  });
});

it('GET /updates.atom is an Atom feed of all releases', async () => {
  const response = await app.get('/api/km/v1/updates.atom');
  const feed = await response.text();
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(feed).toContain(`href="${app.origin}/updates/${ids.older}"`);
  expect(feed).toContain('ระบบงบประมาณ › โอนงบประมาณ (ใหม่): เพิ่มการโอน');
  expect(feed).toContain('<published>2025-05-31T17:00:00.000Z</published>');
  expect(feed).not.toContain(ids.draft);
});

describe('the pages without scripts', () => {
  it('list what is shown in its order, and tell one in words', async () => {
    const links = await update.page?.list(app.strapi);
    expect(links?.map(({ id }) => id)).toEqual(
      (await reader.read('listUpdates')).data.map(({ id }) => id)
    );
    expect((await update.page?.item(app.strapi, ids.older))?.text).toContain('แก้รายงาน');
    expect(await update.page?.item(app.strapi, ids.draft)).toBeNull();
  });
});
