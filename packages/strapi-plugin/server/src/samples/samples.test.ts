import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import { startApp, type TestApp } from '../../test/start-app';
import type { DataSetName } from '../import/data-set';
import { importsOf } from '../import/service';
import type { Samples } from '.';

let app: TestApp;
let reader: Reader;
beforeAll(async () => {
  app = await startApp();
  reader = readerOf(app);
});
afterAll(() => app?.stop());

/** Hands a file in as an officer does, and shows it. */
async function bringIn(dataSet: DataSetName, sample: boolean, lines: string[]): Promise<void> {
  const imports = importsOf(app.strapi);
  const { id } = await imports.create({
    dataSet,
    options: { unit: 'baht', scope: 'months', sample },
    fileName: `${dataSet}.csv`,
    createdBy: 'test',
    source: Readable.from([Buffer.from(`${lines.join('\n')}\n`)]),
    length: null,
  });
  await imports.runner.run(id);
  await imports.commit(id, { leaveOutBadRows: false });
  await imports.runner.run(id);
  expect((await imports.get(id)).state).toBe('done');
}

const register = 'รหัส อปท.,ชื่อ อปท.';
const figures = 'รหัส อปท.,ปีงบประมาณ,เดือน,รหัสบัญชี,จำนวนเงิน';
const transfers = 'รหัส อปท.,ปีงบประมาณ,ประเภทเงินอุดหนุน,งวดที่,เลขที่หนังสือ,หนังสือลงวันที่,จำนวนเงิน';

it('takes out what is invented and leaves what is real', async () => {
  await bringIn('authority', false, [register, '06470101,อบต.จริง']);
  await bringIn('authority', true, [register, '06470102,อบต.ตัวอย่าง', '06470101,อบต.ปลอม']);
  await bringIn('fiscal', true, [
    figures,
    '06470101,2569,ตุลาคม,411000,100.00',
    '06470102,2569,ตุลาคม,411000,50.00',
  ]);
  await bringIn('fiscal', false, [figures, '06470101,2569,พฤศจิกายน,411000,7.25']);
  await bringIn('subsidy', true, [
    transfers,
    '06470102,2569,เบี้ยยังชีพผู้สูงอายุ,1,มท 0808.2/ว 90001,1/10/2568,600.00',
  ]);
  await bringIn('subsidy', false, [
    transfers,
    '06470101,2568,เบี้ยยังชีพผู้สูงอายุ,1,มท 0808.2/ว 1234,1/10/2567,700.00',
  ]);

  const removed = await (app.strapi.plugin('km').service('samples') as Samples).removeFigures();
  expect(removed).toEqual({ authorities: 1, months: 1, transfers: 1 });

  const { data } = await reader.read('listAuthorities');
  expect(data.map(({ code, sample }) => [code, sample])).toEqual([['06470101', false]]);
  const overview = await reader.read('fiscalOverview', {
    level: 'authority',
    code: '06470101',
    fiscalYear: 2569,
  });
  expect(overview.data.revenue?.total).toBe(7.25);
  expect(overview.data.months.map(({ revenue }) => revenue).slice(0, 3)).toEqual([
    null,
    7.25,
    null,
  ]);
  expect(overview.meta.sample).toBe(false);
  const comparison = await reader.read('fiscalCompare', {
    authority: '06470101',
    fiscalYear: 2569,
  });
  expect(comparison.data.measures.find(({ measure }) => measure === 'revenue')?.value).toBe(7.25);
  expect((await reader.read('listSubsidies', { fiscalYear: 2568 })).meta.total).toBe(1);
  expect((await reader.read('listSubsidies', { fiscalYear: 2569 })).meta.total).toBe(0);
});

it('finds nothing more to take out', async () => {
  expect(await (app.strapi.plugin('km').service('samples') as Samples).removeFigures()).toEqual({
    authorities: 0,
    months: 0,
    transfers: 0,
  });
});
