import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { personalRoute, type PublicRoute } from '../platform/public-route';
import { carriedSession, pageOriginOf, refusalOf, requireSession } from './identity';
import { endSession, endSessions } from './sessions';
import { exchangeCode, ownMemberOf, refreshToken } from './tokens';

/** Loose: a whole office may stand behind one address. */
const limit = { name: 'member-token', points: 300, duration: 600 };

export const memberRoutes: PublicRoute[] = [
  personalRoute('getOwnMember', {
    identify: requireSession,
    answer: async ({ strapi, who }) => ({ data: await ownMemberOf(strapi, who.member) }),
  }),
  personalRoute('takeMemberToken', {
    identify: originOfPage,
    limit,
    answer: async ({ strapi, body, who, requester }) => ({
      data: await exchangeCode(strapi, body, who, requester),
    }),
  }),
  personalRoute('refreshMemberToken', {
    identify: requireCarried,
    limit,
    answer: async ({ strapi, who, requester }) => ({
      data: await refreshToken(strapi, who, requester),
    }),
  }),
  personalRoute('signOutMember', {
    identify: requireSession,
    limit,
    async answer({ strapi, body, who }) {
      if (body.everywhere) await endSessions(strapi, who.member.id);
      else await endSession(strapi, who.session);
      return { data: { signedOut: true } };
    },
  }),
];

async function originOfPage(_strapi: Core.Strapi, ctx: Context): Promise<string> {
  return pageOriginOf(_strapi, ctx);
}

/** A session whose token may have been replaced; what that means is for the refresh to say. */
async function requireCarried(strapi: Core.Strapi, ctx: Context) {
  const found = await carriedSession(strapi, ctx);
  const now = new Date().toISOString();
  if (!found || found.session.revoked_at !== null || found.session.expires_at <= now) {
    return requireSession(strapi, ctx);
  }
  const refusal = refusalOf(found);
  if (refusal) throw refusal;
  return found;
}
