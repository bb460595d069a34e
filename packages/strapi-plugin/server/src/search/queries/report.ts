import type { SearchService } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { DocumentName } from '../engine/types';
import { clicksTable, dayBefore, queriesTable } from './record';

/** A query that found nothing, or of whose hits hardly any was opened. */
export interface UnansweredQuery {
  query: string;
  asked: number;
  clicks: number;
  /** Hits when it was last asked. */
  found: number;
  lastAsked: string;
}

export interface UnansweredChoice {
  kind: 'noResults' | 'lowClicks';
  days: number;
  page: number;
  pageSize: number;
}

/** Asked less often than this, a query that nobody opened a hit of tells nothing. */
const fewest = 5;
/** Days for which a query somebody has dealt with is not shown. */
const settledDays = 30;
const mostPopular = 300;
const mostOpened = 5000;

interface Counted {
  query: string;
  asked: number | string;
  clicks: number | string;
  found: number | string | null;
  last_asked: string;
}

/** Queries that wait for an answer, the most asked first. */
export async function listUnanswered(
  strapi: Core.Strapi,
  { kind, days, page, pageSize }: UnansweredChoice
): Promise<{ entries: UnansweredQuery[]; total: number }> {
  const grouped = () => {
    const rows = strapi.db
      .getConnection(queriesTable)
      .where('day', '>=', dayBefore(days))
      .whereNotIn(
        'query',
        strapi.db
          .getConnection('km_search_settled')
          .where('at', '>=', dayBefore(settledDays))
          .select('query')
      )
      .groupBy('query');
    // A query is judged by the last day on which it was known what it finds.
    const lastMissed = `max(case when found = 0 and asked > 0 then day else '' end)`;
    const lastFound = `max(case when found > 0 then day else '' end)`;
    if (kind === 'noResults') return rows.havingRaw(`${lastMissed} > ${lastFound}`);
    return rows
      .havingRaw(`${lastFound} >= ${lastMissed} and ${lastFound} > ''`)
      .havingRaw(`sum(asked) >= ${fewest} and sum(clicks) * 5 < sum(asked)`);
  };
  const rows: Counted[] = await grouped()
    .select('query')
    .sum({ asked: 'asked', clicks: 'clicks' })
    .max({ found: 'found', last_asked: 'day' })
    .orderByRaw('sum(asked) desc, query')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const all: unknown[] = await grouped().select('query');
  const entries = rows.map((row) => ({
    query: row.query,
    asked: Number(row.asked),
    clicks: Number(row.clicks),
    found: kind === 'noResults' ? 0 : Math.max(0, Number(row.found ?? 0)),
    lastAsked: row.last_asked,
  }));
  return { entries, total: all.length };
}

/** Puts down that somebody has dealt with a query. */
export async function settleQuery(
  strapi: Core.Strapi,
  query: string,
  documentId: string | null
): Promise<void> {
  await strapi.db
    .getConnection('km_search_settled')
    .insert({ query: query.slice(0, 200), document_id: documentId, at: new Date().toISOString() })
    .onConflict('query')
    .merge();
}

/**
 * Queries worth suggesting, the most asked first: only those that found something, on more than one
 * day, and whose hits were opened, so that nobody puts words into everyone's search box by asking
 * for them.
 */
export async function popularQueries(strapi: Core.Strapi): Promise<string[]> {
  const rows: { query: string }[] = await strapi.db
    .getConnection(queriesTable)
    .where('found', '>', 0)
    .whereRaw('length(query) between 3 and 60')
    .whereRaw(`query not like '%#%'`)
    .groupBy('query')
    .havingRaw('sum(asked) >= 5 and sum(clicks) >= 3 and count(distinct day) >= 2')
    .select('query')
    .orderByRaw('sum(asked) desc, query')
    .limit(mostPopular);
  return rows.map(({ query }) => query);
}

/** Documents readers open, with a number that grows ever slower with how often. */
export async function popularDocuments(
  strapi: Core.Strapi
): Promise<(DocumentName & { score: number })[]> {
  const rows: { service: string; id: string; clicks: number | string }[] = await strapi.db
    .getConnection(clicksTable)
    .groupBy('service', 'document_id')
    .select({ service: 'service', id: 'document_id' })
    .sum({ clicks: 'clicks' })
    .orderByRaw('sum(clicks) desc')
    .limit(mostOpened);
  return rows.map(({ service, id, clicks }) => ({
    service: service as SearchService,
    id,
    score: Math.log1p(Number(clicks)),
  }));
}
