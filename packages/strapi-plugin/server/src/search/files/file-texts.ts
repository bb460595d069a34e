import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { tablesIn } from '../../editorial/ambient-table';
import { queueForSearch, type SearchChange } from '../../platform/search-queue';
import type { SearchFile } from '../../platform/search-source';
import type { PageText } from '../engine/types';

const texts = 'km_file_texts';
const pages = 'km_file_pages';

/** An instance that has worked on a file for longer than this has died over it. */
const longestWork = 5 * 60_000;

/** How far the words of a file are known. */
export type TextState = 'wanted' | 'working' | 'done' | 'failed';

/** Why a file gave no words. */
export const textErrors = [
  'broken',
  'encrypted',
  'noText',
  'tooLarge',
  'tooSlow',
  'hostile',
  'missing',
  'elsewhere',
] as const;
export type TextError = (typeof textErrors)[number];

/** A file whose words are to be read. */
export interface WantedText {
  hash: string;
  kind: string;
  url: string;
  name: string;
  version: string;
}

/** What was read of a file. */
export interface ReadText {
  pages: { page: number | null; text: string }[];
  /** Whether there is more in it than is kept. */
  cut: boolean;
}

interface TextRow {
  file_hash: string;
  kind: string;
  url: string;
  name: string;
  version: string;
  state: TextState;
  error: TextError | null;
  changed_at: string;
}

/**
 * The words of files page by page, as far as they are known: three statements, however many files.
 * Those that nobody has read in their present version are put down to be read.
 */
export async function pagesOf(
  strapi: Core.Strapi,
  files: readonly SearchFile[]
): Promise<Map<string, PageText[]>> {
  const byHash = new Map(files.map((file) => [file.hash, file]));
  const found = new Map<string, PageText[]>();
  if (byHash.size === 0) return found;
  const versions = await versionsOf(strapi, [...byHash.keys()]);
  const rows: TextRow[] = await strapi.db
    .getConnection(texts)
    .whereIn('file_hash', [...byHash.keys()]);
  const known = new Map(rows.map((row) => [row.file_hash, row]));
  const wanted = [...versions].filter(([hash, version]) => known.get(hash)?.version !== version);
  await want(
    strapi,
    wanted.map(([hash, version]) => ({ ...(byHash.get(hash) as SearchFile), version }))
  );
  const ready = rows.filter(
    ({ file_hash, version, state }) => state === 'done' && versions.get(file_hash) === version
  );
  if (ready.length === 0) return found;
  const stored: { file_hash: string; page: number | null; text: string }[] = await strapi.db
    .getConnection(pages)
    .whereIn(
      'file_hash',
      ready.map(({ file_hash }) => file_hash)
    )
    .orderBy(['file_hash', 'place'])
    .select('file_hash', 'page', 'text');
  for (const { file_hash, page, text } of stored) {
    const file = byHash.get(file_hash) as SearchFile;
    found.set(file_hash, [...(found.get(file_hash) ?? []), { file, page, text }]);
  }
  return found;
}

/** A replaced file keeps its hash; when it was last written tells one from the other. */
async function versionsOf(
  strapi: Core.Strapi,
  hashes: readonly string[]
): Promise<Map<string, string>> {
  const rows = (await strapi.db.query('plugin::upload.file').findMany({
    select: ['hash', 'updatedAt'],
    where: { hash: { $in: [...hashes] } },
  })) as { hash: string; updatedAt: string | Date | null }[];
  return new Map(
    rows.map(({ hash, updatedAt }) => [hash, String(new Date(updatedAt ?? 0).getTime())])
  );
}

async function want(
  strapi: Core.Strapi,
  files: readonly (SearchFile & { version: string })[]
): Promise<void> {
  if (files.length === 0) return;
  await strapi.db
    .getConnection(texts)
    .insert(
      files.map(({ hash, kind, url, name, version }) => ({
        file_hash: hash,
        kind,
        url,
        name,
        version,
        state: 'wanted',
        error: null,
        pages: 0,
        cut: false,
        changed_at: new Date().toISOString(),
      }))
    )
    .onConflict('file_hash')
    .merge(['kind', 'url', 'name', 'version', 'state', 'error', 'pages', 'cut', 'changed_at']);
}

/** Takes the next file to read, so that no other instance does; null where there is none. */
export async function claimNext(strapi: Core.Strapi): Promise<WantedText | null> {
  const table = () => strapi.db.getConnection(texts);
  const forsaken = new Date(Date.now() - longestWork).toISOString();
  const free = (query: Knex.QueryBuilder) =>
    query.where((either) =>
      either
        .where({ state: 'wanted' })
        .orWhere((dead) => dead.where({ state: 'working' }).where('changed_at', '<', forsaken))
    );
  for (;;) {
    const row: TextRow | undefined = await free(table()).orderBy('changed_at').first();
    if (!row) return null;
    const taken = await free(table().where({ file_hash: row.file_hash })).update({
      state: 'working',
      changed_at: new Date().toISOString(),
    });
    if (taken !== 1) continue;
    if (row.state === 'working') {
      // Whoever had it died, perhaps of it: it is not tried a second time.
      await keepFailure(strapi, wantedOf(row), 'tooSlow');
      continue;
    }
    return wantedOf(row);
  }
}

function wantedOf({ file_hash, kind, url, name, version }: TextRow): WantedText {
  return { hash: file_hash, kind, url, name, version };
}

/** Keeps the words of a file and tells every index of the documents that offer it. */
export async function keepText(
  strapi: Core.Strapi,
  file: WantedText,
  read: ReadText,
  documents: readonly SearchChange[]
): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    const tables = tablesIn(strapi, trx);
    const kept = await tables(texts).where({ file_hash: file.hash, version: file.version }).update({
      state: 'done',
      error: null,
      pages: read.pages.length,
      cut: read.cut,
      changed_at: new Date().toISOString(),
    });
    // The file was replaced meanwhile; its new version is wanted already.
    if (kept !== 1) return;
    await tables(pages).where({ file_hash: file.hash }).delete();
    const rows = read.pages.map(({ page, text }, place) => ({
      file_hash: file.hash,
      place,
      page,
      text,
    }));
    for (let from = 0; from < rows.length; from += 100) {
      await tables(pages).insert(rows.slice(from, from + 100));
    }
    await queueForSearch(strapi, documents);
  });
}

/** Puts down why a file gave no words. */
export async function keepFailure(
  strapi: Core.Strapi,
  file: WantedText,
  error: TextError
): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    const tables = tablesIn(strapi, trx);
    const kept = await tables(texts).where({ file_hash: file.hash, version: file.version }).update({
      state: 'failed',
      error,
      pages: 0,
      changed_at: new Date().toISOString(),
    });
    if (kept === 1) await tables(pages).where({ file_hash: file.hash }).delete();
  });
}

/** Has a file read once more. */
export async function wantAgain(strapi: Core.Strapi, hash: string): Promise<boolean> {
  const changed = await strapi.db
    .getConnection(texts)
    .where({ file_hash: hash, state: 'failed' })
    .update({ state: 'wanted', error: null, changed_at: new Date().toISOString() });
  return changed === 1;
}

/** A file that gave no words, and why. */
export interface FailedText {
  hash: string;
  name: string;
  kind: string;
  url: string;
  error: TextError;
  at: string;
}

/** How many files are read, wait to be read and gave nothing; and the newest of those. */
export async function textsOverview(
  strapi: Core.Strapi
): Promise<{ done: number; waiting: number; failed: number; failures: FailedText[] }> {
  const table = () => strapi.db.getConnection(texts);
  const counted: { state: TextState; count: number | string }[] = await table()
    .select('state')
    .count({ count: '*' })
    .groupBy('state');
  const count = (...states: TextState[]) =>
    counted
      .filter(({ state }) => states.includes(state))
      .reduce((sum, row) => sum + Number(row.count), 0);
  const rows: TextRow[] = await table()
    .where({ state: 'failed' })
    .orderBy('changed_at', 'desc')
    .limit(200);
  return {
    done: count('done'),
    waiting: count('wanted', 'working'),
    failed: count('failed'),
    failures: rows.map((row) => ({
      hash: row.file_hash,
      name: row.name,
      kind: row.kind,
      url: row.url,
      error: row.error ?? 'broken',
      at: row.changed_at,
    })),
  };
}

/** Forgets files the media library no longer has. */
export async function forgetLostTexts(strapi: Core.Strapi): Promise<void> {
  const rows: { file_hash: string }[] = await strapi.db.getConnection(texts).select('file_hash');
  for (let from = 0; from < rows.length; from += 500) {
    const hashes = rows.slice(from, from + 500).map(({ file_hash }) => file_hash);
    const alive = await versionsOf(strapi, hashes);
    const lost = hashes.filter((hash) => !alive.has(hash));
    if (lost.length === 0) continue;
    await strapi.db.getConnection(pages).whereIn('file_hash', lost).delete();
    await strapi.db.getConnection(texts).whereIn('file_hash', lost).delete();
  }
}
