import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bahtToSatang } from '@km-laas/thai';
import { readerOf, type Reader } from '../../test/answers';
import { editorOf, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { statementsOf } from '../../test/statements';
import { revisionsOf } from '../platform/revisions';
import { importerOf, type Cells, type Importer } from './import.test-support';
import { sqlOf, tables } from './ledger';
import { allSubsidies, listSubsidies } from './list';
import { removeSampleTransfers } from './samples';

let app: TestApp;
let editor: Editor;
let reader: Reader;
let importer: Importer;

const tharae = '05470105';
const nongbua = '06470302';
const nakhae = '05480204';
const names: Record<string, [string, string, 'subdistrict' | 'sao']> = {
  [tharae]: ['เทศบาลตำบลท่าแร่', '47', 'subdistrict'],
  [nongbua]: ['องค์การบริหารส่วนตำบลหนองบัว', '47', 'sao'],
  [nakhae]: ['เทศบาลตำบลนาแก', '48', 'subdistrict'],
};

beforeAll(async () => {
  app = await startApp();
  editor = editorOf(app.strapi);
  reader = readerOf(app);
  importer = importerOf(app.strapi);
  for (const [code, [name, provinceCode, kind]] of Object.entries(names)) {
    await editor.publish('authority', { name, kind, code, provinceCode, district: 'เมือง' });
  }
});
afterAll(() => app?.stop());
beforeEach(async () => {
  for (const table of Object.values(tables)) await app.strapi.db.getConnection(table).delete();
  await revisionsOf(app.strapi).raise(['subsidy']);
});

const line = (authorityCode: string, amount: string, more: Cells = {}): Cells => ({
  authorityCode,
  fiscalYear: '2570',
  type: 'เบี้ยยังชีพผู้สูงอายุ',
  instalment: 'ไตรมาสที่ 1',
  letterNumber: 'มท 0808.2/ว 9001',
  letterDate: '1 ต.ค. 2569',
  transferDate: '5 ต.ค. 2569',
  payee: 'กรมบัญชีกลางจ่ายแทน',
  headcount: '10',
  amount,
  ...more,
});
const second = { letterNumber: 'มท 0808.2/ว 9002', letterDate: '1 พ.ย. 2569' };

/** A letter with one release of allowances, and a later one with what follows. */
const letters: Cells[] = [
  line(tharae, '1,000.10'),
  line(nongbua, '2,000.20'),
  line(nakhae, '4,000.40'),
  line(tharae, '0.03', { ...second, type: 'นม', instalment: '2', headcount: '' }),
  line(nongbua, '700', { ...second, instalment: '2', transferDate: '', status: '' }),
  line(nongbua, '500.05', { ...second, instalment: '1', status: 'เรียกคืน', amends: '9' }),
];

const list = (query: Record<string, string | number> = {}) => reader.read('listSubsidies', query);

describe('GET /subsidies', () => {
  it('says where there is nothing that there is nothing', async () => {
    const { data, meta } = await list();
    expect(data).toEqual([]);
    expect(meta).toMatchObject({
      total: 0,
      importedAt: null,
      sample: false,
      fiscalYears: [],
      types: [],
      matrix: [],
      totals: { lines: 0, authorities: 0, allocated: 0, transferred: 0, recalled: 0, net: 0 },
    });
    expect(meta.source.nameTh).toContain('กรมส่งเสริมการปกครองท้องถิ่น');
  });

  it('lists the newest letter first and its lines as the list has them', async () => {
    await importer.run(letters);
    const { data, meta } = await list();
    expect(data.map(({ letter, amount }) => [letter?.number, amount])).toEqual([
      ['มท 0808.2/ว 9002', 0.03],
      ['มท 0808.2/ว 9002', 700],
      ['มท 0808.2/ว 9002', 500.05],
      ['มท 0808.2/ว 9001', 1000.1],
      ['มท 0808.2/ว 9001', 2000.2],
      ['มท 0808.2/ว 9001', 4000.4],
    ]);
    expect(data[3]).toEqual({
      id: data[3]?.id,
      fiscalYear: 2570,
      authority: {
        code: tharae,
        name: 'เทศบาลตำบลท่าแร่',
        kind: 'subdistrict',
        district: 'เมืองสกลนคร',
        provinceCode: '47',
        province: 'สกลนคร',
      },
      type: { code: 'elderly', nameTh: 'เบี้ยยังชีพผู้สูงอายุ', nameEn: 'Old-age allowance' },
      subItem: null,
      instalment: 1,
      periodFrom: '2026-10-01',
      periodTo: '2026-12-31',
      letter: { number: 'มท 0808.2/ว 9001', date: '2026-10-01', urgency: null, lawId: null },
      allocationNumber: null,
      budgetCode: null,
      transferDate: '2026-10-05',
      payee: 'comptroller',
      headcount: 10,
      amount: 1000.1,
      status: 'transferred',
      amends: null,
      sample: false,
    });
    expect(meta.types.map(({ code }) => code)).toEqual(['elderly', 'school-milk']);
    expect(meta.importedAt).not.toBeNull();
  });

  it('adds up to the satang, with what was recalled apart', async () => {
    await importer.run(letters);
    const { meta } = await list();
    expect(meta.totals).toEqual({
      lines: 6,
      authorities: 3,
      allocated: 700,
      transferred: 7000.73,
      recalled: 500.05,
      net: 6500.68,
    });
    expect(meta.matrix).toEqual([
      {
        type: 'elderly',
        instalment: 1,
        lines: 4,
        allocated: 0,
        transferred: 7000.7,
        recalled: 500.05,
        net: 6500.65,
      },
      {
        type: 'elderly',
        instalment: 2,
        lines: 1,
        allocated: 700,
        transferred: 0,
        recalled: 0,
        net: 0,
      },
      {
        type: 'school-milk',
        instalment: 2,
        lines: 1,
        allocated: 0,
        transferred: 0.03,
        recalled: 0,
        net: 0.03,
      },
    ]);
  });

  const filters: Record<string, string | number>[] = [
    {},
    { authority: tharae },
    { authority: nongbua },
    { province: '47' },
    { province: '48' },
    { province: '10' },
    { type: 'elderly' },
    { type: 'aids' },
    { instalment: 1 },
    { instalment: 2, type: 'elderly' },
    { province: '47', type: 'elderly', instalment: 1 },
    { authority: nongbua, instalment: 2 },
    { authority: nongbua, province: '48' },
    { authority: '06999999' },
    { fiscalYear: 2569 },
    { fiscalYear: 2568 },
  ];
  it.each(filters)('file, table, totals and matrix agree for %j', async (query) => {
    await importer.run([
      ...letters,
      line(nakhae, '8', { fiscalYear: '2569', transferDate: '1/9/69' }),
    ]);
    const rows = await importer.rowsOf(
      [...letters, line(nakhae, '8', { fiscalYear: '2569', transferDate: '1/9/69' })],
      importer.jobOf().options
    );
    const wanted = rows.filter(
      (row) =>
        row.fiscalYear === (query.fiscalYear ?? 2570) &&
        (query.authority === undefined || row.authority === query.authority) &&
        (query.province === undefined || row.province === query.province) &&
        (query.type === undefined || row.type === query.type) &&
        (query.instalment === undefined || row.instalment === query.instalment)
    );
    const { data, meta } = await list(query);
    expect(data).toHaveLength(wanted.length);
    expect(meta.total).toBe(wanted.length);
    expect(meta.totals.lines).toBe(wanted.length);
    expect(meta.totals.authorities).toBe(new Set(wanted.map(({ authority }) => authority)).size);
    for (const status of ['allocated', 'transferred', 'recalled'] as const) {
      const file = wanted
        .filter((row) => row.status === status)
        .reduce((sum, { amount }) => sum + amount, 0);
      const shown = data
        .filter((row) => row.status === status)
        .reduce((sum, { amount }) => sum + bahtToSatang(amount), 0);
      const cells = meta.matrix.reduce((sum, cell) => sum + bahtToSatang(cell[status]), 0);
      expect([shown, bahtToSatang(meta.totals[status]), cells], status).toEqual([file, file, file]);
    }
    const streamed: unknown[] = [];
    for await (const some of allSubsidies(app.strapi, query)) streamed.push(...some);
    expect(streamed).toEqual(data);
  });

  it('turns pages without losing or repeating a line', async () => {
    await importer.run(letters);
    const narrowed: Record<string, string>[] = [
      {},
      { province: '47' },
      { authority: nongbua },
      { type: 'elderly' },
    ];
    for (const query of narrowed) {
      const whole = (await list({ ...query, pageSize: 100 })).data.map(({ id }) => id);
      for (const pageSize of [1, 2, 4]) {
        const pages: string[] = [];
        for (let page = 1; page <= 7; page += 1) {
          pages.push(...(await list({ ...query, page, pageSize })).data.map(({ id }) => id));
        }
        expect(pages).toEqual(whole);
      }
      expect(new Set(whole).size).toBe(whole.length);
    }
  });

  it.each([
    ['?province=4', 'province'],
    ['?authority=12', 'authority'],
    ['?type=Old%20Age', 'type'],
    ['?instalment=0', 'instalment'],
    ['?instalment=1e1', 'instalment'],
    ['?fiscalYear=2027', 'fiscalYear'],
    ['?q=x', 'q'],
    ['?bank=1', 'bank'],
    ['?pageSize=101', 'pageSize'],
  ])('refuses %s', async (search, parameter) => {
    const problem = await reader.problem(`/subsidies${search}`);
    expect(problem.status).toBe(400);
    expect(problem.details.parameters).toEqual([parameter]);
  });

  it('links a letter to the law library while it is published there', async () => {
    await importer.run(letters);
    const id = await editor.publish('law', {
      kind: 'letter',
      title: 'การโอนจัดสรรเงินอุดหนุน',
      citation: 'ที่ มท 0808.2/ว 9001 ลงวันที่ 1 ตุลาคม 2569',
      date: '2026-10-01',
    });
    const lawIds = async () => (await list()).data.map(({ letter }) => letter?.lawId);
    expect(await lawIds()).toEqual([null, null, null, id, id, id]);
    await editor.unpublish('law', id);
    expect(await lawIds()).toEqual(Array(6).fill(null));
  });
});

describe('an import', () => {
  it('is seen whole when it is activated, and not a line before', async () => {
    const job = importer.jobOf();
    const rows = await importer.rowsOf(letters, job.options);
    await importer.append(job, rows, 2);
    expect((await list()).meta.total).toBe(0);
    await importer.preview(job);
    await importer.seal(job);
    expect((await list()).meta.fiscalYears).toEqual([]);
    await importer.activate(job);
    expect((await list()).meta.total).toBe(6);
  });

  it('says the same however often each step comes', async () => {
    const job = importer.jobOf();
    const rows = await importer.rowsOf(letters, job.options);
    await importer.append(job, rows.slice(0, 4), 2);
    const slice = rows.slice(2, 4);
    const again = {
      number: 1,
      count: 2,
      json: JSON.stringify(slice),
      groups: [],
      rows: () => slice,
    };
    const { subsidyStore } = await import('./import-store');
    await subsidyStore.append(app.strapi, job, again);
    await expect(subsidyStore.append(app.strapi, job, { ...again, number: 3 })).rejects.toThrow(
      'before its turn'
    );
    await importer.append(job, rows, 2);
    const first = await importer.preview(job);
    expect(await importer.preview(job)).toEqual(first);
    await importer.seal(job);
    await importer.seal(job);
    await importer.activate(job);
    await importer.activate(job);
    expect((await list()).meta.totals).toMatchObject({ lines: 6, transferred: 7000.73 });
  });

  it('replaces what the same letter said, and nothing else', async () => {
    await importer.run(letters);
    const { preview, summary } = await importer.run([
      line(tharae, '1,000.10'),
      line(nongbua, '2,222.22'),
      line(nongbua, '1', { allocationNumber: '77' }),
    ]);
    expect(preview.changes).toEqual({ added: 1, changed: 1, same: 1, removed: 1 });
    expect(preview.covers).toEqual(['ปีงบประมาณ 2570 หนังสือ มท 0808.2/ว 9001']);
    expect(preview.amount).toBe(322_332);
    expect(preview.totals[0]?.lines).toEqual([
      { code: '47', name: 'สกลนคร', rows: 3, amount: 322_332, before: 300_030 },
    ]);
    expect(preview.totals[1]?.lines).toEqual([
      { code: 'elderly', name: 'เบี้ยยังชีพผู้สูงอายุ', rows: 3, amount: 322_332, before: 700_070 },
    ]);
    expect(summary).toMatchObject({ rows: 3, amount: 322_332, changes: preview.changes });
    const { meta } = await list();
    expect(meta.totals).toEqual({
      lines: 6,
      authorities: 2,
      allocated: 700,
      transferred: 3223.35,
      recalled: 500.05,
      net: 2723.3,
    });
    // What was replaced is kept for audit.
    const [kept] = await app.strapi.db.getConnection(tables.lines).count({ count: '*' });
    expect(Number(kept?.count)).toBe(9);
  });

  it('sees an announced transfer that is made as the same one', async () => {
    await importer.run([line(tharae, '5', { transferDate: '' })]);
    expect((await list()).meta.totals).toMatchObject({ allocated: 5, transferred: 0 });
    const { preview } = await importer.run([line(tharae, '5')]);
    expect(preview.changes).toEqual({ added: 0, changed: 1, same: 0, removed: 0 });
    expect((await list()).meta.totals).toMatchObject({ allocated: 0, transferred: 5 });
  });

  it('replaces only the authorities it names where it is told so', async () => {
    await importer.run(letters);
    const { preview } = await importer.run([line(nongbua, '9')], { scope: 'authorities' });
    expect(preview.changes).toEqual({ added: 0, changed: 1, same: 0, removed: 0 });
    const { data, meta } = await list();
    expect(meta.totals).toMatchObject({ lines: 6, authorities: 3, transferred: 5009.53 });
    expect(data.slice(3).map(({ amount }) => amount)).toEqual([9, 1000.1, 4000.4]);
  });

  it('takes lists without a letter by type and instalment', async () => {
    const none = { letterNumber: '', letterDate: '' };
    await importer.run([line(tharae, '1', none), line(tharae, '2', { ...none, instalment: '2' })]);
    const { preview } = await importer.run([line(tharae, '3', { ...none, instalment: '2' })]);
    expect(preview.covers).toEqual(['ปีงบประมาณ 2570 เบี้ยยังชีพผู้สูงอายุ งวดที่ 2 (ไม่ระบุหนังสือ)']);
    expect((await list()).meta.totals).toMatchObject({ lines: 2, transferred: 4 });
  });

  it('rolls back to what was there before, year by year', async () => {
    const { job: first } = await importer.run(letters);
    const before = await list();
    const { job } = await importer.run([
      line(tharae, '1'),
      line(tharae, '2', { fiscalYear: '2571', transferDate: '1/11/2570' }),
    ]);
    expect((await list()).meta.fiscalYears).toEqual([2571, 2570]);
    await expect(importer.rollback(first)).rejects.toThrow('ย้อนกลับไม่ได้');
    await importer.rollback(job);
    const after = await list();
    expect(after.data).toEqual(before.data);
    expect(after.meta).toEqual({ ...before.meta, asOf: after.meta.asOf });
    await importer.rollback(first);
    expect((await list()).meta).toMatchObject({ fiscalYears: [], total: 0 });
  });

  it('that was thrown away leaves nothing', async () => {
    await importer.run(letters);
    const job = importer.jobOf();
    await importer.append(job, await importer.rowsOf(letters, job.options));
    await importer.seal(job);
    const counts = async () =>
      Promise.all(
        Object.values(tables).map(async (table) => {
          const [row] = await app.strapi.db.getConnection(table).count({ count: '*' });
          return Number(row?.count);
        })
      );
    await importer.discard(job);
    await importer.discard(job);
    expect(await counts()).toEqual([1, 2, 6, expect.any(Number), 1, 2, expect.any(Number), 1]);
    expect((await list()).meta.total).toBe(6);
  });

  it('never goes ahead on what it was not compared with', async () => {
    const slow = importer.jobOf();
    await importer.append(slow, await importer.rowsOf([line(tharae, '1')], slow.options));
    await importer.seal(slow);
    await importer.run(letters);
    await expect(importer.activate(slow)).rejects.toThrow('เปลี่ยนไป');
    expect((await list()).meta.totals.lines).toBe(6);
    await importer.seal(slow);
    await importer.activate(slow);
    expect((await list()).meta.totals.lines).toBe(4);
  });

  it('points out what a person should look at', async () => {
    await importer.run(letters);
    const { preview } = await importer.run([
      line(tharae, '15', { headcount: '600', transferDate: '5/10/2570', amends: '123/2570' }),
    ]);
    expect(preview.suspicions.map(({ kind }) => kind)).toEqual([
      'missing',
      'unit',
      'history',
      'other',
    ]);
    expect(preview.suspicions[0]?.sentence).toContain('2 รายการจะหายไป');
    expect(preview.suspicions[3]?.examples).toEqual(['123/2570 (เทศบาลตำบลท่าแร่)']);
  });
});

describe('invented figures', () => {
  it('say so, and leave when real ones come for their year', async () => {
    await importer.run([...letters, line(tharae, '5', { fiscalYear: '2569', transferDate: '' })], {
      sample: true,
    });
    const invented = await list();
    expect(invented.meta.sample).toBe(true);
    expect(invented.data.every(({ sample }) => sample)).toBe(true);
    const { job, preview } = await importer.run([line(nakhae, '3')]);
    expect(preview.changes).toEqual({ added: 1, changed: 0, same: 0, removed: 0 });
    expect(preview.suspicions.map(({ sentence }) => sentence).join()).toContain('ข้อมูลตัวอย่าง');
    expect((await list()).meta).toMatchObject({ sample: false, total: 1 });
    expect((await list({ fiscalYear: 2569 })).meta).toMatchObject({ sample: true, total: 1 });
    await importer.rollback(job);
    expect((await list()).meta).toMatchObject({ sample: true, total: 6 });
  });

  it('are removed for good and leave the real ones', async () => {
    await importer.run([line(tharae, '1', { fiscalYear: '2569', transferDate: '' })]);
    await importer.run(letters, { sample: true });
    expect(await removeSampleTransfers(app.strapi)).toBe(6);
    expect(await removeSampleTransfers(app.strapi)).toBe(0);
    const { meta } = await listSubsidies(app.strapi, { page: 1, pageSize: 25 });
    expect(meta).toMatchObject({ fiscalYears: [2569], sample: false });
    const [kept] = await app.strapi.db.getConnection(tables.lines).count({ count: '*' });
    expect(Number(kept?.count)).toBe(1);
  });
});

describe('two hundred thousand lines', () => {
  it('are listed and added up without reading more than a page of them', async () => {
    const job = importer.jobOf();
    const [row] = await importer.rowsOf([line(tharae, '1.01')], job.options);
    if (!row) throw new Error('no row');
    const codes = Object.keys(names);
    const rows = Array.from({ length: 200_000 }, (_, index) => {
      const authority = codes[index % 3] ?? tharae;
      const letter = Math.floor(index / 20_000);
      return {
        ...row,
        authority,
        authorityName: names[authority]?.[0] ?? '',
        province: names[authority]?.[1] ?? '',
        scope: `มท|0808.2|ว|${letter}|2569`,
        letterNumber: `มท 0808.2/ว ${letter}`,
        subItem: `โรงเรียน ${index}`,
        instalment: 1 + (letter % 4),
      };
    });
    await importer.append(job, rows, 5000);
    await importer.seal(job);
    await importer.activate(job);
    const explained: string[] = [];
    for (const query of [
      { page: 1 },
      { page: 2000, pageSize: 100 },
      { page: 300, province: '48' },
      { page: 3, province: '47', type: 'elderly', instalment: 2 },
    ]) {
      const statements = await statementsOf(app.strapi, () =>
        listSubsidies(app.strapi, { pageSize: 25, ...query })
      );
      expect(statements.length).toBeLessThanOrEqual(9);
      explained.push(...statements.filter((sql) => sql.includes('km_subsidy_lines')));
    }
    // Lines are read by their part alone, never searched.
    expect(explained.length).toBeLessThanOrEqual(8);
    expect(explained.every((sql) => /part_id = (\?|\$\d)/.test(sql))).toBe(true);
    const { meta, data } = await list({ page: 2000, pageSize: 100 });
    expect(meta.totals).toMatchObject({ lines: 200_000, authorities: 3, transferred: 202_000 });
    expect(data).toHaveLength(100);
    expect((await list({ province: '47', instalment: 2 })).meta.totals.lines).toBe(40_000);
    const sql = sqlOf(app.strapi);
    const plan = await sql.rows<Record<string, string>>(
      `${sql.isSqlite ? 'explain query plan' : 'explain'} select * from :lines: l where l.part_id = 1 and l.line > -1 order by l.line limit 25`
    );
    expect(JSON.stringify(plan)).not.toMatch(/SCAN l\b|Seq Scan/);
  });
});
