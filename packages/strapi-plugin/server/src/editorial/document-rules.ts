import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { loadPlaces } from '../authority/places';
import { tableOf } from '../content/tables';
import { tablesIn, type Tables } from './ambient-table';
import { toldByAuthority } from './authority-facts';
import { codeTaken } from './authority-code';
import { claimCitationKeys } from './citation-keys';
import { entryRules, type ContentName } from './entry-rules';
import { entrySearchKey } from './entry-text';
import { draftFaults, missingFaults, type Deed } from './field-rules';
import type { EditedSchema, Values } from './fields';
import { citationColumns, toldByCitation } from './law-citation';
import { linkLateTargets } from './late-links';
import { quoted, refuse, type Fault } from './refusal';
import { namesToKeep } from './topic-names';
import { slugTaken, treeFaults } from './topic-tree';
import { usedTopicSentence, usesOfTopic } from './topic-use';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];

/** What is loaded beside the columns, for the rules that need it. */
const populated: Record<ContentName, Record<string, unknown>> = {
  topic: {},
  manual: { files: true, earlierVersions: true },
  law: {
    repeals: { select: ['documentId', 'title'] },
    amends: { select: ['documentId', 'title'] },
    clarifies: { select: ['documentId', 'title'] },
  },
  faq: {},
  news: {},
  status: {},
  update: { items: true },
  form: { editableFile: true, pdfFile: true },
  authority: { successor: { select: ['documentId', 'name'] } },
};

interface StoredRow extends Values {
  id: number;
  documentId: string;
  publishedAt: unknown;
}

/**
 * The rules of editing, around every write through Strapi's document service: the content manager,
 * its bulk actions, the REST API and code alike.
 *
 * A write and its consequences are one transaction: what is refused after the write leaves nothing
 * behind. A draft is refused only what would harm it; publishing asks for everything.
 */
export function createDocumentRules(strapi: Core.Strapi): Middleware {
  const schemaOf = (uid: string) =>
    strapi.getModel(uid as Parameters<typeof strapi.getModel>[0]) as unknown as EditedSchema;

  async function load(name: ContentName, where: object): Promise<StoredRow[]> {
    return strapi.db
      .query(`plugin::km.${name}`)
      .findMany({ where, populate: populated[name] }) as Promise<StoredRow[]>;
  }

  function complete(name: ContentName, entry: Values, deed: Deed): Fault[] {
    const schema = schemaOf(`plugin::km.${name}`);
    const missing = missingFaults(schema, entry, schemaOf, deed);
    const faults = [
      ...draftFaults(schema, entry, schemaOf),
      ...missing,
      ...entryRules[name](entry),
    ];
    // One sentence a field: the rules of a service and those of every service may both object.
    const paths = faults.map(({ path }) => path.join('.'));
    return faults.filter((_, place) => paths.indexOf(paths[place] ?? '') === place);
  }

  async function beforeSave(name: ContentName, params: SaveParams): Promise<void> {
    const { data, documentId, status } = params;
    const stored = documentId ? (await load(name, { documentId, ...draftOf(name) }))[0] : undefined;
    if (name === 'topic' && stored) Object.assign(data, namesToKeep(stored, data));
    if (name === 'law') Object.assign(data, toldByCitation({ ...stored, ...data }));
    if (name === 'authority') {
      Object.assign(data, toldByAuthority(data, stored, await loadPlaces()));
    }
    const schema = schemaOf(`plugin::km.${name}`);
    if (name === 'topic') {
      const slug = String(data.slug ?? stored?.slug ?? '');
      refuse([
        ...complete(name, { ...stored, ...data }, 'บันทึก'),
        ...(await slugTaken(strapi, slug, documentId)),
      ]);
    } else if (name === 'authority') {
      // Whom it became is known, as a document, once it is stored.
      const { successor: _, ...fields } = { ...stored, ...data };
      refuse([
        ...complete(name, fields, 'บันทึก'),
        ...(await codeTaken(strapi, fields.code, documentId)),
      ]);
    } else if (status === 'published') {
      // What hangs on an entry is known once it is stored; its own fields are known now.
      const merged = { ...stored, ...data };
      refuse([
        ...draftFaults(schema, merged, schemaOf),
        ...missingFaults(schema, merged, schemaOf, 'เผยแพร่'),
      ]);
    } else {
      refuse(draftFaults(schema, data, schemaOf));
    }
  }

  async function beforePublish(name: ContentName, documentId: string): Promise<void> {
    for (const draft of await load(name, { documentId, publishedAt: null })) {
      refuse(complete(name, draft, 'เผยแพร่'));
    }
  }

  async function beforeDelete(name: ContentName, documentId: string): Promise<void> {
    if (name !== 'topic') return;
    const uses = await usesOfTopic(strapi, documentId);
    if (uses.length === 0) return;
    const [stored] = await load(name, { documentId });
    const message = usedTopicSentence(quoted(String(stored?.titleTh ?? '')), uses);
    throw new errors.ApplicationError(message, { uses });
  }

  async function afterWrite(
    tables: Tables,
    name: ContentName,
    documentId: string
  ): Promise<StoredRow[]> {
    const rows = await load(name, { documentId });
    for (const row of rows) {
      const columns = derivedColumns(name, row);
      Object.assign(row, columns);
      await tables(tableOf(strapi, `plugin::km.${name}`))
        .where({ id: row.id })
        .update(asColumns(columns));
    }
    if (name === 'law') {
      await claimCitationKeys(strapi, tables, documentId, rows as unknown as LawRow[]);
      for (const row of rows) {
        refuse(entryRules.law(row).filter(({ path }) => lineage.has(String(path[0]))));
      }
    }
    if (name === 'topic') refuse(await treeFaults(strapi, documentId));
    if (name === 'authority') for (const row of rows) refuse(entryRules.authority(row));
    return rows;
  }

  async function afterPublish(
    tables: Tables,
    name: ContentName,
    rows: readonly StoredRow[]
  ): Promise<void> {
    const draft = rows.find((row) => row.publishedAt === null);
    const published = rows.find((row) => row.publishedAt !== null);
    if (!draft || !published) return;
    refuse(complete(name, published, 'เผยแพร่'));
    await linkLateTargets(strapi, tables, {
      uid: `plugin::km.${name}`,
      draftId: draft.id,
      publishedId: published.id,
    });
  }

  return async function documentRules(context, next) {
    const name = contentNameOf(context.uid);
    if (!name || !writes.has(context.action)) return next();
    return strapi.db.transaction(async ({ trx }) => {
      const tables = tablesIn(strapi, trx);
      const params = context.params as SaveParams;
      const { action } = context as { action: string };
      if (action === 'delete') await beforeDelete(name, params.documentId ?? '');
      if (action === 'publish') await beforePublish(name, params.documentId ?? '');
      if (action === 'create' || action === 'update') {
        params.data = { ...params.data };
        await beforeSave(name, params);
      }
      const result = await next();
      const documentId = (result as { documentId?: string } | null)?.documentId;
      if (!documentId) return result;
      const rows = await afterWrite(tables, name, documentId);
      const isPublished = action === 'publish' || params.status === 'published';
      if (!withoutDrafts.has(name) && isPublished) await afterPublish(tables, name, rows);
      return result;
    });
  };
}

interface SaveParams {
  data: Values;
  documentId?: string;
  status?: 'draft' | 'published';
}

interface LawRow {
  documentId: string;
  citationKey: string | null;
}

const writes: ReadonlySet<string> = new Set([
  'create',
  'update',
  'clone',
  'publish',
  'unpublish',
  'discardDraft',
  'delete',
]);

const lineage: ReadonlySet<string> = new Set(['repeals', 'amends', 'clarifies']);

function contentNameOf(uid: string): ContentName | null {
  const name = uid.replace(/^plugin::km\./, '');
  return uid.startsWith('plugin::km.') && name in entryRules ? (name as ContentName) : null;
}

/** Types whose only row is what readers see. */
const withoutDrafts: ReadonlySet<ContentName> = new Set(['topic', 'authority']);

function draftOf(name: ContentName): object {
  return withoutDrafts.has(name) ? {} : { publishedAt: null };
}

function derivedColumns(name: ContentName, row: Values): Values {
  const citation = name === 'law' ? citationColumns(row) : {};
  return { ...citation, searchKey: entrySearchKey(name, row) };
}

function asColumns(values: Values): Values {
  const snakeCase = (name: string) =>
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [snakeCase(name), value])
  );
}
