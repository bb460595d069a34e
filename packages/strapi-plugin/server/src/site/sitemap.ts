import type { Core } from '@strapi/types';
import type { ServiceRoom } from '../platform/service-room';
import { escapeHtml } from './html';
import { plainPages, sections, siteName } from './sections';

/** Addresses a sitemap may hold by its protocol. */
const most = 50_000;

/** `/sitemap.xml`: every page search engines may show. */
export async function sitemap(
  strapi: Core.Strapi,
  rooms: readonly ServiceRoom[],
  origin: string
): Promise<string> {
  const paths = ['/', ...plainPages.map((name) => `/${name}`)];
  for (const { path, service, isFigures } of sections) {
    paths.push(`/${path}`);
    if (isFigures) continue;
    const room = rooms.find((one) => one.name === service)?.page;
    const pages = (await room?.pages?.(strapi)) ?? 1;
    for (let page = 1; page <= pages && paths.length < most; page += 1) {
      const links = await room?.list(strapi, page);
      for (const { id } of links ?? []) paths.push(`/${path}/${id}`);
    }
  }
  const lines = paths
    .slice(0, most)
    .map((path) => `<url><loc>${escapeHtml(origin + path)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('\n')}
</urlset>
`;
}

/** `/opensearch.xml`: lets a browser search here from its address bar. */
export function openSearch(origin: string): string {
  const address = escapeHtml(origin);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>KM e-LAAS</ShortName>
<Description>${siteName}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" template="${address}/search?q={searchTerms}"/>
</OpenSearchDescription>
`;
}

/** `/robots.txt`. */
export function robots(origin: string, adminPath: string): string {
  return `User-agent: *
Disallow: ${adminPath}
Disallow: /search
Allow: /

Sitemap: ${origin}/sitemap.xml
`;
}
