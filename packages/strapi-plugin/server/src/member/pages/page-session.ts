import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { findSession, isAlive, type FoundSession } from '../sessions';
import { entryRefusal } from '../sign-in';
import { readCookie } from './cookies';

/** Who is signed in on our own pages; whoever has been blocked is not. */
export async function pageSession(
  strapi: Core.Strapi,
  ctx: Context,
  origin: string
): Promise<FoundSession | null> {
  const token = readCookie(ctx, 'member', origin);
  const found = token ? await findSession(strapi, token, 'site') : null;
  return found && isAlive(found.session) && !entryRefusal(found) ? found : null;
}
