import type { Core } from '@strapi/types';
import type { ServiceRoom } from '../platform/service-room';
import { escapeHtml } from './html';
import { plainPages, sections } from './sections';

/** Addresses a sitemap may hold by its protocol. */
const most = 50_000;

/** `/sitemap.xml`: every page search engines may show. */
export async function sitemap(
  strapi: Core.Strapi,
  rooms: readonly ServiceRoom[],
  origin: string
): Promise<string> {
  const paths = ['/', ...plainPages.map((name) => `/${name}`)];
  for (const { path, service } of sections) {
    paths.push(`/${path}`);
    const links = await rooms.find((room) => room.name === service)?.page?.list(strapi);
    for (const { id } of links ?? []) paths.push(`/${path}/${id}`);
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

/** `/robots.txt`. */
export function robots(origin: string, adminPath: string): string {
  return `User-agent: *
Disallow: ${adminPath}
Allow: /

Sitemap: ${origin}/sitemap.xml
`;
}
