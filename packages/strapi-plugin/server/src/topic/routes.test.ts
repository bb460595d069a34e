import { afterAll, beforeAll, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import { editorOf, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';

let app: TestApp;
let editor: Editor;
let reader: Reader;

beforeAll(async () => {
  app = await startApp();
  editor = editorOf(app.strapi);
  reader = readerOf(app);
});
afterAll(() => app?.stop());

it('answers an empty tree where there is no menu', async () => {
  expect((await reader.read('listTopics')).data).toEqual([]);
});

it('answers the whole tree in order, and a new name as soon as it is saved', async () => {
  const budget = await editor.publish('topic', {
    slug: 'budget',
    titleTh: 'ระบบงบประมาณ',
    titleEn: 'Budget',
    order: 2,
    earlierNames: 'งบประมาณ',
    sample: true,
  });
  await editor.publish('topic', { slug: 'revenue', order: 1 });
  await editor.publish('topic', { slug: 'transfer', parent: budget, titleTh: '<b>โอน</b>' });
  const { data } = await reader.read('listTopics');
  expect(data.map(({ slug }) => slug)).toEqual(['revenue', 'budget']);
  expect(data[1]).toMatchObject({ earlierNames: ['งบประมาณ'], earlierSlugs: [], sample: true });
  expect(data[1]?.children).toMatchObject([{ slug: 'transfer', titleTh: '<b>โอน</b>' }]);

  await editor.edit('topic', budget, { titleTh: 'งบประมาณและแผน' });
  const titles = (await reader.read('listTopics')).data.map(({ titleTh }) => titleTh);
  expect(titles).toContain('งบประมาณและแผน');
});

it('leaves out a menu whose slug no address can hold, and keeps the tree', async () => {
  const broken = await editor.publish('topic', { slug: 'to-break' });
  await app.strapi.db
    .connection('km_topics')
    .where({ document_id: broken })
    .update({ slug: 'ไม่ใช่ slug' });
  await editor.publish('topic', { slug: 'after' });
  const slugs = (await reader.read('listTopics')).data.map(({ slug }) => slug);
  expect(slugs).toContain('after');
  expect(slugs).not.toContain('ไม่ใช่ slug');
});

it('takes no parameters', async () => {
  expect((await reader.problem('/topics?page=1')).details.parameters).toEqual(['page']);
});
