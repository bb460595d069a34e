import type { Core } from '@strapi/types';
import type { PageCounts, UploadedFile } from './files';
import { tableNamed } from './tables';

/** Reads how many pages these files have, in one statement; files nobody counted are left out. */
export async function loadPageCounts(
  strapi: Core.Strapi,
  files: readonly (UploadedFile | null | undefined)[]
): Promise<PageCounts> {
  const hashes = [...new Set(files.flatMap((file) => file?.hash ?? []))];
  if (hashes.length === 0) return new Map();
  const counted = (await tableNamed(strapi, 'km_file_facts')
    .select('file_hash', 'pages')
    .whereIn('file_hash', hashes)
    .whereNotNull('pages')) as { file_hash: string; pages: number }[];
  return new Map(counted.map(({ file_hash, pages }) => [file_hash, pages]));
}
