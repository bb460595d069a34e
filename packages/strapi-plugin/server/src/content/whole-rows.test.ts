import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorOf, paragraph, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { statementsOf } from '../../test/statements';
import { wholeFaqSelection } from '../faq/dto';
import { formSelection } from '../form/dto';
import { wholeLawSelection } from '../law/dto';
import { wholeManualSelection } from '../manual/dto';
import { wholeNewsSelection } from '../news/dto';
import { updateSelection } from '../update/dto';
import type { ContentUid, Selection } from './published-rows';
import { wholeRows } from './whole-rows';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('whole rows', () => {
  let app: TestApp;
  let editor: Editor;
  beforeAll(async () => {
    app = await startApp();
    editor = editorOf(app.strapi);
    await fill();
  });
  afterAll(() => app?.stop());

  async function fill(): Promise<void> {
    const topics = [await editor.publish('topic'), await editor.publish('topic')].reverse();
    const [first, second] = [await editor.file(), await editor.file({ size: 0.25 })];
    const connect = (documentIds: string[]) => ({
      set: documentIds.map((documentId) => ({ documentId })),
    });
    const manual = await editor.publish('manual', {
      topics: connect(topics),
      files: [second, first],
      effectiveDate: '2026-02-28',
      earlierVersions: [
        { version: '2', effectiveDate: '2025-01-01', note: `"ข้อ 1" \\ 'x'`, file: first },
        { version: '1', file: second },
        { version: '0' },
      ],
    });
    const drafted = await editor.draft('manual');
    const law = await editor.publish('law', { files: [first], body: [paragraph('ข้อความ')] });
    await editor.publish('faq', {
      topics: connect(topics),
      relatedManuals: connect([drafted, manual]),
      relatedLaws: connect([law]),
      pinnedOrder: 3,
      sample: true,
    });
    await editor.publish('faq');
    await editor.publish('news', { files: [first, second], pinned: true, picture: first });
    await editor.publish('update', {
      items: [
        {
          kind: 'new',
          description: 'หนึ่ง',
          menu: { documentId: topics[0] },
          manual: { documentId: manual },
          after: second,
        },
        { kind: 'fixed', description: 'สอง', roles: 'ก\nข' },
      ],
    });
    const newer = await editor.publish('form', { code: 'ก 1' });
    await editor.publish('form', {
      supersededBy: { documentId: newer },
      editableFile: await editor.file({ name: 'a.docx', ext: '.docx', mime: docx }),
      topics: connect(topics),
    });
  }

  const selections: [ContentUid, Selection][] = [
    ['plugin::km.manual', wholeManualSelection],
    ['plugin::km.law', wholeLawSelection],
    ['plugin::km.faq', wholeFaqSelection],
    ['plugin::km.news', wholeNewsSelection],
    ['plugin::km.update', updateSelection],
    ['plugin::km.form', formSelection],
  ];

  it.each(selections)(
    'of %s are what Strapi itself reads, in one statement',
    async (uid, selection) => {
      let ours: Record<string, unknown>[] = [];
      const statements = await statementsOf(app.strapi, async () => {
        ours = (await wholeRows(app.strapi, uid, selection, (items) =>
          items.whereNotNull('item.published_at').orderBy('item.id')
        )) as never;
      });
      expect(statements).toHaveLength(1);
      const theirs = await app.strapi.db.query(uid).findMany({
        select: ['id', 'documentId', 'updatedAt', ...selection.select],
        populate: selection.populate as never,
        where: { publishedAt: { $notNull: true } },
        orderBy: { id: 'asc' },
      });
      expect(theirs.length).toBeGreaterThan(0);
      expect(comparable(ours, selection)).toEqual(comparable(theirs, selection));
    }
  );

  it('are the same objects for as long as they read the same', async () => {
    const read = () =>
      wholeRows(app.strapi, 'plugin::km.faq', wholeFaqSelection, (items) =>
        items.whereNotNull('item.published_at').orderBy('item.id')
      );
    const [before, again] = [await read(), await read()];
    expect(before.length).toBeGreaterThan(1);
    expect(again.map((row, at) => row === before[at])).toEqual(before.map(() => true));
    // What a row relates to is a part of it.
    await app.strapi.db.getConnection('km_manuals').update({ title: 'ชื่อใหม่' });
    const [named, ...others] = await read();
    expect(named).not.toBe(before[0]);
    expect(JSON.stringify(named)).toContain('ชื่อใหม่');
    expect(others).toEqual(before.slice(1));
    expect(others[0]).toBe(before[1]);
  });

  it('refuse a selection the type has not', async () => {
    const read = (selection: Selection) =>
      wholeRows(app.strapi, 'plugin::km.faq', selection, () => {});
    await expect(read({ select: ['colour'] })).rejects.toThrow('has no attribute colour');
    await expect(
      read({ select: [], populate: { topics: { select: ['createdAt'] } } })
    ).rejects.toThrow('cannot be nested');
  });
});

/** What was selected alone: Strapi adds ids of links, and reads decimals as it likes. */
function comparable(value: unknown, selection: Selection): unknown {
  if (Array.isArray(value)) return value.map((one) => comparable(one, selection));
  if (value === null || value === undefined) return null;
  const row = value as Record<string, unknown>;
  const scalars = selection.select.map((name) => [
    name,
    name === 'size' ? Number(row[name]) : row[name],
  ]);
  const nested = Object.entries(selection.populate ?? {}).map(([name, below]) => [
    name,
    comparable(row[name], below as Selection),
  ]);
  return Object.fromEntries([...scalars, ...nested]);
}
