import type { PageText } from '../platform/service-room';
import { shorten } from './html';
import { siteName, type Section } from './sections';

const context = 'https://schema.org';
/** What a document is to schema.org; everything else is an article. */
const kinds: Record<string, string> = {
  news: 'NewsArticle',
  law: 'Legislation',
  manual: 'TechArticle',
  form: 'DigitalDocument',
};

/** A document as search engines read it (JSON-LD), ready to stand in a script tag. */
export function describeItem({ service }: Section, item: PageText, address: string): string {
  const { title, description, text, published, modified, identifier } = item;
  const shared = {
    '@context': context,
    inLanguage: 'th',
    url: address,
    isPartOf: { '@type': 'WebSite', name: siteName, url: new URL(address).origin },
    ...(modified && { dateModified: modified }),
  };
  if (service === 'faq') {
    const acceptedAnswer = { '@type': 'Answer', text };
    return write({
      ...shared,
      '@type': 'FAQPage',
      mainEntity: [{ '@type': 'Question', name: title, acceptedAnswer }],
    });
  }
  const isLaw = service === 'law';
  return write({
    ...shared,
    '@type': kinds[service] ?? 'Article',
    [isLaw ? 'name' : 'headline']: shorten(title, 110),
    description: shorten(description, 200),
    ...(published && { [isLaw ? 'legislationDate' : 'datePublished']: published }),
    ...(identifier && { [isLaw ? 'legislationIdentifier' : 'identifier']: identifier }),
  });
}

/** A page of figures as a data set, which leaves as files too. */
export function describeFigures({ title, service }: Section, address: string): string {
  const { origin } = new URL(address);
  const table = service === 'subsidy' ? 'subsidies' : 'fiscal/map';
  return write({
    '@context': context,
    '@type': 'Dataset',
    name: title,
    description: `${title}ขององค์กรปกครองส่วนท้องถิ่น จากระบบ e-LAAS ดาวน์โหลดเป็นไฟล์ CSV และ Excel ได้`,
    url: address,
    inLanguage: 'th',
    isAccessibleForFree: true,
    includedInDataCatalog: { '@type': 'DataCatalog', url: `${origin}/open-data` },
    distribution: ['csv', 'xlsx'].map((ending) => ({
      '@type': 'DataDownload',
      encodingFormat: ending,
      contentUrl: `${origin}/api/km/v1/${table}.${ending}`,
    })),
  });
}

/** JSON that cannot end the tag it stands in, whatever its texts say. */
function write(data: object): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}
