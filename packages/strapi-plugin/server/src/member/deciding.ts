import { formatThaiDateTime } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { queueMail } from '../platform/mail';
import { ProblemError } from '../platform/problem';
import { revisionsOf } from '../platform/revisions';
import { accountOf } from './accounts';
import { deleteMember } from './deletion';
import { recordDecision, type MemberDecision } from './hooks';
import type { MailPlace } from './mails';
import { newsMail, type AccountNews, type NewsDetails } from './news-mails';
import { roleLines, workplaceOf, type Role } from './roles';
import { endSessions } from './sessions';
import { blockMember, reinstateMember, suspendMember } from './standing';
import { from, type MemberRow } from './tables';

/** What may be decided about a member, with why. */
export type MemberDeed = { reason: string } & (
  | { act: 'approve' | 'refuse' | 'block' | 'reinstate' | 'signOut' | 'secondFactor' }
  | { act: 'suspend'; until: string }
  | ({ act: 'appoint' } & Role)
);

/** Whoever decides, and where the mail about it is written from. */
export interface Decider {
  actor: MemberDecision['actor'];
  place: MailPlace;
}

/** How the log of decisions names an act; those of the webboard's moderators have the same names. */
const logged: Record<MemberDeed['act'], string> = {
  approve: 'member.approve',
  refuse: 'member.refuse',
  suspend: 'suspend',
  block: 'block',
  reinstate: 'reinstate',
  signOut: 'member.signOut',
  secondFactor: 'member.secondFactor',
  appoint: 'member.appoint',
};

const news: Record<Exclude<MemberDeed['act'], 'refuse'>, AccountNews> = {
  approve: 'approved',
  suspend: 'suspended',
  block: 'blocked',
  reinstate: 'reinstated',
  signOut: 'signedOut',
  secondFactor: 'secondFactorOff',
  appoint: 'appointed',
};

const notSo = new ProblemError(409, {
  th: 'สถานะของสมาชิกเปลี่ยนไปแล้ว จึงทำรายการนี้ไม่ได้ โปรดเปิดดูใหม่',
  en: 'The member is no longer as they were, so this cannot be done. Look again.',
});

/**
 * Carries a decision out: the member hears of it by mail, and it is put down for good.
 *
 * @throws {ProblemError} 404 where there is no such member, 409 where the state does not allow it.
 */
export async function decide(
  strapi: Core.Strapi,
  { actor, place }: Decider,
  id: string,
  deed: MemberDeed
): Promise<void> {
  const { act, reason } = deed;
  const member = (await from(strapi, 'km_members').where({ id }).first()) as MemberRow | undefined;
  if (!member || member.state === 'deleted') throw noSuchMember;
  const decision = { actor, action: logged[act], memberId: id, reason, details: detailsOf(deed) };
  if (act === 'refuse') {
    if (await deleteMember(strapi, id, { place, refusal: decision })) return;
    throw notSo;
  }
  const account = await accountOf(strapi, member);
  const told = await tellOf(deed);
  await strapi.db.transaction(async ({ trx }) => {
    if (!(await carryOut(strapi, id, deed, trx))) throw notSo;
    await recordDecision(strapi, decision, trx);
    if (!account) return;
    const mail = newsMail(place, news[act], told);
    await queueMail(strapi, { to: account.email, mail, trx });
  });
}

export const noSuchMember = new ProblemError(404, {
  th: 'ไม่พบสมาชิกรายนี้ อาจลบบัญชีไปแล้ว',
  en: 'There is no such member; the account may have been deleted.',
});

/** @returns false where the state does not allow it. */
async function carryOut(
  strapi: Core.Strapi,
  id: string,
  deed: MemberDeed,
  trx: Knex.Transaction
): Promise<boolean> {
  const { reason } = deed;
  const own = (...states: string[]) => {
    const query = from(strapi, 'km_members', trx).where({ id });
    return states.length > 0 ? query.whereIn('state', states) : query.whereNot('state', 'deleted');
  };
  switch (deed.act) {
    case 'approve':
      return (await own('awaiting').update({ state: 'active' })) > 0;
    case 'suspend':
      return suspendMember(strapi, id, deed.until, { reason, trx });
    case 'block':
      return blockMember(strapi, id, { reason, trx });
    case 'reinstate':
      return reinstateMember(strapi, id, trx);
    case 'signOut':
      await endSessions(strapi, id, { trx });
      return true;
    case 'secondFactor': {
      const changed = await own()
        .whereNotNull('totp_secret')
        .update({ totp_secret: null, totp_step: null });
      await from(strapi, 'km_member_recovery', trx).where({ member_id: id }).delete();
      await endSessions(strapi, id, { trx });
      return changed > 0;
    }
    case 'appoint': {
      const changed = await own().update({
        grade: deed.grade,
        is_moderator: deed.isModerator,
        ...(await workplaceOf(strapi, deed)),
      });
      // Whoever has to have a second factor from now on signs in anew, and is asked for it.
      await endSessions(strapi, id, { trx });
      await revisionsOf(strapi).raise(['member']);
      return changed > 0;
    }
    default:
      return false;
  }
}

function detailsOf(deed: MemberDeed): Record<string, unknown> {
  if (deed.act === 'suspend') return { until: deed.until };
  if (deed.act !== 'appoint') return {};
  const { grade, isModerator, provinceCode, authorityCode } = deed;
  return { grade, isModerator, provinceCode, authorityCode };
}

async function tellOf(deed: MemberDeed): Promise<NewsDetails> {
  const { reason } = deed;
  if (deed.act === 'suspend') {
    return { reason, lines: [`ถึง ${formatThaiDateTime(deed.until)} น.`] };
  }
  return deed.act === 'appoint' ? { reason, lines: await roleLines(deed) } : { reason };
}

/**
 * The e-mail address of a member, for whoever may see it and says why; the look is put down for
 * good.
 *
 * @throws {ProblemError} 404 where there is no such member.
 */
export async function showEmail(
  strapi: Core.Strapi,
  actor: MemberDecision['actor'],
  id: string,
  reason: string
): Promise<string> {
  const member = (await from(strapi, 'km_members').where({ id }).first()) as MemberRow | undefined;
  const account = await accountOf(strapi, member);
  if (!account) throw noSuchMember;
  await strapi.db.transaction(({ trx }) =>
    recordDecision(strapi, { actor, action: 'member.email', memberId: id, reason }, trx)
  );
  return account.email;
}

/** Ends every session of those who have no second factor, once their role asks for one. */
export async function endWithoutSecondFactor(strapi: Core.Strapi): Promise<void> {
  const rows = (await from(strapi, 'km_members')
    .whereNull('totp_secret')
    .where((any) => any.whereNot({ grade: 'peer' }).orWhere({ is_moderator: true }))
    .select('id')) as { id: string }[];
  for (const { id } of rows) await endSessions(strapi, id);
}
