import { endSession, openSession } from '../sessions';
import { writeCookie } from './cookies';
import type { Visit } from './page';

/**
 * Signs somebody in on our own pages: always with a session of its own, never one the browser came
 * with, and every form shown before is worth nothing.
 */
export async function enter(visit: Visit, memberId: string): Promise<void> {
  const { strapi, ctx, origin, requester, session, guard } = visit;
  if (session) await endSession(strapi, session.session);
  const { token } = await openSession(strapi, { memberId, kind: 'site', origin, requester });
  writeCookie(ctx, 'member', token, { origin });
  guard.renew();
}

/** Signs out on this browser, with every page that was signed in from it. */
export async function leave(visit: Visit): Promise<void> {
  const { strapi, ctx, origin, session, guard } = visit;
  if (session) await endSession(strapi, session.session);
  writeCookie(ctx, 'member', null, { origin });
  guard.renew();
}
