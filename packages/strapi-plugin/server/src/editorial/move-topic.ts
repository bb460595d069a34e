import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { linesOf } from '../content/lines';
import { linkOf, type Link } from '../content/tables';
import { revisionsOf } from '../platform/revisions';
import { tablesIn, type Tables } from './ambient-table';
import { usesOfTopic, type TopicUse } from './topic-use';

const topic = 'plugin::km.topic';

/** Every relation that points at a menu. */
const relations = [
  [topic, 'parent'],
  ['plugin::km.manual', 'topics'],
  ['plugin::km.law', 'topics'],
  ['plugin::km.faq', 'topics'],
  ['plugin::km.form', 'topics'],
  ['km.update-item', 'menu'],
] as const;

interface TopicRow {
  id: number;
  documentId: string;
  titleTh: string;
  slug: string;
  earlierNames: string | null;
  earlierSlugs: string | null;
  parent: { documentId: string } | null;
}

/** A menu to be deleted: what is in it, and where that may go. */
export interface Leaving {
  uses: TopicUse[];
  /** Every other menu outside it, named by its way from the top, in the order of the tree. */
  targets: { documentId: string; path: string }[];
}

/** What is in a menu and which menus could take it; null where there is no such menu. */
export async function leavingOf(strapi: Core.Strapi, documentId: string): Promise<Leaving | null> {
  const rows = await allTopics(strapi);
  const byId = new Map(rows.map((row) => [row.documentId, row]));
  if (!byId.has(documentId)) return null;
  const targets = rows
    .map((row) => ({ documentId: row.documentId, way: wayOf(row, byId) }))
    .filter(({ way }) => !way.some((row) => row.documentId === documentId))
    .map(({ documentId: id, way }) => ({
      documentId: id,
      path: way.map(({ titleTh }) => titleTh).join(' › '),
    }))
    .sort((a, b) => a.path.localeCompare(b.path, 'th'));
  return { uses: await usesOfTopic(strapi, documentId), targets };
}

/**
 * Moves everything in a menu to another one and deletes it, in one transaction.
 *
 * Drafts stay drafts and what is published stays published. The names and addresses of the menu
 * that goes become earlier ones of the menu that stays, so that links on other sites still lead
 * somewhere.
 */
export async function moveAndDelete(
  strapi: Core.Strapi,
  documentId: string,
  target: string
): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    const leaving = await leavingOf(strapi, documentId);
    if (!leaving?.targets.some((other) => other.documentId === target)) {
      throw new errors.ApplicationError(
        'เลือกเมนูปลายทางอื่น เมนูปลายทางต้องยังมีอยู่ และต้องไม่ใช่เมนูนี้หรือเมนูย่อยของเมนูนี้'
      );
    }
    const rows = await allTopics(strapi);
    const [from, to] = [documentId, target].map((id) => rows.find((row) => row.documentId === id));
    if (!from || !to) return;
    const tables = tablesIn(strapi, trx);
    for (const [uid, attribute] of relations) {
      await repoint(tables, linkOf(strapi, uid, attribute), from.id, to.id);
    }
    await strapi.documents(topic).delete({ documentId });
    await strapi.documents(topic).update({
      documentId: target,
      data: {
        earlierNames: joined(to.earlierNames, from.earlierNames, from.titleTh),
        earlierSlugs: joined(to.earlierSlugs, from.earlierSlugs, from.slug),
      } as never,
    });
    await revisionsOf(strapi).raise(['topic', 'manual', 'law', 'faq', 'update', 'form']);
  });
}

async function repoint(tables: Tables, link: Link, from: number, to: number): Promise<void> {
  const already = tables(link.table)
    .where({ [link.to]: to })
    .select(link.from);
  await tables(link.table)
    .where({ [link.to]: from })
    .whereIn(link.from, already)
    .delete();
  await tables(link.table)
    .where({ [link.to]: from })
    .update({ [link.to]: to });
}

async function allTopics(strapi: Core.Strapi): Promise<TopicRow[]> {
  return strapi.db.query(topic).findMany({
    select: ['id', 'documentId', 'titleTh', 'slug', 'earlierNames', 'earlierSlugs'],
    populate: { parent: { select: ['documentId'] } },
  }) as Promise<TopicRow[]>;
}

function wayOf(row: TopicRow, byId: ReadonlyMap<string, TopicRow>): TopicRow[] {
  const way: TopicRow[] = [];
  let above: TopicRow | undefined = row;
  while (above && !way.includes(above)) {
    way.unshift(above);
    above = byId.get(above.parent?.documentId ?? '');
  }
  return way;
}

function joined(...texts: (string | null)[]): string {
  return [...new Set(texts.flatMap(linesOf))].join('\n');
}
