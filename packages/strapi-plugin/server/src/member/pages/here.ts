import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { z } from 'zod';
import { jsonBody, readBody } from '../../platform/json-body';
import { originOf } from '../../platform/origin';
import { ProblemError, problemOfStatus, sendProblem } from '../../platform/problem';
import { makeCode } from '../codes';
import { refusalOf } from '../identity';
import { challengePattern } from '../pkce';
import { needsSecondFactor } from '../second-factor';
import type { WindowCode } from '../tokens';
import { isFromOwnPage } from './form-guard';
import { pageSession } from './page-session';

const body = z.strictObject({ challenge: z.string().regex(challengePattern) });

/**
 * `POST /members/here`: gives a page of our own, whose reader is signed in on it already, the code
 * the window would give; 204 where nobody is. Other sites get nothing, and cannot read the answer.
 */
export async function giveOwnCode(strapi: Core.Strapi, ctx: Context): Promise<void> {
  try {
    if (ctx.method !== 'POST') throw problemOfStatus(405);
    const origin = originOf(strapi, ctx);
    if (!isFromOwnPage(ctx, origin)) throw problemOfStatus(403);
    await readBody(ctx);
    const { challenge } = jsonBody(ctx, body);
    const found = await pageSession(strapi, ctx, origin);
    const isMissing = found && (await needsSecondFactor(strapi, found.member)).isMissing;
    if (!found || isMissing || refusalOf(found)) {
      ctx.status = 204;
      return;
    }
    const payload: WindowCode = { origin, challenge, sessionId: found.session.id };
    const code = await makeCode(strapi, 'window', { memberId: found.member.id, payload });
    ctx.body = { code };
  } catch (error) {
    if (!(error instanceof ProblemError)) strapi.log.error(error);
    sendProblem(ctx, error instanceof ProblemError ? error : problemOfStatus(500));
  }
}
