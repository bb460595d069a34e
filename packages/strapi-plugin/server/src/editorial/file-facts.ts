import type { Core } from '@strapi/types';
import { PDFDocument } from 'pdf-lib';
import { revisionsOf } from '../platform/revisions';
import { tablesIn } from './ambient-table';

const facts = 'km_file_facts';

/** How many pages a PDF has; null where it is too broken to tell, or locked. */
export async function countPages(bytes: Uint8Array): Promise<number | null> {
  try {
    // A locked PDF still says how many pages it has; only their text is closed.
    const pdf = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false });
    return pdf.getPageCount() || null;
  } catch {
    return null;
  }
}

/**
 * Keeps how many pages the file of this hash has; a replaced file keeps its hash. What was answered
 * between the write of the file and this has its old pages, so it becomes stale once more.
 */
export async function keepPages(
  strapi: Core.Strapi,
  hash: string,
  pages: number | null
): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    const table = tablesIn(strapi, trx)(facts);
    await (pages === null
      ? table.where({ file_hash: hash }).delete()
      : table.insert({ file_hash: hash, pages }).onConflict('file_hash').merge());
    await revisionsOf(strapi).raise(['manual', 'law', 'faq', 'news', 'update', 'form']);
  });
}

export async function forgetPages(strapi: Core.Strapi, hash: string): Promise<void> {
  await strapi.db.transaction(({ trx }) =>
    tablesIn(strapi, trx)(facts).where({ file_hash: hash }).delete()
  );
}
