import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import { editorOf, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { statementsOf } from '../../test/statements';

let app: TestApp;
let editor: Editor;
let reader: Reader;
const ids = {} as Record<'city' | 'sao' | 'subdistrict', string>;

beforeAll(async () => {
  app = await startApp();
  editor = editorOf(app.strapi);
  reader = readerOf(app);
  ids.city = await editor.publish('authority', {
    name: 'สกลนคร',
    kind: 'city',
    code: '03470102',
    provinceCode: '47',
    district: 'เมืองสกลนคร',
    population: 52_000,
    populationYear: 2568,
    areaKm2: 54.54,
    areaYear: 2560,
  });
  ids.subdistrict = await editor.publish('authority', {
    name: 'เทศบาลตำบลขามเรียง',
    kind: 'subdistrict',
    code: '05440403',
    provinceCode: '44',
    district: 'อ.กันทรวิชัย',
    validFrom: '2022-10-01',
  });
  ids.sao = await editor.publish('authority', {
    name: 'อบต.ขามเรียง',
    kind: 'sao',
    code: '06440403',
    provinceCode: '44',
    validTo: '2022-10-01',
    successor: ids.subdistrict,
  });
  await editor.publish('authority', { name: 'กทม.', kind: 'bangkok', provinceCode: '10' });
  await editor.publish('authority', {
    name: 'พัทยา',
    kind: 'pattaya',
    provinceCode: '20',
    sample: true,
  });
  await editor.publish('authority', {
    name: 'อนาคต',
    kind: 'sao',
    code: '06470199',
    provinceCode: '47',
    validFrom: '2199-10-01',
  });
});
afterAll(() => app?.stop());

const namesOf = async (query: Record<string, string | number> = {}) =>
  (await reader.read('listAuthorities', query)).data.map(({ name }) => name);

describe('GET /provinces', () => {
  it('answers all 77 by code', async () => {
    const { data, meta } = await reader.read('listProvinces');
    expect(data).toHaveLength(77);
    expect(meta.total).toBe(77);
    expect(data[0]).toMatchObject({ code: '10', nameTh: 'กรุงเทพมหานคร' });
    expect(data.find(({ code }) => code === '38')).toEqual({
      code: '38',
      nameTh: 'บึงกาฬ',
      nameEn: 'Bueng Kan',
      abbreviation: 'บก',
      region: 'northeast',
    });
  });
});

describe('GET /authorities', () => {
  it('lists what exists today in the order of a dictionary, by its whole name', async () => {
    expect(await namesOf()).toEqual([
      'กรุงเทพมหานคร',
      'เทศบาลตำบลขามเรียง',
      'เมืองพัทยา',
      'เทศบาลนครสกลนคร',
    ]);
  });

  it('finds by kind and name, by a code, in a province, of a kind', async () => {
    expect((await namesOf({ q: 'อบต ขามเรียง' }))[0]).toBe('เทศบาลตำบลขามเรียง');
    expect(await namesOf({ q: '0347' })).toEqual(['เทศบาลนครสกลนคร']);
    expect(await namesOf({ province: '44' })).toEqual(['เทศบาลตำบลขามเรียง']);
    expect(await namesOf({ kind: 'pattaya' })).toEqual(['เมืองพัทยา']);
    expect(await namesOf({ q: 'สกลนคร', province: '44' })).toEqual([]);
  });

  it('turns pages', async () => {
    const first = await reader.read('listAuthorities', { pageSize: 3 });
    const second = await reader.read('listAuthorities', { pageSize: 3, page: 2 });
    expect(first.meta).toMatchObject({ total: 4, page: 1, pageSize: 3 });
    expect(second.data.map(({ name }) => name)).toEqual(['เทศบาลนครสกลนคร']);
  });

  it.each([
    ['?province=สกลนคร', 'province'],
    ['?province=7', 'province'],
    ['?kind=อบต', 'kind'],
    ['?q=', 'q'],
    ['?code=03470102', 'code'],
    ['?pageSize=101', 'pageSize'],
  ])('refuses %s and names what is wrong', async (search, parameter) => {
    const problem = await reader.problem(`/authorities${search}`);
    expect([problem.status, problem.details.parameters]).toEqual([400, [parameter]]);
  });

  it.each(['<script>', `' or 1=1 --`, 'a\u0000b', '\uD800', '%', '...', '🙂'])(
    'takes the hostile text %j for words',
    async (q) => {
      expect(await namesOf({ q })).toEqual([]);
    }
  );

  it('asks the database nothing while nothing changes', async () => {
    await namesOf();
    expect(await statementsOf(app.strapi, () => namesOf({ q: 'ขามเรียง', pageSize: 7 }))).toEqual(
      []
    );
  });
});

describe('GET /authorities/:code', () => {
  it('answers all there is to know, and what it was before', async () => {
    expect((await reader.read('getAuthority', {}, '03470102')).data).toEqual({
      code: '03470102',
      name: 'เทศบาลนครสกลนคร',
      kind: 'city',
      district: 'เมืองสกลนคร',
      districtCode: '4701',
      provinceCode: '47',
      province: 'สกลนคร',
      region: 'northeast',
      population: 52_000,
      populationYear: 2568,
      areaKm2: 54.54,
      areaYear: 2560,
      validFrom: null,
      validTo: null,
      successor: null,
      predecessors: [],
      sample: false,
    });
    const { data } = await reader.read('getAuthority', {}, '05440403');
    expect(data).toMatchObject({ district: 'กันทรวิชัย', districtCode: '4404' });
    expect(data.predecessors).toMatchObject([{ code: '06440403' }]);
  });

  it('still answers one that is no more, and names what it became', async () => {
    const { data } = await reader.read('getAuthority', {}, '06440403');
    expect(data).toMatchObject({ validTo: '2022-10-01', successor: { code: '05440403' } });
  });

  it('knows no other code, and nothing that is no code', async () => {
    for (const code of ['03470103', '3470102', '0347010๒', ids.city, '%00']) {
      expect((await reader.problem(`/authorities/${code}`)).status).toBe(404);
    }
  });
});

describe('editing the register', () => {
  const refusal = (data: Record<string, unknown>) =>
    editor.publish('authority', data).then(
      () => [],
      ({ details }: { details: { errors: { path: string[]; message: string }[] } }) =>
        details.errors.map(({ path }) => path.join('.'))
    );

  it('shows a change at the next look', async () => {
    await editor.edit('authority', ids.city, { population: 51_000 });
    expect((await reader.read('getAuthority', {}, '03470102')).data.population).toBe(51_000);
    await editor.edit('authority', ids.city, { population: 52_000 });
  });

  it.each([
    [{ name: 'ก', kind: 'sao', code: '05470101', provinceCode: '47' }, 'code'],
    [{ name: 'ก', kind: 'sao', code: '06440101', provinceCode: '47' }, 'code'],
    [{ name: 'ก', kind: 'sao', code: '6470101', provinceCode: '47' }, 'code'],
    [{ name: 'ก', kind: 'city', code: '03470102', provinceCode: '47' }, 'code'],
    [{ name: 'ก', kind: 'bangkok', code: '01100101', provinceCode: '10' }, 'code'],
    [{ name: 'เทศบาลตำบล ก', kind: 'sao', provinceCode: '47' }, 'name'],
    [{ name: '', kind: 'sao', provinceCode: '47' }, 'name'],
    [{ name: 'ก', kind: 'sao', provinceCode: '47', district: 'หาดใหญ่' }, 'district'],
    [
      {
        name: 'ก',
        kind: 'sao',
        provinceCode: '47',
        validFrom: '2020-01-01',
        validTo: '2020-01-01',
      },
      'validTo',
    ],
    [{ name: 'ก', kind: 'sao', provinceCode: '99' }, 'provinceCode'],
    [{ name: 'ก', kind: 'sao', provinceCode: '47', population: -1 }, 'population'],
  ])('refuses %o at its field', async (data, field) => {
    expect(await refusal(data)).toContain(field);
  });

  it('refuses an authority that becomes itself, or becomes another one on no day', async () => {
    const edit = (documentId: string, data: Record<string, unknown>) =>
      editor.edit('authority', documentId, data);
    await expect(edit(ids.sao, { successor: ids.sao })).rejects.toThrow(/ตัวเอง/);
    await expect(edit(ids.city, { successor: ids.sao })).rejects.toThrow(/ถึงก่อนวันที่/);
    expect((await reader.read('getAuthority', {}, '06440403')).data.successor).toMatchObject({
      code: '05440403',
    });
  });

  it('lets any number be without a code', async () => {
    await editor.publish('authority', { name: 'ไร้รหัสหนึ่ง', code: '' });
    await editor.publish('authority', { name: 'ไร้รหัสสอง', code: '  ' });
    expect(await namesOf({ q: 'ไร้รหัส' })).toHaveLength(2);
  });
});
