import type { SearchService } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { tableNamed } from '../content/tables';
import { bangkokToday } from '../editorial/day';

/** Counts a question that a suggestion answered before it was asked; nothing about the reader is kept. */
export async function countDeflection(
  strapi: Core.Strapi,
  service: SearchService,
  id: string
): Promise<void> {
  await tableNamed(strapi, 'km_deflections')
    .insert({ day: bangkokToday(), service, document_id: id, times: 1 })
    .onConflict(['day', 'service', 'document_id'])
    .merge({ times: strapi.db.connection.raw('km_deflections.times + 1') });
}
