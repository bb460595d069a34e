import type { Core } from '@strapi/types';
import { from, instant } from './tables';

/** What the register says of a site that asks who its reader is. */
export type SiteStanding =
  { kind: 'own' } | { kind: 'known'; name: string } | { kind: 'unknown' } | { kind: 'refused' };

/**
 * The origin of a page as browsers name it; null for what none of them would. Only https: on http
 * anybody on the way could read the token. A machine's own pages are no way.
 */
export function embeddingOrigin(text: string, own: string): string | null {
  if (!URL.canParse(text)) return null;
  const { origin, protocol, hostname } = new URL(text);
  if (origin !== text || origin.length > 255) return null;
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && (isLocal || origin === own))
    ? origin
    : null;
}

/** Who stands behind an origin, as the register of embedding sites has it. */
export async function siteStanding(
  strapi: Core.Strapi,
  origin: string,
  own: string
): Promise<SiteStanding> {
  if (origin === own) return { kind: 'own' };
  const site = (await strapi.db.query('plugin::km.site').findOne({
    select: ['name', 'state'],
    where: { origin },
  })) as { name: string; state: 'allowed' | 'refused' } | null;
  if (!site) return { kind: 'unknown' };
  return site.state === 'refused' ? { kind: 'refused' } : { kind: 'known', name: site.name };
}

/** Whether a member has let a site know who they are before. */
export async function hasAllowed(
  strapi: Core.Strapi,
  memberId: string,
  origin: string
): Promise<boolean> {
  const row = await from(strapi, 'km_member_sites')
    .where({ member_id: memberId, origin })
    .first('origin');
  return row !== undefined;
}

/** Remembers it. */
export async function rememberSite(
  strapi: Core.Strapi,
  memberId: string,
  origin: string
): Promise<void> {
  await from(strapi, 'km_member_sites')
    .insert({ member_id: memberId, origin, allowed_at: instant() })
    .onConflict(['member_id', 'origin'])
    .ignore();
}
