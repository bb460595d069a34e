import type { Core } from '@strapi/types';
import { tableOf } from '../content/tables';
import type { Tables } from './ambient-table';
import { quoted, refusalOf } from './refusal';

const law = 'plugin::km.law';
const keys = 'km_citation_keys';

interface CitedRow {
  documentId: string;
  citationKey: string | null;
}

/**
 * Gives a law its letter numbers and lets go of those it no longer bears. Refuses when another law,
 * draft or published, has one of them.
 *
 * The key of `km_citation_keys` decides between editors who save at once: the second waits for the
 * first and then finds the number taken.
 *
 * @param rows - The law's draft and published row as they now are; none once it is deleted.
 */
export async function claimCitationKeys(
  strapi: Core.Strapi,
  tables: Tables,
  documentId: string,
  rows: readonly CitedRow[]
): Promise<void> {
  const borne = [...new Set(rows.flatMap(({ citationKey }) => citationKey ?? []))];
  await tables(keys).where({ document_id: documentId }).whereNotIn('citation_key', borne).delete();
  for (const citationKey of borne) await claim(strapi, tables, citationKey, documentId);
}

async function claim(
  strapi: Core.Strapi,
  tables: Tables,
  citationKey: string,
  documentId: string
): Promise<void> {
  const mine = { citation_key: citationKey, document_id: documentId };
  await tables(keys).insert(mine).onConflict('citation_key').ignore();
  const owner: { document_id: string } = await tables(keys)
    .where({ citation_key: citationKey })
    .first();
  if (owner.document_id === documentId) return;
  const other: { title: string; published_at: unknown } | undefined = await tables(
    tableOf(strapi, law)
  )
    .where({ document_id: owner.document_id, citation_key: citationKey })
    // The published row first, if there is one: that is the title editors know.
    .orderByRaw('case when published_at is null then 1 else 0 end')
    .first('title', 'published_at');
  if (other) throw takenBy(other.title, other.published_at !== null);
  // Left behind by something that bypassed this, such as an import into the database.
  await tables(keys).where({ citation_key: citationKey }).update(mine);
}

function takenBy(title: string, isPublished: boolean): Error {
  const where = isPublished ? 'เผยแพร่แล้ว' : 'เป็นฉบับร่าง';
  return refusalOf([
    {
      path: ['citation'],
      message: `มีหนังสือเลขที่นี้ของปีเดียวกันอยู่แล้ว คือ ${quoted(title)} (${where}) เปิดแก้ไขรายการเดิม หรือตรวจเลขที่และวันที่ของรายการนี้`,
    },
  ]);
}
