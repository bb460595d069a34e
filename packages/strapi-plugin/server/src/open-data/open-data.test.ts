import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../test/start-app';
import { catalogOf, type FiguresOnOffer } from './catalog';
import { fiscalDataPackage } from './data-package';

const origin = 'https://km.example.go.th';
const years = (list: number[]) => ({
  'fiscal-overview': list,
  'fiscal-map': list,
  'fiscal-authorities': list,
  subsidies: list,
});
const at = (instant: string | null) => ({
  'fiscal-overview': instant,
  'fiscal-map': instant,
  'fiscal-authorities': instant,
  subsidies: instant,
});
const offer: FiguresOnOffer = {
  fiscalYears: years([2570, 2569]),
  importedAt: at('2026-11-22T03:04:05.000Z'),
  sample: true,
  provinces: [
    { code: '10', nameTh: 'กรุงเทพมหานคร' },
    { code: '47', nameTh: 'สกลนคร' },
  ],
};

interface Distribution {
  'dcat:downloadURL': { '@id': string };
}
interface Catalog {
  'dcat:dataset': {
    'dct:identifier': string;
    'dct:title': { '@value': string }[];
    'dct:modified'?: string;
    'dcat:distribution': Distribution[];
  }[];
}
const asCatalog = (given: object) => given as Catalog;

describe('the catalogue of open data', () => {
  it('gives every year of the country and every province of the newest year', () => {
    const [overview, , authorities] = asCatalog(catalogOf(origin, offer))['dcat:dataset'];
    const urls = (list: Distribution[] = []) => list.map((one) => one['dcat:downloadURL']['@id']);
    expect(urls(overview?.['dcat:distribution'])).toEqual([
      `${origin}/api/km/v1/fiscal/overview.csv?fiscalYear=2570`,
      `${origin}/api/km/v1/fiscal/overview.xlsx?fiscalYear=2570`,
      `${origin}/api/km/v1/fiscal/overview.csv?fiscalYear=2569`,
      `${origin}/api/km/v1/fiscal/overview.xlsx?fiscalYear=2569`,
    ]);
    expect(urls(authorities?.['dcat:distribution'])).toContain(
      `${origin}/api/km/v1/fiscal/authorities.csv?province=47&fiscalYear=2570`
    );
  });

  it('says first that figures are invented, and when they were imported', () => {
    const [dataset] = asCatalog(catalogOf(origin, offer))['dcat:dataset'];
    expect(dataset?.['dct:title'][0]?.['@value']).toMatch(/^ข้อมูลตัวอย่าง: /);
    expect(dataset?.['dct:modified']).toBe('2026-11-22T03:04:05.000Z');
    const real = { ...offer, sample: false, importedAt: at(null) };
    const [plain] = asCatalog(catalogOf(origin, real))['dcat:dataset'];
    expect(plain?.['dct:title'][0]?.['@value']).not.toContain('ตัวอย่าง');
    expect(plain).not.toHaveProperty('dct:modified');
  });

  it('describes no file where there are no figures yet', () => {
    const empty = { ...offer, fiscalYears: years([]) };
    const datasets = asCatalog(catalogOf(origin, empty))['dcat:dataset'];
    expect(datasets.flatMap((dataset) => dataset['dcat:distribution'])).toEqual([]);
    expect(fiscalDataPackage(origin, empty)).toMatchObject({ resources: [] });
  });
});

describe('open data of a server', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.stop());

  it.each([
    ['/open-data/catalog.jsonld', 'application/ld+json'],
    ['/open-data/fiscal/datapackage.json', 'application/json'],
  ])('is told at %s to pages of every origin', async (path, type) => {
    const response = await app.get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    await expect(response.json()).resolves.toBeTypeOf('object');
  });

  it('describes the columns its tables really have', async () => {
    const fiscal = (await (await app.get('/open-data/fiscal/datapackage.json')).json()) as object;
    expect(fiscal).toMatchObject({ profile: 'fiscal-data-package', countryCode: 'TH' });
    const described = fiscalDataPackage('', offer) as {
      resources: { path: string; schema: { fields: { name: string }[] } }[];
    };
    for (const path of ['fiscal/overview', 'fiscal/map']) {
      const csv = await (await app.get(`/api/km/v1/${path}.csv`)).text();
      const resource = described.resources.find((one) => one.path.includes(`${path}.csv`));
      expect(csv.replace('\uFEFF', '').split('\r\n')[0]?.split(',')).toEqual(
        resource?.schema.fields.map(({ name }) => name)
      );
    }
  });

  it('names the file a table leaves as', async () => {
    const response = await app.get('/api/km/v1/fiscal/map.xlsx');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="fiscal-map-25\d\d\.xlsx"$/
    );
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 2)
        .toString()
    ).toBe('PK');
  });
});
