import type { Core } from '@strapi/types';
import { linkOf, tableOf } from '../content/tables';
import { tablesIn } from '../editorial/ambient-table';
import { revisionsOf } from '../platform/revisions';

const uid = 'plugin::km.authority';

/** A statement names at most so many rows. */
const rowsAtOnce = 1000;

/**
 * Takes invented authorities out of the register.
 *
 * @returns how many there were.
 */
export async function removeSampleAuthorities(strapi: Core.Strapi): Promise<number> {
  return strapi.db.transaction(async ({ trx }) => {
    const tables = tablesIn(strapi, trx);
    const table = tableOf(strapi, uid);
    const link = linkOf(strapi, uid, 'successor');
    const rows = (await tables(table).where({ sample: true }).select('id', 'document_id')) as {
      id: number;
      document_id: string;
    }[];
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      const part = rows.slice(at, at + rowsAtOnce);
      const ids = part.map(({ id }) => id);
      await tables(link.table).whereIn(link.from, ids).orWhereIn(link.to, ids).delete();
      await tables(table).whereIn('id', ids).delete();
      await tables('km_authority_changes')
        .whereIn(
          'document_id',
          part.map(({ document_id }) => document_id)
        )
        .delete();
    }
    await revisionsOf(strapi).raise(['authority', 'fiscal', 'subsidy']);
    return rows.length;
  });
}
