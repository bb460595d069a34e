import type { Core } from '@strapi/types';
import { tableOf } from '../../content/tables';
import { tablesIn } from '../../editorial/ambient-table';
import type { SearchChange } from '../../platform/search-queue';

const file = 'plugin::upload.file';

/** Services whose documents offer files of their own. */
const services = ['manual', 'law', 'news', 'form'] as const;

/** The published documents that offer these files: a statement, and one for each service. */
export async function documentsOfFiles(
  strapi: Core.Strapi,
  where: object
): Promise<SearchChange[]> {
  const files = (await strapi.db.query(file).findMany({ select: ['id'], where })) as {
    id: number;
  }[];
  if (files.length === 0) return [];
  const { joinTable } = strapi.db.metadata.get(file).attributes.related as unknown as {
    joinTable: { name: string };
  };
  const ids = files.map(({ id }) => id);
  return strapi.db.transaction(async ({ trx }) => {
    const changes: SearchChange[] = [];
    for (const service of services) {
      const uid = `plugin::km.${service}`;
      const rows: { document_id: string }[] = await tablesIn(
        strapi,
        trx
      )(`${joinTable.name} as used`)
        .join(`${tableOf(strapi, uid)} as item`, 'item.id', 'used.related_id')
        .where('used.related_type', uid)
        .whereIn('used.file_id', ids)
        .whereNotNull('item.published_at')
        .distinct('item.document_id');
      changes.push(...rows.map(({ document_id }) => ({ service, id: document_id })));
    }
    return changes;
  });
}
