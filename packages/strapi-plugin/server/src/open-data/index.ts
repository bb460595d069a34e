import type { Core } from '@strapi/types';
import { loadPlaces } from '../authority/places';
import { getOverview } from '../fiscal';
import type { Answer } from '../platform/answer';
import { describeSubsidies } from '../subsidy/list';
import { catalogOf, type FiguresOnOffer } from './catalog';
import { fiscalDataPackage } from './data-package';

interface OpenDataFile {
  type: string;
  make(origin: string, offer: FiguresOnOffer): object;
}

/** Files that tell programs which figures there are, by their path on the server. */
const files: ReadonlyMap<string, OpenDataFile> = new Map([
  ['/open-data/catalog.jsonld', { type: 'application/ld+json', make: catalogOf }],
  ['/open-data/fiscal/datapackage.json', { type: 'application/json', make: fiscalDataPackage }],
]);

/** Whether a path is one of open data's files. */
export function isOpenDataFile(path: string): boolean {
  return files.has(path);
}

/** One of open data's files; any page of any origin may read it. */
export async function readOpenDataFile(
  strapi: Core.Strapi,
  path: string,
  origin: string
): Promise<Pick<Answer, 'bytes' | 'type' | 'headers' | 'services'>> {
  const { type, make } = files.get(path) as OpenDataFile;
  const text = JSON.stringify(make(origin, await figuresOnOffer(strapi)), null, 2);
  return {
    bytes: Buffer.from(text),
    type: `${type}; charset=utf-8`,
    headers: { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' },
    services: ['fiscal', 'subsidy', 'authority'],
  };
}

async function figuresOnOffer(strapi: Core.Strapi): Promise<FiguresOnOffer> {
  const fiscal = await getOverview(strapi, { level: 'country' });
  const subsidies = await describeSubsidies(strapi, {});
  const ofFiscal = <Value>(value: Value) => ({
    'fiscal-overview': value,
    'fiscal-map': value,
    'fiscal-authorities': value,
  });
  return {
    fiscalYears: {
      ...ofFiscal(fiscal.data.fiscalYears),
      subsidies: subsidies.meta.fiscalYears,
    },
    importedAt: { ...ofFiscal(fiscal.meta.importedAt), subsidies: subsidies.meta.importedAt },
    sample: fiscal.meta.sample || subsidies.meta.sample,
    provinces: (await loadPlaces()).provinces,
  };
}
