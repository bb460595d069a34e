import { statusNotice, type SystemStatus } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { pageInDatabaseOrder } from '../content/published-rows';
import { soundItems } from '../content/sound-items';
import { adaptNotice, statusSelection, type StatusRow } from './dto';
import { statusAt } from './status-at';

const uid = 'plugin::km.status';
/** Notices that are looked at; nobody announces as many at once. */
const MOST = 100;

/** How e-LAAS is at an instant, and until when that is true. */
export async function getStatus(
  strapi: Core.Strapi,
  now = new Date()
): Promise<{ data: SystemStatus; validUntil: Date | null }> {
  const { rows } = await pageInDatabaseOrder<StatusRow>(
    strapi,
    uid,
    { page: 1, pageSize: MOST },
    {
      narrow: (items) => {
        items.where((lasting) =>
          lasting.whereNull('item.ends_at').orWhere('item.ends_at', '>', now)
        );
      },
      order: (items) => void items.orderBy('item.starts_at', 'asc'),
      selection: statusSelection,
    }
  );
  return statusAt(soundItems(strapi, uid, rows, statusNotice, adaptNotice), now);
}
