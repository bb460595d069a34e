import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import { importerOf, type Importer } from '../../test/importer';
import { signIn } from '../../test/sign-in';
import { startApp, type TestApp } from '../../test/start-app';
import type { ImportFault, ImportJob } from './admin-api';

let app: TestApp;
let importer: Importer;
let reader: Reader;

beforeAll(async () => {
  app = await startApp({ plugin: { importMaxBytes: 5_000_000, importBadShare: 0.3 } });
  importer = importerOf(app, await signIn(app, 'strapi-super-admin'));
  reader = readerOf(app);
});
afterAll(() => app?.stop());

afterEach(async () => {
  const { data } = (await (await importer.ask('')).json()) as { data: ImportJob[] };
  for (const { id, canCancel, state } of data) {
    if (!canCancel && state !== 'discarding') continue;
    await importer.post(id, 'cancel');
    await importer.reaches(id, 'cancelled');
  }
});

const heading = 'รหัส อปท.,ประเภท,ชื่อ อปท.,จังหวัด,ประชากร\n';
const line = (code: string, name: string, population: number | string = 1000) =>
  `${code},อบต.,${name},สกลนคร,${population}\n`;
const file = heading + line('06470101', 'ทดลองหนึ่ง') + line('06470102', 'ทดลองสอง', 2000);

const message = async (answer: Response) =>
  ((await answer.json()) as { error: { message: string } }).error.message;
const populationOf = async (code: string) =>
  (await reader.read('getAuthority', {}, code)).data.population;

describe('an import', () => {
  it('is checked, looked at and committed, and only then seen', async () => {
    const { id } = await importer.hand('authority', file, { fileName: 'ทะเบียน.csv' });
    const checked = await importer.reaches(id, 'checked');
    expect(checked.rows).toEqual({ read: 2, good: 2, bad: 0 });
    expect(checked.preview?.changes).toMatchObject({ added: 2, changed: 0 });
    expect(checked.verdict).toMatchObject({ canCommit: true, needsLeaveOut: false });
    expect(checked.reading).toMatchObject({ encoding: 'utf-8', delimiter: ',', headerRow: 1 });
    expect((await reader.read('listAuthorities')).meta.total).toBe(0);

    await importer.post(id, 'commit', { leaveOutBadRows: false });
    const done = await importer.reaches(id, 'done');
    expect(done).toMatchObject({ fileName: 'ทะเบียน.csv', canCancel: false, canRollBack: true });
    expect(done.createdBy).toBe('strapi-super-admin test');
    expect(done.fileHash).toMatch(/^[0-9a-f]{64}$/);
    expect(done.summary?.rows).toBe(2);
    expect(await populationOf('06470102')).toBe(2000);
    const { data: health } = await reader.read('health');
    expect(health.lastImport?.dataSet).toBe('authority');
    const kept = await app.strapi.db.getConnection('km_import_files').count({ count: '*' });
    expect(Number(kept[0]?.count)).toBe(0);
  });

  it('says that the same file was imported before', async () => {
    const { id } = await importer.hand('authority', file);
    const { preview } = await importer.reaches(id, 'checked');
    expect(preview?.suspicions[0]?.sentence).toContain('เคยนำเข้าแล้ว');
    expect(preview?.changes).toMatchObject({ added: 0, same: 2 });
  });

  it('is rolled back once, and only the last one', async () => {
    const before = await populationOf('06470101');
    const first = await importer.through('authority', heading + line('06470101', 'ทดลองหนึ่ง', 11));
    const last = await importer.through('authority', heading + line('06470101', 'ทดลองหนึ่ง', 22));
    expect(await populationOf('06470101')).toBe(22);
    expect((await importer.post(first.id, 'rollback')).status).toBe(409);
    expect((await importer.post(last.id, 'rollback')).status).toBe(200);
    expect(await populationOf('06470101')).toBe(11);
    expect((await importer.post(last.id, 'rollback')).status).toBe(409);
    expect((await importer.post(first.id, 'rollback')).status).toBe(200);
    expect(await populationOf('06470101')).toBe(before);
    expect((await importer.get(last.id)).state).toBe('rolledBack');
  });

  it('can be cancelled while it waits, and leaves nothing', async () => {
    const { id } = await importer.hand('authority', file);
    await importer.reaches(id, 'checked');
    await importer.post(id, 'cancel');
    const cancelled = await importer.reaches(id, 'cancelled');
    expect(cancelled).toMatchObject({ canCancel: false, canRollBack: false, verdict: null });
    expect((await importer.post(id, 'commit', { leaveOutBadRows: true })).status).toBe(409);
    const kept = await app.strapi.db.getConnection('km_import_files').where({ job_id: id });
    expect(kept).toEqual([]);
  });

  it('can be cancelled while it is read', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) =>
      line(String(6_400_000 + index).padStart(8, '0'), `ตำบลที่ ${index}`)
    );
    const { id } = await importer.hand('authority', heading + rows.join(''));
    expect((await importer.post(id, 'cancel')).status).toBe(200);
    await importer.reaches(id, 'cancelled');
  });

  it('keeps another one of its data set out until it is over', async () => {
    const { id } = await importer.hand('authority', file);
    const second = await importer.send('authority', file);
    expect(second.status).toBe(409);
    expect(await message(second)).toContain('file.csv');
    await importer.reaches(id, 'checked');
    expect((await importer.send('authority', file)).status).toBe(409);
  });

  it('reads the file again with another choice', async () => {
    const { id } = await importer.hand('authority', file);
    await importer.reaches(id, 'checked');
    await importer.post(id, 'recheck', { unit: 'thousandBaht', scope: 'authorities' });
    const again = await importer.reaches(id, 'checked');
    expect(again.options).toMatchObject({ unit: 'thousandBaht', scope: 'authorities' });
    expect(again.rows.good).toBe(2);
  });
});

describe('rows that are wrong', () => {
  const bad =
    heading +
    line('06470101', 'ทดลองหนึ่ง') +
    line('99', '=cmd()', 'มาก') +
    line('06470102', 'ทดลองสอง') +
    line('06470103', 'ทดลองสาม') +
    line('06470104', 'ทดลองสี่');

  it('are told one by one', async () => {
    const { id } = await importer.hand('authority', bad);
    const { rows, faults } = await importer.reaches(id, 'checked');
    expect(rows).toEqual({ read: 5, good: 4, bad: 1 });
    const answer = await importer.ask(`/${id}/faults`);
    const { data, meta } = (await answer.json()) as {
      data: ImportFault[];
      meta: { total: number };
    };
    expect(meta.total).toBe(faults.found);
    expect(data).toContainEqual({
      row: 3,
      column: 'ประชากร',
      value: 'มาก',
      sentence: expect.stringContaining('"มาก"'),
    });
  });

  it('leave as a file Excel opens in Thai and takes for no formula', async () => {
    const { id } = await importer.hand(
      'authority',
      heading +
        line('06470101', 'ก') +
        `,อบต.,=cmd(),,1\n` +
        line('06470102', 'ข') +
        line('06470104', 'ค')
    );
    await importer.reaches(id, 'checked');
    const answer = await importer.ask(`/${id}/faults.csv`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(answer.headers.get('content-disposition')).toContain('.csv');
    expect(bytes.toString()).not.toMatch(/(?:^|,|")=/m);
  });

  it('are left out only by choice', async () => {
    const { id } = await importer.hand('authority', bad);
    const { verdict } = await importer.reaches(id, 'checked');
    expect(verdict).toMatchObject({ canCommit: true, needsLeaveOut: true, badShare: 0.2 });
    const refused = await importer.post(id, 'commit', { leaveOutBadRows: false });
    expect(refused.status).toBe(400);
    await importer.post(id, 'commit', { leaveOutBadRows: true });
    await importer.reaches(id, 'done');
    await importer.post(id, 'rollback');
  });

  it('are not left out when there are too many', async () => {
    const { id } = await importer.hand(
      'authority',
      heading + line('06470101', 'ทดลองหนึ่ง') + line('99', 'ผิด')
    );
    const { verdict } = await importer.reaches(id, 'checked');
    expect(verdict?.canCommit).toBe(false);
    expect(verdict?.reason).toContain('50%');
    expect((await importer.post(id, 'commit', { leaveOutBadRows: true })).status).toBe(400);
  });

  it('end the import where none is right, and can still be read', async () => {
    const { id } = await importer.hand('authority', heading + line('99', 'ผิด'));
    const failed = await importer.reaches(id, 'failed');
    expect(failed.failure).toContain('ไม่มีแถวที่ใช้ได้');
    const { data } = (await (await importer.ask(`/${id}/faults`)).json()) as {
      data: ImportFault[];
    };
    expect(data.length).toBeGreaterThan(0);
  });
});

describe('a file', () => {
  it.each([
    ['an empty one', '', 400],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 415],
    ['a program', Buffer.from('\u007fELF\u0000\u0000'), 415],
    ['one that is too big', Buffer.alloc(5_000_001, 'ก'), 413],
  ])('is refused at once: %s', async (_, bytes, status) => {
    const answer = await importer.send('authority', bytes);
    expect(answer.status).toBe(status);
    expect(await message(answer)).toMatch(/[ก-ฮ]/);
    const { data } = (await (await importer.ask('/data-sets')).json()) as {
      data: { activeJob: string | null }[];
    };
    expect(data.every(({ activeJob }) => activeJob === null)).toBe(true);
  });

  it('that grows too big on its way is refused too', async () => {
    async function* endless() {
      for (let count = 0; count < 60; count += 1) yield new Uint8Array(100_000).fill(65);
    }
    const answer = await importer.send('authority', '', {}, {
      body: ReadableStream.from(endless()),
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
  });

  it('without the needed headings fails and says which', async () => {
    const { id } = await importer.hand('authority', 'ประเภท,จังหวัด\nอบต.,สกลนคร\n');
    const { failure } = await importer.reaches(id, 'failed');
    expect(failure).toContain('"ชื่อ อปท."');
  });

  it('that is half a workbook fails with a sentence', async () => {
    const { id } = await importer.hand('authority', Buffer.from('PK\u0003\u0004 and no more'));
    const { failure } = await importer.reaches(id, 'failed');
    expect(failure).toContain('เสียหาย');
  });
});

describe('the import centre', () => {
  it('gives templates with Thai headings that it takes back', async () => {
    const answer = await importer.ask('/data-sets/authority/template.csv');
    const text = await answer.text();
    expect(text).toContain('รหัส อปท.');
    const names = (text.split('\r\n')[0] ?? '').replace('\uFEFF', '').split(',');
    const own: Record<string, string> = { 'รหัส อปท.': '06470101', 'ชื่อ อปท.': 'อบต.ทดลอง' };
    const { id } = await importer.hand(
      'authority',
      text + names.map((name) => own[name] ?? '').join(',')
    );
    const { reading, rows } = await importer.reaches(id, 'checked');
    expect(reading?.exampleRows).toBe(1);
    expect(rows.read).toBe(1);
  });

  it('gives templates as workbooks too', async () => {
    const answer = await importer.ask('/data-sets/authority/template.xlsx');
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { id } = await importer.hand('authority', bytes, { fileName: 'template.xlsx' });
    const { failure } = await importer.reaches(id, 'failed');
    expect(failure).toContain('ไม่มีข้อมูลสักแถว');
  });

  it.each([
    ['?page=0', 'page'],
    ['?strange=1', 'strange'],
    ['?dataSet=money', 'dataSet'],
  ])('refuses %s by name', async (query, name) => {
    const answer = await importer.ask(query);
    expect(answer.status).toBe(400);
    expect(await message(answer)).toContain(name);
  });

  it('knows no job that is not there', async () => {
    for (const id of ['1', '00000000-0000-4000-8000-000000000000']) {
      expect((await importer.ask(`/${id}`)).status).toBe(404);
    }
  });

  it('is closed to whoever has no account, and to roles without the permission', async () => {
    expect((await app.get('/km/imports')).status).toBe(401);
    const author = importerOf(app, await signIn(app, 'strapi-author'));
    expect((await author.ask('')).status).toBe(403);
    expect((await author.send('authority', file)).status).toBe(403);
  });
});
