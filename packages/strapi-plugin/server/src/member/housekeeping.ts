import type { Core } from '@strapi/types';
import { sweepMails } from '../platform/postman';
import { sweepLimits } from '../platform/shared-limit';
import { from, instant } from './tables';

const hour = 3_600_000;
const day = 24 * hour;

/** How long an ended session is shown to its member's own data. */
const keepSessions = 30 * day;

/** Throws away codes nobody can use any more, with the registrations in them, and old sessions. */
export async function sweepMembers(strapi: Core.Strapi): Promise<void> {
  await from(strapi, 'km_member_codes').where('expires_at', '<', instant(-hour)).delete();
  await from(strapi, 'km_member_sessions')
    .where('expires_at', '<', instant(-keepSessions))
    .delete();
  await sweepLimits(strapi);
  await sweepMails(strapi);
}

/** Sweeps now and every hour, on every instance: to do it twice does no harm. */
export function keepSweeping(strapi: Core.Strapi): () => void {
  const sweep = () => {
    sweepMembers(strapi).catch((error: unknown) => {
      strapi.log.warn(`km: old codes and sessions were not removed: ${String(error)}`);
    });
  };
  const timer = setInterval(sweep, hour);
  timer.unref();
  sweep();
  return () => clearInterval(timer);
}
