import type { FeedbackBody } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { maskPersonalData } from './mask-personal-data';

/** Services whose documents readers may say of whether they helped, and the field that names one. */
export const rated = { faq: 'question', manual: 'title' } as const;
export type RatedService = keyof typeof rated;

export interface FeedbackCounts {
  helpful: number;
  notHelpful: number;
}

/** One answer of a reader as editors see it. */
export interface FeedbackEntry {
  id: number;
  service: RatedService;
  documentId: string;
  /** Null where the document has since been deleted. */
  title: string | null;
  helpful: boolean;
  reason: string | null;
  comment: string | null;
  createdAt: string;
}

interface FeedbackRow {
  id: number;
  service: RatedService;
  document_id: string;
  helpful: boolean | number;
  reason: string | null;
  comment: string | null;
  created_at: string;
}

const table = 'km_feedback';

/** Keeps what a reader said of a published document; null where there is no such document. */
export async function keepFeedback(
  strapi: Core.Strapi,
  service: RatedService,
  documentId: string,
  { helpful, reason, comment }: FeedbackBody
): Promise<FeedbackCounts | null> {
  const published = await strapi.db.query(`plugin::km.${service}`).findOne({
    select: ['id'],
    where: { documentId, publishedAt: { $notNull: true } },
  });
  if (!published) return null;
  await strapi.db.getConnection(table).insert({
    service,
    document_id: documentId,
    helpful,
    reason: reason ?? null,
    comment: comment ? maskPersonalData(comment) : null,
    created_at: new Date().toISOString(),
  });
  return countFeedback(strapi, service, documentId);
}

async function countFeedback(
  strapi: Core.Strapi,
  service: RatedService,
  documentId: string
): Promise<FeedbackCounts> {
  const rows: { helpful: boolean | number; count: number | string }[] = await strapi.db
    .getConnection(table)
    .where({ service, document_id: documentId })
    .select('helpful')
    .count({ count: 'id' })
    .groupBy('helpful');
  const of = (wanted: boolean) =>
    Number(rows.find(({ helpful }) => Boolean(helpful) === wanted)?.count ?? 0);
  return { helpful: of(true), notHelpful: of(false) };
}

/** What an editor wants to see of what readers said. */
export interface FeedbackChoice {
  service?: RatedService;
  helpful?: boolean;
  page: number;
  pageSize: number;
}

/** A page of what readers said, newest first; the counts are of the service, whatever was chosen. */
export async function listFeedback(
  strapi: Core.Strapi,
  { service, helpful, page, pageSize }: FeedbackChoice
): Promise<{ entries: FeedbackEntry[]; total: number; counts: FeedbackCounts }> {
  const ofService = () =>
    strapi.db.getConnection(table).modify((query) => void (service && query.where({ service })));
  const matching = () => (helpful === undefined ? ofService() : ofService().where({ helpful }));
  const countOf = async (query: ReturnType<typeof ofService>) =>
    Number((await query.count({ count: 'id' }))[0]?.count ?? 0);
  const rows: FeedbackRow[] = await matching()
    .select('id', 'service', 'document_id', 'helpful', 'reason', 'comment', 'created_at')
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const counts = {
    helpful: await countOf(ofService().where({ helpful: true })),
    notHelpful: await countOf(ofService().where({ helpful: false })),
  };
  const total = await countOf(matching());
  const titles = await titlesOf(strapi, rows);
  const entries = rows.map((row) => ({
    id: row.id,
    service: row.service,
    documentId: row.document_id,
    title: titles.get(row.document_id) ?? null,
    helpful: Boolean(row.helpful),
    reason: row.reason,
    comment: row.comment,
    createdAt: row.created_at,
  }));
  return { entries, total, counts };
}

async function titlesOf(strapi: Core.Strapi, rows: FeedbackRow[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const [service, field] of Object.entries(rated)) {
    const ids = rows.filter((row) => row.service === service).map((row) => row.document_id);
    if (ids.length === 0) continue;
    const found = await strapi.db.query(`plugin::km.${service}`).findMany({
      select: ['documentId', field],
      where: { documentId: { $in: [...new Set(ids)] } },
    });
    for (const document of found) titles.set(document.documentId, document[field]);
  }
  return titles;
}
