import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import { editorOf, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import type { Chunk, ImportJobRef, ImportSummary } from '../import/data-set';
import { revisionsOf } from '../platform/revisions';
import { authorityStore } from './import-store';
import type { AuthorityRow } from './sheet';

let app: TestApp;
let editor: Editor;
let reader: Reader;
let jobs = 0;

beforeAll(async () => {
  app = await startApp();
  editor = editorOf(app.strapi);
  reader = readerOf(app);
});
afterAll(() => app?.stop());

const blank: AuthorityRow = {
  code: null,
  kind: 'sao',
  name: '',
  provinceCode: '47',
  district: null,
  districtCode: null,
  population: null,
  populationYear: null,
  areaKm2: null,
  areaYear: null,
  validFrom: null,
  validTo: null,
  successorCode: null,
};
const rowOf = (own: Partial<AuthorityRow>): AuthorityRow => ({ ...blank, ...own });
const control = { report() {}, check() {} };

function jobOf(sample = false): ImportJobRef {
  jobs += 1;
  return {
    id: `register-${jobs}`,
    options: { unit: 'baht', scope: 'months', sample },
    fileName: 'register.csv',
    createdAt: '2026-11-22T00:00:00.000Z',
  };
}

function chunkOf(number: number, rows: AuthorityRow[]): Chunk<AuthorityRow> {
  return { number, count: rows.length, json: JSON.stringify(rows), groups: [], rows: () => rows };
}

async function stage(job: ImportJobRef, ...chunks: AuthorityRow[][]) {
  await authorityStore.open(app.strapi, job);
  for (const [number, rows] of chunks.entries()) {
    await authorityStore.append(app.strapi, job, chunkOf(number, rows));
  }
}

async function show(job: ImportJobRef): Promise<ImportSummary> {
  await authorityStore.seal(app.strapi, job, control);
  return app.strapi.db.transaction(async ({ trx }) => {
    const summary = await authorityStore.activate(app.strapi, trx, job);
    await revisionsOf(app.strapi).raise(authorityStore.raises);
    return summary;
  });
}

async function rollBack(job: ImportJobRef) {
  await app.strapi.db.transaction(async ({ trx }) => {
    await authorityStore.rollback(app.strapi, trx, job);
    await revisionsOf(app.strapi).raise(authorityStore.raises);
  });
}

const get = async (code: string) => (await reader.read('getAuthority', {}, code)).data;
const total = async () => (await reader.read('listAuthorities')).meta.total;

describe('an import of the register', () => {
  const first = jobOf();
  const rows = [
    rowOf({ code: '06470101', name: 'องค์การบริหารส่วนตำบลหนึ่ง', population: 4000 }),
    rowOf({ name: 'องค์การบริหารส่วนตำบลไร้รหัส', district: 'พังโคน', districtCode: '4705' }),
  ];

  it('is not seen before it is shown', async () => {
    await stage(first, rows.slice(0, 1), rows.slice(1));
    expect(await authorityStore.open(app.strapi, first)).toEqual({ chunks: 2 });
    expect(await total()).toBe(0);
    const preview = await authorityStore.preview(app.strapi, first, control);
    expect(preview).toMatchObject({
      rows: 2,
      amount: null,
      changes: { added: 2, changed: 0, same: 0, removed: 0 },
    });
    expect(preview.totals[0]?.lines).toMatchObject([{ code: 'sao', rows: 2 }]);
    expect(preview.suspicions.map(({ count }) => count)).toEqual([1]);
  });

  it('counts a chunk once, however often it comes', async () => {
    await stage(first, rows.slice(0, 1), rows.slice(1));
    expect((await authorityStore.preview(app.strapi, first, control)).rows).toBe(2);
  });

  it('shows every authority, for readers and for editors', async () => {
    expect((await show(first)).changes.added).toBe(2);
    expect(await get('06470101')).toMatchObject({ population: 4000, sample: false });
    expect(await total()).toBe(2);
    const entries = await app.strapi.documents('plugin::km.authority' as never).findMany({});
    expect(entries).toHaveLength(2);
    const { documentId } = entries[0] as { documentId: string };
    await editor.edit('authority', documentId, { areaKm2: 12.5 });
  });

  it('changes what a row says and leaves the rest, also of those it does not name', async () => {
    const job = jobOf();
    await stage(job, [
      rowOf({
        code: '06470501',
        name: 'องค์การบริหารส่วนตำบลไร้รหัส',
        district: 'พังโคน',
        districtCode: '4705',
        population: 900,
      }),
      rowOf({ code: '05470101', kind: 'subdistrict', name: 'เทศบาลตำบลหนึ่ง' }),
      rowOf({
        code: '06470101',
        name: 'องค์การบริหารส่วนตำบลหนึ่ง',
        validTo: '2027-10-01',
        successorCode: '05470101',
      }),
    ]);
    const preview = await authorityStore.preview(app.strapi, job, control);
    expect(preview.changes).toEqual({ added: 1, changed: 2, same: 0, removed: 0 });
    expect((await show(job)).changes).toEqual(preview.changes);
    expect(await get('06470501')).toMatchObject({ population: 900, district: 'พังโคน' });
    expect(await get('06470101')).toMatchObject({
      population: 4000,
      successor: { code: '05470101' },
    });
    expect((await get('05470101')).predecessors).toMatchObject([{ code: '06470101' }]);

    await rollBack(job);
    expect(await get('06470101')).toMatchObject({ validTo: null, successor: null });
    expect((await reader.problem('/authorities/05470101')).status).toBe(404);
    expect((await reader.problem('/authorities/06470501')).status).toBe(404);
    expect(await total()).toBe(2);
  });

  it('finds nothing to do in the same file again', async () => {
    const job = jobOf();
    await stage(job, rows);
    expect((await show(job)).changes).toEqual({ added: 0, changed: 0, same: 2, removed: 0 });
  });

  it('leaves to an editor, on a roll-back, what the editor has changed since', async () => {
    const job = jobOf();
    await stage(job, [rowOf({ code: '06470909', name: 'องค์การบริหารส่วนตำบลแก้เอง' })]);
    await show(job);
    const [entry] = (await app.strapi.documents('plugin::km.authority' as never).findMany({
      filters: { code: '06470909' },
    } as never)) as { documentId: string }[];
    await editor.edit('authority', entry?.documentId ?? '', { population: 77 });
    await rollBack(job);
    expect((await get('06470909')).population).toBe(77);
  });

  it('lets real rows take the place of samples, and samples never that of real rows', async () => {
    const samples = jobOf(true);
    await stage(samples, [
      rowOf({ code: '06470101', name: 'องค์การบริหารส่วนตำบลปลอม' }),
      rowOf({ code: '06470777', name: 'องค์การบริหารส่วนตำบลตัวอย่าง' }),
    ]);
    expect((await show(samples)).changes).toMatchObject({ added: 1, changed: 0, same: 1 });
    expect((await get('06470101')).name).toBe('องค์การบริหารส่วนตำบลหนึ่ง');
    expect((await get('06470777')).sample).toBe(true);
    const real = jobOf();
    await stage(real, [rowOf({ code: '06470777', name: 'องค์การบริหารส่วนตำบลตัวอย่าง' })]);
    expect((await show(real)).changes).toMatchObject({ added: 0, changed: 1 });
    expect((await get('06470777')).sample).toBe(false);
  });

  it('does nothing with a row that two authorities could be meant by', async () => {
    const twins = jobOf();
    const twin = { name: 'องค์การบริหารส่วนตำบลแฝด' };
    await stage(twins, [
      rowOf({ ...twin, district: 'พังโคน', districtCode: '4705' }),
      rowOf({ ...twin, district: 'กุสุมาลย์', districtCode: '4702' }),
    ]);
    await show(twins);
    const job = jobOf();
    await stage(job, [
      rowOf({ ...twin, population: 5 }),
      rowOf({ ...twin, district: 'พังโคน', districtCode: '4705', population: 6 }),
    ]);
    const preview = await authorityStore.preview(app.strapi, job, control);
    expect(preview.changes).toMatchObject({ added: 0, changed: 1 });
    expect(preview.suspicions[0]).toMatchObject({ count: 1 });
  });

  it('throws away what nobody wants', async () => {
    const job = jobOf();
    await stage(job, [rowOf({ code: '06470888', name: 'องค์การบริหารส่วนตำบลทิ้ง' })]);
    await authorityStore.discard(app.strapi, job);
    expect(await authorityStore.open(app.strapi, job)).toEqual({ chunks: 0 });
    expect((await reader.problem('/authorities/06470888')).status).toBe(404);
  });
});
