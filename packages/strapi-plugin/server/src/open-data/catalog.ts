import { addressOf, datasets, type Dataset } from './datasets';

/** What the catalogue has to know of the figures. */
export interface FiguresOnOffer {
  /** Fiscal years that have figures, newest first. */
  fiscalYears: Record<Dataset['name'], readonly number[]>;
  /** The instant the newest of them were imported, or null. */
  importedAt: Record<Dataset['name'], string | null>;
  /** Whether any of the figures is invented, which the catalogue says first. */
  sample: boolean;
  provinces: readonly { code: string; nameTh: string }[];
}

const media = {
  '.csv': 'https://www.iana.org/assignments/media-types/text/csv',
  '.xlsx':
    'https://www.iana.org/assignments/media-types/application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const text = (th: string, en: string) => [
  { '@language': 'th', '@value': th },
  { '@language': 'en', '@value': en },
];

/**
 * `/open-data/catalog.jsonld`: the datasets as DCAT 3 tells them, with the fields of Thailand's
 * government data catalogue (GD Catalog) beside.
 */
export function catalogOf(origin: string, offer: FiguresOnOffer): object {
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      gdc: 'https://gdcatalog.go.th/terms#',
    },
    '@id': `${origin}/open-data/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': text('ข้อมูลเปิดของคลังความรู้ e-LAAS', 'Open data of KM e-LAAS'),
    'dct:publisher': publisher,
    'dct:language': ['th', 'en'],
    'foaf:homepage': { '@id': `${origin}/open-data` },
    'dcat:dataset': datasets.map((dataset) => datasetOf(dataset, origin, offer)),
  };
}

const publisher = {
  '@type': 'foaf:Agent',
  'foaf:name': text('กรมส่งเสริมการปกครองท้องถิ่น', 'Department of Local Administration'),
};

function datasetOf(dataset: Dataset, origin: string, offer: FiguresOnOffer): object {
  const { name } = dataset;
  const mark = offer.sample ? { th: 'ข้อมูลตัวอย่าง: ', en: 'Sample data: ' } : { th: '', en: '' };
  const importedAt = offer.importedAt[name];
  return {
    '@id': `${origin}/open-data/catalog.jsonld#${name}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': name,
    'dct:title': text(mark.th + dataset.titleTh, mark.en + dataset.titleEn),
    'dct:description': text(dataset.descriptionTh, dataset.descriptionEn),
    'dct:publisher': publisher,
    'dct:language': ['th', 'en'],
    'dct:spatial': { '@id': 'http://publications.europa.eu/resource/authority/country/THA' },
    'dct:accrualPeriodicity': {
      '@id': 'http://publications.europa.eu/resource/authority/frequency/MONTHLY',
    },
    'dct:license': {
      '@type': 'dct:LicenseDocument',
      'dct:title': text('สัญญาอนุญาตข้อมูลเปิดภาครัฐ', 'DGA Open Government License'),
    },
    ...(importedAt && { 'dct:modified': importedAt }),
    'dcat:keyword': dataset.keywords,
    'dcat:landingPage': { '@id': `${origin}/open-data` },
    'gdc:objective': 'เพื่อความโปร่งใสและเพื่อให้ประชาชนนำไปวิเคราะห์ต่อ',
    'gdc:dataCategory': 'ข้อมูลสาธารณะ',
    'gdc:updateFrequency': { unit: 'เดือน', interval: 1 },
    'gdc:geographicCoverage': dataset.byProvince ? 'จังหวัด' : 'ประเทศ',
    'gdc:accessibleCondition': 'ไม่มีเงื่อนไข',
    'gdc:allowHarvest': true,
    'gdc:unit': 'บาท',
    'dcat:distribution': distributionsOf(dataset, origin, offer),
  };
}

function distributionsOf(dataset: Dataset, origin: string, offer: FiguresOnOffer): object[] {
  // Only the newest year is a distribution for each province: the API gives every other one.
  const years = dataset.byProvince
    ? offer.fiscalYears[dataset.name].slice(0, 1)
    : offer.fiscalYears[dataset.name];
  const places = dataset.byProvince ? offer.provinces : [{ code: '', nameTh: '' }];
  return years.flatMap((year) =>
    places.flatMap(({ code, nameTh }) =>
      (['.csv', '.xlsx'] as const).map((ending) => ({
        '@type': 'dcat:Distribution',
        'dct:title': text(
          [`ปีงบประมาณ ${year}`, nameTh].filter(Boolean).join(' '),
          [`Fiscal year ${year - 543}`, code && `province ${code}`].filter(Boolean).join(', ')
        ),
        'dcat:downloadURL': { '@id': addressOf(dataset, origin, ending, year, code) },
        'dcat:mediaType': { '@id': media[ending] },
        'dct:format': ending.slice(1).toUpperCase(),
      }))
    )
  );
}
