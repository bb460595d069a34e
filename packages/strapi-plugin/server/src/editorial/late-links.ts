import type { Core } from '@strapi/types';
import { linkOf, tableOf, type Link } from '../content/tables';
import type { Tables } from './ambient-table';

/** The rows of one document just after it was published. */
interface PublishedDocument {
  uid: string;
  draftId: number;
  publishedId: number;
}

interface Version {
  id: number;
  document_id: string;
  published_at: unknown;
  updated_at: string | number | Date;
}

interface Relation {
  type: string;
  target?: string;
  component?: string;
  joinTable?: unknown;
}

/**
 * Links published entries to a document that was published after them.
 *
 * Strapi copies the links of an entry when that entry is published, and drops those to documents
 * readers cannot see yet. A question published before the manual it names would go without the
 * manual until somebody published the question again, and so would one whose manual was unpublished
 * for a while. An entry that was edited since is left alone: its new links are not public yet.
 */
export async function linkLateTargets(
  strapi: Core.Strapi,
  tables: Tables,
  document: PublishedDocument
): Promise<void> {
  for (const uid of Object.keys(strapi.contentTypes)) {
    if (!uid.startsWith('plugin::km.')) continue;
    const attributes = relationsOf(strapi, uid);
    for (const [name, attribute] of attributes) {
      // Strapi itself repairs the links of a type to itself.
      if (attribute.target === document.uid && uid !== document.uid) {
        await linkEntries(strapi, tables, uid, linkOf(strapi, uid, name), document);
      }
      if (!attribute.component) continue;
      for (const [part, { target }] of relationsOf(strapi, attribute.component)) {
        if (target !== document.uid) continue;
        const link = linkOf(strapi, attribute.component, part);
        await linkParts(strapi, tables, uid, name, link, document);
      }
    }
  }
}

function relationsOf(strapi: Core.Strapi, uid: string): [string, Relation][] {
  const attributes = strapi.db.metadata.get(uid).attributes as Record<string, Relation>;
  const components = strapi.getModel(uid as Parameters<typeof strapi.getModel>[0]).attributes;
  return Object.entries(attributes)
    .filter(([, { type, joinTable }]) => type === 'relation' && joinTable)
    .map(([name, attribute]) => {
      const { type, component } = (components[name] ?? {}) as Relation;
      return [name, type === 'component' ? { ...attribute, component } : attribute];
    });
}

async function linkEntries(
  strapi: Core.Strapi,
  tables: Tables,
  uid: string,
  link: Link,
  { draftId, publishedId }: PublishedDocument
): Promise<void> {
  const drafts: Record<string, number>[] = await tables(link.table).where({ [link.to]: draftId });
  const counterparts = await unchangedSince(
    strapi,
    tables,
    uid,
    drafts.flatMap((row) => row[link.from] ?? [])
  );
  for (const draft of drafts) {
    const source = counterparts.get(draft[link.from] ?? 0);
    if (source !== undefined) await addLink(tables, link, draft, source, publishedId);
  }
}

async function linkParts(
  strapi: Core.Strapi,
  tables: Tables,
  uid: string,
  field: string,
  link: Link,
  { draftId, publishedId }: PublishedDocument
): Promise<void> {
  const drafts = await tables(link.table).where({ [link.to]: draftId });
  const owners = linkOf(strapi, uid, field);
  const ownedBy = (entries: number[]): Promise<Record<string, number>[]> =>
    tables(owners.table).whereIn(owners.from, entries).where({ field }).orderBy('order');
  for (const draft of drafts) {
    const [owner] = await tables(owners.table).where({ [owners.to]: draft[link.from], field });
    if (!owner) continue;
    const entry = owner[owners.from];
    const published = (await unchangedSince(strapi, tables, uid, [entry])).get(entry);
    if (published === undefined) continue;
    // A part is copied at publishing and nothing names its origin, but its place does.
    const place = (await ownedBy([entry])).findIndex((row) => row[owners.to] === owner[owners.to]);
    const part = (await ownedBy([published]))[place]?.[owners.to];
    if (part !== undefined) await addLink(tables, link, draft, part, publishedId);
  }
}

/** The published row of each draft row that nobody edited since it was published. */
async function unchangedSince(
  strapi: Core.Strapi,
  tables: Tables,
  uid: string,
  draftIds: number[]
): Promise<Map<number, number>> {
  const table = tableOf(strapi, uid);
  const drafts: Version[] = await tables(table).whereIn('id', draftIds).whereNull('published_at');
  const documents = drafts.map((row) => row.document_id);
  const published: Version[] = await tables(table)
    .whereIn('document_id', documents)
    .whereNotNull('published_at');
  const pairs = drafts.flatMap((draft): [number, number][] => {
    const twin = published.find((row) => row.document_id === draft.document_id);
    return twin && sameMoment(draft.updated_at, twin.updated_at) ? [[draft.id, twin.id]] : [];
  });
  return new Map(pairs);
}

/** Strapi's own measure of "modified": the two rows of one publishing may differ a little. */
function sameMoment(a: Version['updated_at'], b: Version['updated_at']): boolean {
  return Math.abs(new Date(a).getTime() - new Date(b).getTime()) <= 500;
}

async function addLink(
  tables: Tables,
  link: Link,
  draft: Record<string, unknown>,
  source: number,
  target: number
): Promise<void> {
  const { id: _id, ...columns } = draft;
  await tables(link.table)
    .insert({ ...columns, [link.from]: source, [link.to]: target })
    .onConflict([link.from, link.to])
    .ignore();
}
