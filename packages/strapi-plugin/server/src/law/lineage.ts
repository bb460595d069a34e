import type { LawStatus } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { linkOf, tableNamed, tableOf } from '../content/tables';

const uid = 'plugin::km.law';

/** What a law can do to another; stored on the law that does it. */
export type Deed = 'amends' | 'repeals' | 'clarifies';

/** One law that does something to another, both published. */
export interface Tie {
  deed: Deed;
  doer: number;
  target: number;
  /** What the editor said of the law that does it. */
  doerStatus: LawStatus;
}

/** What published laws do to these, in one statement. */
export function tiesTo(strapi: Core.Strapi, targets: readonly number[], deeds: readonly Deed[]) {
  return ties(strapi, deeds, (query, { to }) => query.whereIn(`tie.${to}`, [...targets]), targets);
}

/** What these do to published laws, in one statement. */
export function tiesFrom(strapi: Core.Strapi, doers: readonly number[], deeds: readonly Deed[]) {
  return ties(strapi, deeds, (query, { from }) => query.whereIn(`tie.${from}`, [...doers]), doers);
}

async function ties(
  strapi: Core.Strapi,
  deeds: readonly Deed[],
  keep: (query: Knex.QueryBuilder, columns: { from: string; to: string }) => void,
  ids: readonly number[]
): Promise<Tie[]> {
  if (ids.length === 0) return [];
  const laws = tableOf(strapi, uid);
  const queries = deeds.map((deed) => {
    const { table, from, to } = linkOf(strapi, uid, deed);
    const query = tableNamed(strapi, `${table} as tie`)
      .join(`${laws} as doer`, 'doer.id', `tie.${from}`)
      .join(`${laws} as target`, 'target.id', `tie.${to}`)
      .whereNotNull('doer.published_at')
      .whereNotNull('target.published_at')
      .whereRaw('?? <> ??', ['doer.id', 'target.id'])
      .select({
        deed: strapi.db.connection.raw(`'${deed}'`),
        doer: 'doer.id',
        target: 'target.id',
        doerStatus: 'doer.legal_status',
      });
    keep(query, { from, to });
    return query;
  });
  return (await strapi.db.connection.unionAll(queries)) as Tie[];
}
