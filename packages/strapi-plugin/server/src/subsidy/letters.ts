import type { Core } from '@strapi/types';
import { tableNamed, tableOf } from '../content/tables';

/** Ids of the published laws that bear these letter numbers, by number. */
export async function lawsOfLetters(
  strapi: Core.Strapi,
  letterKeys: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(letterKeys)];
  if (wanted.length === 0) return new Map();
  const rows = (await tableNamed(strapi, 'km_citation_keys as borne')
    .join(`${tableOf(strapi, 'plugin::km.law')} as law`, function () {
      this.on('law.document_id', 'borne.document_id').andOn(
        'law.citation_key',
        'borne.citation_key'
      );
    })
    .whereIn('borne.citation_key', wanted)
    .whereNotNull('law.published_at')
    .select('borne.citation_key as key', 'borne.document_id as id')) as {
    key: string;
    id: string;
  }[];
  return new Map(rows.map(({ key, id }) => [key, id]));
}
