import type { Core } from '@strapi/types';
import { tablesIn } from '../../editorial/ambient-table';
import { queueForSearch, type SearchChange } from '../../platform/search-queue';
import type { SearchSource } from '../../platform/search-source';
import { documentsOfFiles } from './file-users';

type Subscriber = Extract<Parameters<Core.Strapi['db']['lifecycles']['subscribe']>[0], object>;

interface WriteEvent {
  action: string;
  model: { uid: string };
  params: { where?: object };
  result?: { id?: number; ids?: (number | string)[] };
}

interface WrittenRow {
  id: number;
  [key: string]: unknown;
}

/** Writes that name their rows only while these still are as they were. */
const asked = [
  'afterCreate',
  'afterCreateMany',
  'beforeUpdate',
  'afterUpdate',
  'beforeUpdateMany',
  'beforeDelete',
  'beforeDeleteMany',
] as const;

const file = 'plugin::upload.file';
const vocabularyTypes = ['plugin::km.glossary-term', 'plugin::km.synonym-set'];

/**
 * Queues every write to a row that search shows, whichever way it comes: content manager, document
 * service or query. Also what a write changes elsewhere: a law that another one repeals, everything
 * that hangs on a menu, the documents of a file.
 */
export function followContentWrites(strapi: Core.Strapi, sources: readonly SearchSource[]): void {
  const kept = sources.filter(({ service }) => hasContentType(strapi, service));
  const byUid = new Map(kept.map((source) => [`plugin::km.${source.service}`, source]));

  async function changesOf({ action, model, params, result }: WriteEvent): Promise<SearchChange[]> {
    if (model.uid === 'plugin::km.topic') return [{ service: 'topic' }];
    if (vocabularyTypes.includes(model.uid)) return [{ service: 'vocabulary' }];
    const source = byUid.get(model.uid);
    const where = action.startsWith('after') ? idsOf(result) : params.where;
    if (!where) return source ? [{ service: source.service }] : [];
    if (!source) return documentsOfFiles(strapi, where);
    const key = source.key ?? 'documentId';
    const rows = (await strapi.db.query(model.uid as never).findMany({
      select: [...new Set(['id', 'documentId', key])] as never,
      where: where as never,
    })) as WrittenRow[];
    if (rows.length === 0) return [];
    const ids = rows.map((row) => String(row[key] ?? row.documentId));
    const others = await affectedBy(
      source,
      rows.map(({ id }) => id)
    );
    return [...new Set([...ids, ...others])].map((id) => ({ service: source.service, id }));
  }

  async function affectedBy(source: SearchSource, rowIds: number[]): Promise<string[]> {
    if (!source.affectedBy) return [];
    return strapi.db.transaction(
      async ({ trx }) =>
        source.affectedBy?.(strapi, tablesIn(strapi, trx), rowIds) ?? ([] as string[])
    );
  }

  async function queue(event: WriteEvent): Promise<void> {
    await queueForSearch(strapi, await changesOf(event));
  }

  strapi.db.lifecycles.subscribe({
    models: [...byUid.keys(), 'plugin::km.topic', ...vocabularyTypes, file],
    ...Object.fromEntries(asked.map((action) => [action, queue])),
  } as unknown as Subscriber);
}

function idsOf(result: WriteEvent['result']): object | undefined {
  const ids = result?.ids ?? (result?.id === undefined ? [] : [result.id]);
  return ids.length > 0 ? { id: { $in: ids } } : undefined;
}

function hasContentType(strapi: Core.Strapi, service: string): boolean {
  return `plugin::km.${service}` in strapi.contentTypes;
}
