import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import { editorOf, paragraph, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { statementsOf } from '../../test/statements';
import { law } from '.';

let app: TestApp;
let editor: Editor;
let reader: Reader;
const ids = {} as Record<
  'ordinary' | 'first' | 'second' | 'coming' | 'letter' | 'reply' | 'draft',
  string
>;

beforeAll(async () => {
  app = await startApp();
  editor = editorOf(app.strapi);
  reader = readerOf(app);
  const topic = await editor.publish('topic', { slug: 'accounting' });
  ids.ordinary = await editor.publish('law', { title: 'ระเบียบเดิม', date: '2004-05-01' });
  ids.first = await editor.publish('law', {
    title: 'ระเบียบแก้ไข ฉบับที่ 2',
    date: '2015-05-01',
    amends: [ids.ordinary],
  });
  ids.letter = await editor.publish('law', {
    kind: 'letter',
    title: 'การจัดทำบัญชีในระบบ e-LAAS เพียงระบบเดียว',
    citation: 'ที่ มท๐๘๐๘.๔/ว๕๙๑๒ ลว. ๑๗ ต.ค. ๖๑',
    date: '2018-10-17',
    urgency: 'mostUrgent',
    summary: 'ให้ทุกแห่งใช้ระบบเดียว',
    gazette: 'เล่ม 136 ตอนที่ 69 ก หน้า 52 วันที่ 27 พฤษภาคม 2562',
    topics: [topic],
    files: [await editor.file({ size: 2048.12 })],
    body: [
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'สาระสำคัญ' }] },
      paragraph('<img src=x onerror=alert(1)>'),
    ],
  });
  ids.reply = await editor.publish('law', {
    kind: 'letter',
    title: 'การใช้งานระบบคลังความรู้',
    citation: 'ที่ มท 0808.4/ว 2141 ลงวันที่ 17 กรกฎาคม 2563',
    date: '2020-07-17',
    clarifies: [ids.letter],
  });
  await editor.publish('law', {
    kind: 'letter',
    title: 'หนังสือเลขเดียวกันของอีกหน่วยงาน',
    citation: 'ที่ สน 0023.5/5912 ลงวันที่ 3 มีนาคม 2564',
    date: '2021-03-03',
  });
  ids.second = await editor.publish('law', {
    title: 'ระเบียบใหม่',
    date: '2023-01-01',
    repeals: [ids.ordinary, ids.first],
  });
  ids.coming = await editor.publish('law', {
    kind: 'act',
    title: 'พระราชบัญญัติที่ยังไม่ใช้บังคับ',
    legalStatus: 'notYetInForce',
    date: null,
    repeals: [ids.letter],
  });
  ids.draft = await editor.draft('law', { title: 'ร่าง', repeals: [ids.second] });
});
afterAll(() => app?.stop());

const list = async (query: Record<string, string | number> = {}) =>
  (await reader.read('listLaws', query)).data;
const titlesOf = async (query: Record<string, string | number> = {}) =>
  (await list(query)).map(({ title }) => title);

describe('GET /laws', () => {
  it('lists the newest first and what has no date last', async () => {
    expect(await titlesOf()).toEqual([
      'ระเบียบใหม่',
      'หนังสือเลขเดียวกันของอีกหน่วยงาน',
      'การใช้งานระบบคลังความรู้',
      'การจัดทำบัญชีในระบบ e-LAAS เพียงระบบเดียว',
      'ระเบียบแก้ไข ฉบับที่ 2',
      'ระเบียบเดิม',
      'พระราชบัญญัติที่ยังไม่ใช้บังคับ',
    ]);
  });

  it('prints a citation in one way, however it was typed', async () => {
    const [letter] = await list({ q: 'เพียงระบบเดียว' });
    expect(letter).toMatchObject({
      citation: 'มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561',
      citationParts: { org: 'มท', unit: '0808.4', circular: true, number: 5912, year: 2561 },
      urgency: 'mostUrgent',
      topics: [{ slug: 'accounting' }],
    });
  });

  it('tells a law that a later one in force repeals as repealed', async () => {
    const old = (await list()).find(({ id }) => id === ids.ordinary);
    expect(old?.status).toBe('repealed');
    expect(old?.repealedBy).toMatchObject([{ id: ids.second, status: 'inForce' }]);
    expect(old?.amendedBy).toMatchObject([{ id: ids.first, status: 'repealed' }]);
  });

  it('lets nothing that is not yet in force or not published repeal anything', async () => {
    const found = await list();
    expect(found.find(({ id }) => id === ids.letter)?.status).toBe('inForce');
    expect(found.find(({ id }) => id === ids.second)).toMatchObject({
      status: 'inForce',
      repealedBy: [],
    });
  });

  it('filters by the status it tells', async () => {
    const all = await list();
    for (const status of ['inForce', 'amended', 'repealed', 'notYetInForce'] as const) {
      const told = all.filter((law) => law.status === status).map(({ id }) => id);
      const answer = await reader.read('listLaws', { status });
      expect(answer.data.map(({ id }) => id)).toEqual(told);
      expect(answer.meta.total).toBe(told.length);
    }
  });

  it('filters by kind, year and menu', async () => {
    expect(await titlesOf({ kind: 'act' })).toEqual(['พระราชบัญญัติที่ยังไม่ใช้บังคับ']);
    expect(await titlesOf({ year: 2561 })).toEqual(['การจัดทำบัญชีในระบบ e-LAAS เพียงระบบเดียว']);
    expect(await titlesOf({ topic: 'accounting' })).toHaveLength(1);
    expect((await reader.problem('/laws?topic=nowhere')).details.parameters).toEqual(['topic']);
    expect((await reader.problem('/laws?kind=letters')).details.parameters).toEqual(['kind']);
    expect((await reader.problem('/laws?status=draft')).details.parameters).toEqual(['status']);
  });

  it('turns pages', async () => {
    const first = await reader.read('listLaws', { pageSize: 3 });
    const second = await reader.read('listLaws', { pageSize: 3, page: 2 });
    const third = await reader.read('listLaws', { pageSize: 3, page: 3 });
    const met = [...first.data, ...second.data, ...third.data].map(({ id }) => id);
    expect(met).toEqual((await list()).map(({ id }) => id));
    expect(third.meta).toMatchObject({ page: 3, pageSize: 3, total: 7 });
  });

  it('takes a handful of statements', async () => {
    const statements = await statementsOf(app.strapi, () => list({ status: 'repealed', page: 1 }));
    expect(statements.length).toBeLessThanOrEqual(9);
    expect(statements.filter((sql) => sql.includes('`t0`.*'))).toEqual([]);
  });
});

describe('GET /laws/:id', () => {
  it('answers the whole letter', async () => {
    const { data } = await reader.read('getLaw', {}, ids.letter);
    expect(data).toMatchObject({
      gazette: { volume: 136, part: 69, partType: 'ก', page: 52, date: '2019-05-27' },
      files: [{ kind: 'PDF', sizeBytes: 2048120, pages: null }],
      clarifiedBy: [{ id: ids.reply, citation: 'มท 0808.4/ว 2141 ลงวันที่ 17 กรกฎาคม 2563' }],
      repealedBy: [{ id: ids.coming, status: 'notYetInForce', citation: null, date: null }],
      body: [{ type: 'heading', id: 'สาระสำคัญ' }, paragraph('<img src=x onerror=alert(1)>')],
    });
  });

  it('answers what a law does to others', async () => {
    const { data } = await reader.read('getLaw', {}, ids.second);
    expect(data.repeals.map(({ id }) => id)).toEqual([ids.first, ids.ordinary]);
    expect(data.repeals.map(({ status }) => status)).toEqual(['repealed', 'repealed']);
    expect(data.amends).toEqual([]);
  });

  it('knows no draft', async () => {
    expect((await reader.problem(`/laws/${ids.draft}`)).status).toBe(404);
    expect((await reader.problem(`/laws/${'b'.repeat(25)}`)).status).toBe(404);
  });

  it('keeps what it is tied to when either side is published again', async () => {
    await editor.republish('law', ids.ordinary, { summary: 'แก้คำผิด' });
    await editor.republish('law', ids.second);
    await editor.republish('law', ids.first);
    const { data } = await reader.read('getLaw', {}, ids.ordinary);
    expect(data.repealedBy.map(({ id }) => id)).toEqual([ids.second]);
    expect(data.amendedBy.map(({ id }) => id)).toEqual([ids.first]);
  });

  it('is in force again for readers once the law that repealed it is taken back', async () => {
    const old = await editor.publish('law');
    const later = await editor.publish('law', { repeals: [old] });
    expect((await reader.read('getLaw', {}, old)).data.status).toBe('repealed');
    await editor.unpublish('law', later);
    expect((await reader.read('getLaw', {}, old)).data.status).toBe('inForce');
  });
});

describe('GET /laws/lookup', () => {
  const lookUp = (number: string) => reader.read('lookUpLaw', { number });

  it.each([
    'ว5912',
    'ว๕๙๑๒',
    'ว 5912',
    'ว.5912/61',
    'มท0808.4/ว5912',
    'มท ๐๘๐๘.๔ / ว ๕๙๑๒',
    'หนังสือ ว 5912 ลว 17 ต.ค. 61',
    'ด่วนที่สุด ที่ มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561',
    'มท 0808.4/5912',
    '5912/2561',
  ])('finds the letter by %s', async (number) => {
    const { data, meta } = await lookUp(number);
    expect(data.map(({ id }) => id)).toEqual([ids.letter]);
    expect(meta).toMatchObject({ page: 1, pageSize: 100, total: 1, understood: { number: 5912 } });
  });

  it('finds all letters of a number, the newest first', async () => {
    const { data } = await lookUp('5912');
    expect(data.map(({ date }) => date)).toEqual(['2021-03-03', '2018-10-17']);
  });

  it('is exact on every part that is given', async () => {
    expect((await lookUp('กค 0808.4/ว 5912')).data).toEqual([]);
    expect((await lookUp('มท 0808.2/ว 5912')).data).toEqual([]);
    expect((await lookUp('ว 5912/2562')).data).toEqual([]);
    expect((await lookUp('ว 591')).data).toEqual([]);
  });

  it.each(['ระเบียบ', ';5912', "' OR 1=1", '<script>alert(1)</script>', '\uD800', 'a\u0000b'])(
    'refuses %j, which has no number, with a sentence',
    async (number) => {
      const problem = await reader.problem(`/laws/lookup?${new URLSearchParams({ number })}`);
      expect(problem.status).toBe(400);
      expect(problem.details.parameters).toEqual(['number']);
      expect(problem.message).toContain('อ่านเลขที่หนังสือไม่ออก');
    }
  );

  it('refuses to be asked nothing, twice or more than it takes', async () => {
    for (const search of ['', '?number=', '?number=1&number=2', '?number=1&page=2']) {
      expect((await reader.problem(`/laws/lookup${search}`)).status).toBe(400);
    }
  });

  it('survives numbers no letter has', async () => {
    expect((await lookUp('ว 999999')).data).toEqual([]);
    expect((await reader.problem('/laws/lookup?number=99999999999999999999')).status).toBe(400);
  });
});

describe('the pages without scripts', () => {
  it('list what is shown in its order, and tell one in words', async () => {
    const links = await law.page?.list(app.strapi);
    expect(links?.map(({ id }) => id)).toEqual((await list({ pageSize: 100 })).map(({ id }) => id));
    expect((await law.page?.item(app.strapi, ids.letter))?.title).toBe(
      'มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561 เรื่อง การจัดทำบัญชีในระบบ e-LAAS เพียงระบบเดียว'
    );
    expect(await law.page?.item(app.strapi, ids.draft)).toBeNull();
  });
});
