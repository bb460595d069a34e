import type { LawStatus } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { linkOf, tableNamed, tableOf } from '../content/tables';
import type { Deed } from './lineage';

const uid = 'plugin::km.law';

/** Keeps laws that readers are told are of this status: `standingOf`, said in SQL. */
export function whereStanding(
  strapi: Core.Strapi,
  items: Knex.QueryBuilder,
  status: LawStatus | undefined
): void {
  if (status === undefined) return;
  const repealed = inForceDoers(strapi, 'repeals');
  if (status === 'repealed') {
    items.where((either) => either.where('item.legal_status', 'repealed').orWhereExists(repealed));
    return;
  }
  items.whereNotExists(repealed);
  const amended = inForceDoers(strapi, 'amends');
  if (status === 'inForce') items.where('item.legal_status', 'inForce').whereNotExists(amended);
  else if (status === 'notYetInForce') items.where('item.legal_status', status);
  else {
    items.where((either) =>
      either
        .where('item.legal_status', 'amended')
        .orWhere((both) => both.where('item.legal_status', 'inForce').whereExists(amended))
    );
  }
}

/** Published laws that came into force and do this to `item`. */
function inForceDoers(strapi: Core.Strapi, deed: Deed): Knex.QueryBuilder {
  const { table, from, to } = linkOf(strapi, uid, deed);
  return tableNamed(strapi, `${table} as tie`)
    .join(`${tableOf(strapi, uid)} as doer`, 'doer.id', `tie.${from}`)
    .whereNotNull('doer.published_at')
    .whereNot('doer.legal_status', 'notYetInForce')
    .whereRaw('?? <> ??', ['doer.id', 'item.id'])
    .whereRaw('?? = ??', [`tie.${to}`, 'item.id'])
    .select('tie.id');
}
