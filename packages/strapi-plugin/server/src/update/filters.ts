import type { UpdateKind } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { linkOf, tableNamed, tableOf } from '../content/tables';

const uid = 'plugin::km.update';
const itemUid = 'km.update-item';

/** Keeps releases with an item that is about one of these menus and is of this kind, both at once. */
export function whereItem(
  strapi: Core.Strapi,
  updates: Knex.QueryBuilder,
  { topicIds, kind }: { topicIds: readonly number[] | null; kind: UpdateKind | undefined }
): void {
  if (topicIds === null && kind === undefined) return;
  const held = linkOf(strapi, uid, 'items');
  const items = tableNamed(strapi, `${held.table} as held`)
    .join(`${tableOf(strapi, itemUid)} as part`, 'part.id', `held.${held.to}`)
    .where('held.component_type', itemUid)
    .whereRaw('?? = ??', [`held.${held.from}`, 'item.id'])
    .select('part.id');
  if (kind !== undefined) items.where('part.kind', kind);
  if (topicIds !== null) {
    const menu = linkOf(strapi, itemUid, 'menu');
    items
      .join(`${menu.table} as menu`, `menu.${menu.from}`, 'part.id')
      .whereIn(`menu.${menu.to}`, [...topicIds]);
  }
  updates.whereExists(items);
}
