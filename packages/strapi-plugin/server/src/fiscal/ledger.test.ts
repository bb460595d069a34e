import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import {
  activate,
  chunkOf,
  fill,
  fiscalJob,
  importFigures,
  noControl,
  registerAuthorities,
  rollback,
  type TestAuthority,
} from '../../test/fiscal';
import { startApp, type TestApp } from '../../test/start-app';
import { waitUntil } from '../../test/wait-until';
import { readSideOf } from '../platform/replica';
import { revisionsOf } from '../platform/revisions';
import { chartOfAccounts, leavesOf } from './chart-of-accounts';
import { fiscalImportStore } from './import-store';
import { switchesOf } from './ledger';
import type { FiscalRow } from './sheet';

let app: TestApp;
let reader: Reader;

const kinds = [
  ['pao', '2', 1],
  ['city', '3', 1],
  ['town', '4', 2],
  ['subdistrict', '5', 6],
  ['sao', '6', 14],
] as const;
const provinces = ['44', '47', '50', '90'];

/** Twenty-four authorities in each of four provinces of three regions, and one without a code. */
const authorities: TestAuthority[] = [
  ...provinces.flatMap((provinceCode) =>
    kinds.flatMap(([kind, digit, count]) =>
      Array.from({ length: count }, (_one, index): TestAuthority => ({
        code: `0${digit}${provinceCode}01${String(index + 1).padStart(2, '0')}`,
        name: `ทดสอบ ${kind} ${provinceCode} ${index + 1}`,
        kind,
        provinceCode,
        population: kind === 'pao' ? 200_000 : 5_000 + index * 100,
      }))
    )
  ),
  { code: null, name: 'กรุงเทพมหานคร', kind: 'bangkok', provinceCode: '10', population: 5_000_000 },
];
const codes = authorities.flatMap(({ code }) => code ?? []);
const accounts = [
  ...leavesOf(chartOfAccounts.revenue),
  ...leavesOf(chartOfAccounts.expenditure),
].map(({ code }) => code);

/** An amount that looks like nothing else's, the same at each call. */
function amountOf(...parts: (string | number)[]): number {
  const digest = createHash('sha256').update(parts.join('/')).digest();
  return digest.readUInt32BE(0) % 900_000_000;
}

function month(
  fiscalYear: number,
  fiscalMonth: number,
  of: readonly string[] = codes
): FiscalRow[] {
  return of.flatMap((code) =>
    accounts.map((account): FiscalRow => [
      fiscalYear,
      fiscalMonth,
      code,
      account,
      amountOf(fiscalYear, fiscalMonth, code, account),
    ])
  );
}

/** Adds rows up without anything of the code that is tested. */
function sum(rows: readonly FiscalRow[], holds: (row: FiscalRow) => boolean): number {
  let satang = 0n;
  for (const row of rows) if (holds(row)) satang += BigInt(row[4]);
  return Number(satang) / 100;
}
const isRevenue = ([, , , account]: FiscalRow) => account.startsWith('4');
const isExpenditure = ([, , , account]: FiscalRow) => account.startsWith('5');

const everything = () =>
  Promise.all([
    reader.read('fiscalOverview'),
    reader.read('fiscalOverview', { level: 'province', code: '47' }),
    reader.read('fiscalMap'),
    reader.read('fiscalAuthorities', { province: '47', sort: 'revenue' }),
    reader.read('fiscalCompare', { authority: '06470101' }),
  ]).then((answers) => answers.map(({ data }) => data));

async function forgetFigures(): Promise<void> {
  for (const table of [
    'active',
    'switches',
    'jobs',
    'chunks',
    'loads',
    'standing_sets',
    'facts',
    'carried',
    'totals',
    'sums',
    'coverage',
    'standings',
  ]) {
    await app.strapi.db.connection(`km_fiscal_${table}`).delete();
  }
  await revisionsOf(app.strapi).raise(['fiscal']);
}

/** How many rows a job has left anywhere. */
async function rowsLeft(): Promise<number> {
  let count = 0;
  for (const table of [
    'jobs',
    'chunks',
    'loads',
    'standing_sets',
    'facts',
    'carried',
    'totals',
    'sums',
    'coverage',
    'standings',
  ]) {
    const [row] = await app.strapi.db.connection(`km_fiscal_${table}`).count({ count: '*' });
    count += Number(row?.count);
  }
  return count;
}

beforeAll(async () => {
  // Without ready answers, so that each question is asked of the database.
  app = await startApp({ plugin: { cacheBytes: 1 } });
  reader = readerOf(app);
  await registerAuthorities(app.strapi, authorities);
});
afterAll(() => app?.stop());
beforeEach(forgetFigures);

describe('figures of a month', () => {
  it('are summed to the satang at every level, for every kind', async () => {
    const rows = [...month(2569, 1), ...month(2569, 2)];
    const { summary } = await importFigures(app.strapi, fiscalJob('sums'), rows);
    expect(summary.rows).toBe(rows.length);
    expect(summary.covers).toEqual([
      'ปีงบประมาณ 2569 เดือนตุลาคม 2568',
      'ปีงบประมาณ 2569 เดือนพฤศจิกายน 2568',
    ]);
    const areas: [Record<string, string>, (row: FiscalRow) => boolean][] = [
      [{}, () => true],
      [{ level: 'region', code: 'northeast' }, ([, , code]) => /^..(44|47)/.test(code)],
      [{ level: 'region', code: 'south' }, ([, , code]) => /^..90/.test(code)],
      [{ level: 'province', code: '47' }, ([, , code]) => /^..47/.test(code)],
      [{ level: 'province', code: '47', kind: 'sao' }, ([, , code]) => /^0647/.test(code)],
      [{ kind: 'town' }, ([, , code]) => code.startsWith('04')],
      [{ level: 'authority', code: '03500101' }, ([, , code]) => code === '03500101'],
    ];
    for (const [query, holds] of areas) {
      const { data } = await reader.read('fiscalOverview', query);
      const own = rows.filter(holds);
      expect(data.throughMonth).toBe(2);
      expect(data.revenue?.total).toBe(sum(own, isRevenue));
      expect(data.expenditure?.total).toBe(sum(own, isExpenditure));
      for (const group of [
        ...(data.revenue?.accounts ?? []),
        ...(data.expenditure?.accounts ?? []),
      ]) {
        const within = group.code.slice(0, group.children.length > 0 ? 2 : 6);
        expect(group.amount).toBe(sum(own, (row) => row[3].startsWith(within)));
        for (const leaf of group.children) {
          expect(leaf.amount).toBe(sum(own, (row) => row[3] === leaf.code));
        }
      }
      for (const [index, shown] of data.months.entries()) {
        const until = own.filter((row) => row[1] <= index + 1);
        const at = own.filter((row) => row[1] === index + 1);
        expect(shown.revenue).toBe(index < 2 ? sum(at, isRevenue) : null);
        expect(shown.expenditureToDate).toBe(index < 2 ? sum(until, isExpenditure) : null);
      }
    }
    const { data: map } = await reader.read('fiscalMap');
    for (const { province, revenue, expenditure, reported } of map.provinces) {
      const own = rows.filter(([, , code]) => code.slice(2, 4) === province.code);
      expect(revenue).toBe(own.length > 0 ? sum(own, isRevenue) : null);
      expect(expenditure).toBe(own.length > 0 ? sum(own, isExpenditure) : null);
      expect(reported).toBe(own.length > 0 ? 24 : 0);
    }
    const { data: list } = await reader.read('fiscalAuthorities', {
      province: '90',
      sort: 'expenditure',
    });
    expect(list).toHaveLength(24);
    for (const { authority, expenditure } of list) {
      const own = rows.filter(([, , code]) => code === authority.code);
      expect(expenditure).toBe(sum(own, isExpenditure));
    }
    const figures = list.map(({ expenditure }) => expenditure ?? 0);
    expect(figures).toEqual([...figures].sort((a, b) => b - a));
  });

  it('are the newest year with figures unless another one is asked for', async () => {
    await importFigures(app.strapi, fiscalJob('years'), [...month(2567, 12), ...month(2568, 1)]);
    const { data } = await reader.read('fiscalOverview');
    expect(data.fiscalYear).toBe(2568);
    expect(data.fiscalYears).toEqual([2568, 2567]);
    const { data: before } = await reader.read('fiscalOverview', { fiscalYear: 2567 });
    expect(before.throughMonth).toBe(12);
    expect(before.revenue?.total).toBe(sum(month(2567, 12), isRevenue));
    // September is no part of the year that begins the day after it.
    expect(data.revenue?.total).toBe(sum(month(2568, 1), isRevenue));
    expect(data.revenue?.lastYear).toBeNull();
  });

  it('stand beside the same months of the year before', async () => {
    const before = [1, 2, 3].flatMap((number) => month(2568, number));
    const now = [1, 2].flatMap((number) => month(2569, number));
    await importFigures(app.strapi, fiscalJob('before'), [...before, ...now]);
    const { data } = await reader.read('fiscalOverview');
    const same = before.filter((row) => row[1] <= 2);
    expect(data.revenue?.lastYear).toBe(sum(same, isRevenue));
    expect(data.revenue?.accounts[0]?.lastYear).toBe(sum(same, (row) => row[3].startsWith('41')));
    expect(data.months[2]).toMatchObject({
      revenueToDate: null,
      lastYearRevenueToDate: sum(before, isRevenue),
    });
  });

  it('are absent where nobody reported, and never zero', async () => {
    const rows = [
      ...month(2569, 1, ['03470102', '03470101', '06470101']),
      ...month(2569, 3, ['06470101']),
    ].filter(([, , code]) => code !== '03470102');
    await importFigures(app.strapi, fiscalJob('absent'), rows);
    const { data } = await reader.read('fiscalOverview', { level: 'province', code: '47' });
    expect(data.months[1]).toMatchObject({ revenue: null, revenueToDate: null, reported: 0 });
    expect(data.months[2]?.reported).toBe(1);
    expect(data.reporting).toEqual({ authorities: 24, reported: 1, share: 1 / 24 });
    const { data: elsewhere } = await reader.read('fiscalOverview', {
      level: 'province',
      code: '50',
    });
    expect(elsewhere).toMatchObject({
      revenue: null,
      expenditure: null,
      throughMonth: null,
      fiscalYears: [],
    });
    const { data: list } = await reader.read('fiscalAuthorities', {
      province: '47',
      sort: 'revenue',
    });
    expect(
      list
        .slice(0, 2)
        .map(({ throughMonth }) => throughMonth)
        .sort()
    ).toEqual([1, 3]);
    expect(list.slice(2).every(({ revenue }) => revenue === null)).toBe(true);
    const { data: map } = await reader.read('fiscalMap');
    expect(map.provinces).toHaveLength(77);
    expect(map.provinces.find(({ province }) => province.code === '10')).toMatchObject({
      revenue: null,
      authorities: 1,
      reported: 0,
    });
  });

  it('are zero where zero was reported', async () => {
    await importFigures(app.strapi, fiscalJob('zero'), [[2569, 1, '06470101', '411000', 0]]);
    const { data } = await reader.read('fiscalOverview', { level: 'authority', code: '06470101' });
    expect(data.revenue).toMatchObject({ total: 0, perHead: 0 });
    expect(data.revenue?.accounts[0]).toMatchObject({ code: '410000', amount: 0, share: null });
    expect(data.months[0]).toMatchObject({ revenue: 0, expenditure: 0 });
  });

  it('say where they come from, and whether they are invented', async () => {
    await importFigures(app.strapi, fiscalJob('invented', { sample: true }), month(2569, 1));
    const { meta } = await reader.read('fiscalOverview');
    expect(meta).toMatchObject({
      sample: true,
      source: { nameEn: 'Department of Local Administration' },
    });
    expect(meta.importedAt).toMatch(/^20/);
  });
});

describe('an import', () => {
  it('is seen by nobody before it is activated, and whole after it', async () => {
    await importFigures(app.strapi, fiscalJob('first'), month(2569, 1));
    const before = await everything();
    const job = fiscalJob('second');
    const rows = month(2569, 2);
    await fill(app.strapi, job, rows);
    expect(await everything()).toEqual(before);
    await fiscalImportStore.preview(app.strapi, job, noControl);
    expect(await everything()).toEqual(before);
    await fiscalImportStore.seal(app.strapi, job, noControl);
    expect(await everything()).toEqual(before);
    await activate(app.strapi, job);
    const [overview] = await everything();
    expect(overview).toMatchObject({ throughMonth: 2 });
  });

  it('takes a chunk once, however often it comes', async () => {
    const job = fiscalJob('twice');
    const rows = month(2569, 1);
    await fill(app.strapi, job, rows);
    await fill(app.strapi, job, rows);
    expect(await fiscalImportStore.open(app.strapi, job)).toEqual({
      chunks: Math.ceil(rows.length / 500),
    });
    const preview = await fiscalImportStore.preview(app.strapi, job, noControl);
    expect(preview.rows).toBe(rows.length);
    expect(preview.amount).toBe(Math.round(sum(rows, () => true) * 100));
  });

  it('replaces its months, says what changed, and keeps what it replaced', async () => {
    await importFigures(app.strapi, fiscalJob('old'), [...month(2569, 1), ...month(2569, 2)]);
    const [gone = '', dropped = ''] = codes;
    const rows = month(2569, 1)
      .filter(([, , code]) => code !== gone)
      .filter(([, , code, account]) => code !== dropped || account !== '441000')
      .map((row): FiscalRow =>
        row[3] === '411000' ? [row[0], row[1], row[2], row[3], row[4] + 1] : row
      );
    const { preview, summary } = await importFigures(app.strapi, fiscalJob('new'), rows);
    expect(preview.changes).toEqual({
      added: 0,
      changed: codes.length - 1,
      same: rows.length - (codes.length - 1),
      removed: accounts.length + 1,
    });
    expect(summary.changes).toEqual(preview.changes);
    const { data } = await reader.read('fiscalOverview');
    expect(data.revenue?.total).toBe(sum([...rows, ...month(2569, 2)], isRevenue));
    const steps = await switchesOf(app.strapi, { fiscalYear: 2569, fiscalMonth: 1 });
    expect(steps.map(({ jobId }) => jobId)).toEqual(['new', 'old']);
    const [kept] = await app.strapi.db
      .connection('km_fiscal_facts')
      .where({ load_id: steps[0]?.fromLoadId })
      .count({ count: '*' });
    expect(Number(kept?.count)).toBe(month(2569, 1).length);
  });

  it('of some authorities leaves the others as they are', async () => {
    await importFigures(app.strapi, fiscalJob('all'), [...month(2569, 1), ...month(2569, 2)]);
    const fixed = month(2569, 1, ['06470101', '05900102']).map((row): FiscalRow => [
      row[0],
      row[1],
      row[2],
      row[3],
      row[4] + 7,
    ]);
    const job = fiscalJob('some', { scope: 'authorities' });
    const { preview } = await importFigures(app.strapi, job, fixed);
    expect(preview.changes).toEqual({
      added: 0,
      changed: 2 * accounts.length,
      same: 0,
      removed: 0,
    });
    const isFixed = ([, , code]: FiscalRow) => ['06470101', '05900102'].includes(code);
    const expected = [
      ...month(2569, 1).filter((row) => !isFixed(row)),
      ...fixed,
      ...month(2569, 2),
    ];
    const { data } = await reader.read('fiscalOverview');
    expect(data.revenue?.total).toBe(sum(expected, isRevenue));
    expect(data.months[0]?.reported).toBe(codes.length);
    const { data: list } = await reader.read('fiscalAuthorities', { province: '90' });
    for (const { authority, revenue } of list) {
      const own = expected.filter(([, , code]) => code === authority.code);
      expect(revenue).toBe(sum(own, isRevenue));
    }
  });

  it('is taken back to exactly what was there', async () => {
    await importFigures(app.strapi, fiscalJob('a'), [...month(2569, 1), ...month(2569, 3)]);
    const before = await everything();
    const job = fiscalJob('b');
    const rows = month(2569, 1, codes.slice(5)).map((row): FiscalRow => [
      row[0],
      row[1],
      row[2],
      row[3],
      row[4] * 2,
    ]);
    await importFigures(app.strapi, job, [...rows, ...month(2569, 2)]);
    expect(await everything()).not.toEqual(before);
    await rollback(app.strapi, job);
    expect(await everything()).toEqual(before);
    await expect(rollback(app.strapi, job)).rejects.toThrow(/ล่าสุด/);
  });

  it('can only be taken back while it is the last', async () => {
    const first = fiscalJob('one');
    await importFigures(app.strapi, first, month(2569, 1));
    await importFigures(app.strapi, fiscalJob('two'), month(2569, 1));
    const before = await everything();
    await expect(rollback(app.strapi, first)).rejects.toThrow(/ล่าสุด/);
    expect(await everything()).toEqual(before);
    await rollback(app.strapi, fiscalJob('two'));
    await rollback(app.strapi, first);
    const [overview] = await everything();
    expect(overview).toMatchObject({ revenue: null, fiscalYears: [] });
  });

  it('waits where another one was shown since it was readied, and goes on once readied again', async () => {
    await importFigures(app.strapi, fiscalJob('base'), month(2569, 1));
    const [some, all] = [fiscalJob('some', { scope: 'authorities' }), fiscalJob('all')];
    const few = month(2569, 1, ['06470101']).map((row): FiscalRow => [
      row[0],
      row[1],
      row[2],
      row[3],
      100,
    ]);
    const many = month(2569, 1).map((row): FiscalRow => [
      row[0],
      row[1],
      row[2],
      row[3],
      row[4] + 3,
    ]);
    await fill(app.strapi, some, few);
    await fiscalImportStore.seal(app.strapi, some, noControl);
    await fill(app.strapi, all, many);
    await fiscalImportStore.seal(app.strapi, all, noControl);
    await activate(app.strapi, all);
    const before = await everything();
    await expect(activate(app.strapi, some)).rejects.toThrow(/อีกครั้ง/);
    expect(await everything()).toEqual(before);

    await fiscalImportStore.seal(app.strapi, some, noControl);
    const summary = await activate(app.strapi, some);
    expect(summary.changes).toMatchObject({ changed: accounts.length, removed: 0 });
    const expected = [...many.filter(([, , code]) => code !== '06470101'), ...few];
    const { data } = await reader.read('fiscalOverview');
    expect(data.revenue?.total).toBe(sum(expected, isRevenue));
  });

  it('is shown alone when two are shown at the same moment', async () => {
    const jobs = [3, 5].map((extra) => ({
      job: fiscalJob(`extra-${extra}`),
      rows: month(2569, 1).map((row): FiscalRow => [
        row[0],
        row[1],
        row[2],
        row[3],
        row[4] + extra,
      ]),
    }));
    for (const { job, rows } of jobs) {
      await fill(app.strapi, job, rows);
      await fiscalImportStore.seal(app.strapi, job, noControl);
    }
    const outcomes = await Promise.allSettled(jobs.map(({ job }) => activate(app.strapi, job)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = jobs[outcomes.findIndex(({ status }) => status === 'fulfilled')];
    const { data } = await reader.read('fiscalOverview');
    expect(data.revenue?.total).toBe(sum(winner?.rows ?? [], isRevenue));
    const steps = await switchesOf(app.strapi, { fiscalYear: 2569, fiscalMonth: 1 });
    expect(steps.map(({ jobId }) => jobId)).toEqual([winner?.job.id]);
  });

  it('comes to the same however often it breaks off on the way', async () => {
    const base = [...month(2569, 1), ...month(2569, 2), ...month(2569, 4)];
    const rows = [...month(2569, 2, codes.slice(0, 40)), ...month(2569, 3)].map(
      (row): FiscalRow => [row[0], row[1], row[2], row[3], row[4] + 11]
    );
    const options = { scope: 'authorities' } as const;
    await importFigures(app.strapi, fiscalJob('base'), base);
    await importFigures(app.strapi, fiscalJob('smooth', options), rows);
    const expected = await everything();
    await forgetFigures();

    await importFigures(app.strapi, fiscalJob('base'), base);
    const job = fiscalJob('bumpy', options);
    await fill(app.strapi, job, rows.slice(0, 1000));
    await fill(app.strapi, job, rows);
    let steps = 0;
    for (let patience = 1; ; patience += 1) {
      // Breaks off at a later step each time, wherever that is.
      let left = patience * patience;
      const control = {
        report: () => {},
        check: () => {
          steps += 1;
          left -= 1;
          if (left < 0) throw new Error('broken off');
        },
      };
      try {
        await fiscalImportStore.preview(app.strapi, job, control);
        await fiscalImportStore.seal(app.strapi, job, control);
        break;
      } catch (error) {
        expect(String(error)).toContain('broken off');
      }
    }
    expect(steps).toBeGreaterThan(20);
    await activate(app.strapi, job);
    expect(await everything()).toEqual(expected);
  });

  it('leaves nothing behind when it is thrown away', async () => {
    await importFigures(app.strapi, fiscalJob('stays'), month(2569, 1));
    const before = await rowsLeft();
    const seen = await everything();
    const job = fiscalJob('goes', { scope: 'authorities' });
    await fill(app.strapi, job, month(2569, 1, codes.slice(0, 9)));
    await fiscalImportStore.seal(app.strapi, job, noControl);
    await fiscalImportStore.discard(app.strapi, job);
    await fiscalImportStore.discard(app.strapi, job);
    expect(await rowsLeft()).toBe(before);
    await fiscalImportStore.discard(app.strapi, fiscalJob('stays'));
    expect(await everything()).toEqual(seen);
  });

  it('tells what a person should look at', async () => {
    const history = [1, 2, 3, 4].flatMap((number) => month(2569, number));
    await importFigures(app.strapi, fiscalJob('history'), history);
    const job = fiscalJob('odd', { sample: false });
    const rows = month(2569, 5, codes.slice(1)).flatMap((row): FiscalRow[] => {
      const [year, number, code, account, amount] = row;
      if (code === codes[1]) return [[year, number, code, account, Math.round(amount / 1000)]];
      if (code === codes[2]) return [[year, number, code, account, amount * 20]];
      if (code === codes[3] && account.startsWith('4')) return [];
      if (code === codes[4] && account === '411000') return [[year, number, code, account, -5]];
      return [row];
    });
    await fill(app.strapi, job, rows);
    const { suspicions } = await fiscalImportStore.preview(app.strapi, job, noControl);
    const about = (pattern: RegExp) => suspicions.find(({ sentence }) => pattern.test(sentence));
    expect(about(/บางแห่งมียอดน้อยกว่า/)).toMatchObject({ kind: 'unit', count: 1 });
    expect(about(/เคยรายงานเดือนก่อนหน้า/)).toMatchObject({
      kind: 'missing',
      count: 1,
      examples: [expect.stringContaining(codes[0] ?? '')],
    });
    expect(about(/^รายรับของเดือนต่าง/)?.examples?.join()).toContain(codes[2]);
    expect(about(/มีรายจ่ายแต่ไม่มีรายรับ/)?.examples?.join()).toContain(codes[3]);
    expect(about(/ยอดติดลบ/)?.examples?.join()).toContain(codes[4]);
  });

  it('knows a file in thousands by what the authorities reported before', async () => {
    await importFigures(
      app.strapi,
      fiscalJob('history'),
      [1, 2, 3].flatMap((number) => month(2569, number))
    );
    const rows = month(2569, 4).map((row): FiscalRow => [
      row[0],
      row[1],
      row[2],
      row[3],
      Math.round(row[4] / 1000),
    ]);
    const job = fiscalJob('thousands');
    await fill(app.strapi, job, rows);
    const { suspicions } = await fiscalImportStore.preview(app.strapi, job, noControl);
    expect(suspicions.filter(({ kind }) => kind === 'unit')).toEqual([
      { kind: 'unit', sentence: expect.stringContaining('หน่วยพันบาท') },
    ]);
  });

  it('shows its totals by province and account beside what is shown now', async () => {
    await importFigures(app.strapi, fiscalJob('shown'), month(2569, 1));
    const job = fiscalJob('next');
    const rows = month(2569, 1, codes.slice(3)).map((row): FiscalRow => [
      row[0],
      row[1],
      row[2],
      row[3],
      row[4] + 1,
    ]);
    await fill(app.strapi, job, rows);
    const { totals } = await fiscalImportStore.preview(app.strapi, job, noControl);
    const line = (by: string, code: string) =>
      totals.find((table) => table.by === by)?.lines.find((one) => one.code === code);
    const satang = (baht: number) => Math.round(baht * 100);
    expect(line('provinceRevenue', '44')).toMatchObject({
      name: 'มหาสารคาม',
      amount: satang(sum(rows, (row) => isRevenue(row) && row[2].slice(2, 4) === '44')),
      before: satang(sum(month(2569, 1), (row) => isRevenue(row) && row[2].slice(2, 4) === '44')),
    });
    expect(line('account', '541000')).toMatchObject({
      rows: codes.length - 3,
      amount: satang(sum(rows, (row) => row[3] === '541000')),
      before: satang(sum(month(2569, 1), (row) => row[3] === '541000')),
    });
  });

  it('refuses a line that comes twice in different chunks', async () => {
    const job = fiscalJob('double');
    await fiscalImportStore.open(app.strapi, job);
    const row: FiscalRow = [2569, 1, '06470101', '411000', 1];
    await fiscalImportStore.append(app.strapi, job, chunkOf(0, [row]));
    await expect(fiscalImportStore.append(app.strapi, job, chunkOf(1, [row]))).rejects.toThrow();
    expect(await fiscalImportStore.open(app.strapi, job)).toEqual({ chunks: 1 });
  });
});

describe('an authority beside its peers', () => {
  it('is ranked among those of its kind that reported the same months', async () => {
    const late = ['06470103', '06470104'];
    const rows = [
      ...month(2569, 1),
      ...month(2569, 2).filter(([, , code]) => !late.includes(code)),
    ];
    await importFigures(app.strapi, fiscalJob('peers'), rows);
    const { data } = await reader.read('fiscalCompare', { authority: '06470101' });
    expect(data.throughMonth).toBe(2);
    const revenueOf = (code: string) => sum(rows, (row) => isRevenue(row) && row[2] === code);
    const peers = codes.filter((code) => /^0647/.test(code) && !late.includes(code));
    const values = peers.map(revenueOf).sort((a, b) => b - a);
    const revenue = data.measures.find(({ measure }) => measure === 'revenue');
    const [province, region, country, similar] = revenue?.groups ?? [];
    expect(revenue?.value).toBe(revenueOf('06470101'));
    expect(province).toMatchObject({
      group: 'province',
      nameTh: 'จังหวัดสกลนคร',
      count: 12,
      rank: values.indexOf(revenueOf('06470101')) + 1,
    });
    const middle = ((values[5] ?? 0) + (values[6] ?? 0)) / 2;
    expect(province?.median).toBeCloseTo(middle, 1);
    expect(region?.count).toBe(26);
    expect(country?.count).toBe(54);
    expect(similar).toMatchObject({ group: 'similar', count: 10, rank: null });
    expect(data.similar).toHaveLength(10);
    for (const { authority, score, likeness } of data.similar) {
      expect(authority.kind).toBe('sao');
      expect(authority.code).not.toBe('06470101');
      const { population, revenue: income, place } = likeness;
      expect(score).toBeCloseTo((population ?? 0) * 0.4 + income * 0.4 + place * 0.2, 3);
    }
    const { data: behind } = await reader.read('fiscalCompare', { authority: '06470103' });
    expect(behind.throughMonth).toBe(1);
    // At October everyone has reported the same month.
    expect(behind.measures[0]?.groups[0]?.count).toBe(14);
  });

  it('finds its peers read already, once figures were shown', async () => {
    const reads: string[] = [];
    const note = ({ sql }: { sql: string }) => {
      if (/json.*km_fiscal_standings/s.test(sql)) reads.push(sql);
    };
    const door = readSideOf(app.strapi).db.connection;
    door.on('query', note);
    try {
      await importFigures(app.strapi, fiscalJob('ahead'), month(2569, 1));
      await waitUntil(() => reads.length > 0);
      await reader.read('fiscalCompare', { authority: '06470101' });
      await reader.read('fiscalCompare', { authority: '02470101' });
      expect(reads).toHaveLength(1);
    } finally {
      door.removeListener('query', note);
    }
  });

  it('has no values before it reported', async () => {
    await importFigures(app.strapi, fiscalJob('others'), month(2569, 1, codes.slice(1)));
    const { data } = await reader.read('fiscalCompare', {
      authority: codes[0] ?? '',
      fiscalYear: 2569,
    });
    expect(data.throughMonth).toBeNull();
    expect(data.similar).toEqual([]);
    for (const { value, groups } of data.measures) {
      expect(value).toBeNull();
      expect(groups.map(({ count, rank }) => [count, rank])).toEqual([
        [0, null],
        [0, null],
        [0, null],
        [0, null],
      ]);
    }
  });
});

describe('questions that make no sense', () => {
  it.each([
    ['/fiscal/overview?code=47', 400, /ไม่ต้องระบุ code/],
    ['/fiscal/overview?level=region', 400, /north/],
    ['/fiscal/overview?level=region&code=47', 400, /north/],
    ['/fiscal/overview?level=province', 400, /2 หลัก/],
    ['/fiscal/overview?level=province&code=north', 400, /2 หลัก/],
    ['/fiscal/overview?level=province&code=99', 404, /99/],
    ['/fiscal/overview?level=authority&code=47', 400, /8 หลัก/],
    ['/fiscal/overview?level=authority&code=09999999', 404, /09999999/],
    ['/fiscal/overview?level=authority&code=06470101&kind=sao', 400, /kind/],
    ['/fiscal/overview?fiscalYear=1999', 400, /fiscalYear/],
    ['/fiscal/compare', 400, /authority/],
    ['/fiscal/compare?authority=09999999', 404, /09999999/],
    ['/fiscal/authorities?province=99', 404, /99/],
    ['/fiscal/map?province=47', 400, /province/],
  ])('%s is a %i that says why', async (address, status, sentence) => {
    const problem = await reader.problem(address);
    expect(problem.status).toBe(status);
    expect(problem.message).toMatch(sentence);
  });
});
