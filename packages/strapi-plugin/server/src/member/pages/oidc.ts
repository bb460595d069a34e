import { queueMail } from '../../platform/mail';
import { ProblemError } from '../../platform/problem';
import { networkOf } from '../../platform/requester';
import { sharedLimit } from '../../platform/shared-limit';
import { accountOf, findByEmail, type UserAccount } from '../accounts';
import { makeCode, peekCode, takeCode } from '../codes';
import { limits } from '../limits';
import { newsMail } from '../news-mails';
import { addIdentity, memberOfSubject, subjectKey } from '../oidc/identities';
import { comeBack, leaveFor, type OidcTrip } from '../oidc/journey';
import { providerById, type OidcSettings } from '../oidc/provider';
import { entryRefusal } from '../sign-in';
import { from, type MemberRow } from '../tables';
import { begin } from './begin';
import { readCookie, writeCookie } from './cookies';
import { renderFaults, renderForm, renderNotice } from './form-parts';
import { html } from './html';
import { safeNext, type Faults, type MemberPage, type PageAnswer, type Visit } from './page';
import { currentPassword, proofFault } from './proof';

/** How long somebody may be away at a provider. */
export const tripSeconds = 600;

/** Signing in by a provider: there, back, and the password once before accounts are joined. */
export const oidcPages: MemberPage[] = [
  { path: '/members/oidc/start', get: start },
  { path: '/members/oidc/callback', get: callback },
  {
    path: '/members/oidc/link',
    get: async (visit) => {
      const found = await waiting(visit);
      return found ? askPassword(visit, found, {}) : again;
    },
    post: link,
  },
];

const again: PageAnswer = { redirect: '/members/sign-in' };

/** Somebody a provider has vouched for, who is not joined to an account yet. */
export interface Vouched {
  provider: string;
  subjectKey: string;
  email: string;
  next: string;
}

async function start(visit: Visit): Promise<PageAnswer> {
  const { strapi, ctx, query, origin, requester } = visit;
  const settings = providerById(strapi, query.get('provider') ?? '');
  if (!settings) throw noSuchProvider;
  await sharedLimit(strapi, limits.signIn, networkOf(requester.address));
  const next = safeNext(query.get('next'), origin);
  const { url, code } = await leaveFor(strapi, settings, { origin, next, memberId: null });
  writeCookie(ctx, 'oidc', code, { origin, seconds: tripSeconds });
  return { redirect: url };
}

export const noSuchProvider = new ProblemError(404, {
  th: 'ไม่มีผู้ให้บริการยืนยันตัวตนรายนี้',
  en: 'There is no such provider.',
});

async function callback(visit: Visit): Promise<PageAnswer> {
  const { strapi, ctx, origin, session } = visit;
  const kept = readCookie(ctx, 'oidc', origin);
  writeCookie(ctx, 'oidc', null, { origin });
  // Spent by the first who comes back with it, whatever the provider's answer is.
  const taken = kept && (await takeCode<OidcTrip>(strapi, 'oidc', kept));
  const settings = taken && providerById(strapi, taken.payload.provider);
  if (!taken || !settings) throw staleTrip;
  const trip = taken.payload;
  const { subject, email } = await comeBack(strapi, settings, trip, { origin, search: ctx.search });
  const key = subjectKey(strapi, settings, subject);
  const owner = await memberOfSubject(strapi, settings, subject);
  if (taken.memberId !== null) {
    if (session?.member.id !== taken.memberId) throw staleTrip;
    if (owner && owner.id !== taken.memberId) return belongsToOther(visit, settings);
    return join(visit, settings, { member: session.member, key, to: '/members/identities' });
  }
  if (owner) return enterAs(visit, owner, trip.next);
  if (email === null) return unverified(visit, settings);
  const known = await findByEmail(strapi, email);
  const payload: Vouched = { provider: settings.id, subjectKey: key, email, next: trip.next };
  const kind = known ? 'oidcLink' : 'oidcNew';
  const memberId = known?.member.id ?? null;
  const code = await makeCode(strapi, kind, { memberId, payload });
  writeCookie(ctx, 'oidc', code, { origin, seconds: known ? tripSeconds : 3600 });
  return { redirect: known ? '/members/oidc/link' : '/members/oidc/register' };
}

const staleTrip = new ProblemError(400, {
  th: 'การเข้าสู่ระบบครั้งนี้หมดเวลา หรือถูกใช้ไปแล้ว โปรดเริ่มใหม่จากหน้าเข้าสู่ระบบ',
  en: 'This sign-in is out of date or was used before. Begin again from the sign-in page.',
});

async function enterAs(visit: Visit, member: MemberRow, next: string): Promise<PageAnswer> {
  const account = await accountOf(visit.strapi, member);
  if (!account) throw staleTrip;
  const refusal = entryRefusal({ member, isShut: account.blocked === true });
  if (refusal) throw refusal;
  return begin(visit, member, next);
}

function belongsToOther({ t }: Visit, { nameTh, nameEn }: OidcSettings): PageAnswer {
  return {
    title: t('เชื่อมบัญชีไม่ได้', 'It cannot be added'),
    status: 409,
    body: html`${renderNotice(
        t(
          `บัญชี ${nameTh} นี้เชื่อมกับสมาชิกรายอื่นอยู่แล้ว`,
          `This account of ${nameEn} belongs to another member here.`
        ),
        'bad'
      )}
      <p><a href="/members/identities">${t('กลับ', 'Back')}</a></p>`,
  };
}

function unverified({ t }: Visit, { nameTh, nameEn }: OidcSettings): PageAnswer {
  return {
    title: t('ยังเข้าสู่ระบบด้วยวิธีนี้ไม่ได้', 'You cannot sign in this way yet'),
    status: 403,
    body: html`${renderNotice(
        t(
          `${nameTh} ไม่ได้แจ้งอีเมลที่ยืนยันแล้ว จึงยังไม่ทราบว่าเป็นบัญชีใด`,
          `${nameEn} has told no e-mail address that it has verified, so we do not know which account is yours.`
        ),
        'warning'
      )}
      <p>
        ${t(
          'โปรดสมัครหรือเข้าสู่ระบบด้วยอีเมลก่อน 1 ครั้ง แล้วเชื่อมบัญชีจากหน้าบัญชีของฉัน ครั้งต่อไปจะเข้าด้วยวิธีนี้ได้',
          'Register or sign in with your e-mail address once, and add it in your account; from then on it works.'
        )}
      </p>
      <div class="actions">
        <a class="button primary" href="/members/sign-in?next=/members/identities"
          >${t('เข้าสู่ระบบ', 'Sign in')}</a
        >
        <a class="button" href="/members/register">${t('สมัครสมาชิก', 'Register')}</a>
      </div>`,
  };
}

interface Waiting {
  member: MemberRow;
  account: UserAccount;
  vouched: Vouched;
  settings: OidcSettings;
}

async function waiting({ strapi, ctx, origin }: Visit): Promise<Waiting | null> {
  const kept = readCookie(ctx, 'oidc', origin);
  const found = kept ? await peekCode<Vouched>(strapi, 'oidcLink', kept) : null;
  const settings = found && providerById(strapi, found.payload.provider);
  if (!found?.memberId || !settings) return null;
  const member = (await from(strapi, 'km_members').where({ id: found.memberId }).first()) as
    MemberRow | undefined;
  const account = await accountOf(strapi, member);
  return member && account ? { member, account, vouched: found.payload, settings } : null;
}

function askPassword(visit: Visit, { vouched, settings }: Waiting, faults: Faults): PageAnswer {
  const { t } = visit;
  const name = t(settings.nameTh, settings.nameEn);
  return {
    title: t(`เชื่อมบัญชีกับ ${name}`, `Join your account with ${name}`),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${renderFaults(visit, faults)}
      <p>
        ${t('อีเมล', 'The address')} <b>${vouched.email}</b>
        ${t(
          `มีบัญชีสมาชิกอยู่แล้ว กรอกรหัสผ่านของบัญชีนั้น 1 ครั้ง ครั้งต่อไปจะเข้าสู่ระบบผ่าน ${name} ได้ทันที`,
          `has an account here. Give its password this once; from then on you can sign in by ${name}.`
        )}
      </p>
      ${renderForm(
        visit,
        '/members/oidc/link',
        html`${currentPassword(visit, faults)}
          <div class="actions">
            <button class="primary">${t('เชื่อมบัญชีและเข้าสู่ระบบ', 'Join and sign in')}</button>
            <a href="/members/forgot">${t('ลืมรหัสผ่าน', 'Forgot the password')}</a>
          </div>`
      )}`,
  };
}

async function link(visit: Visit): Promise<PageAnswer> {
  const { strapi, ctx, origin, requester } = visit;
  const found = await waiting(visit);
  if (!found) return again;
  await sharedLimit(strapi, limits.signIn, networkOf(requester.address));
  const { member, account, vouched, settings } = found;
  const wrong = await proofFault(visit, account);
  if (wrong) return askPassword(visit, found, { current: wrong });
  const refusal = entryRefusal({ member, isShut: account.blocked === true });
  if (refusal) throw refusal;
  if (!(await takeCode(strapi, 'oidcLink', readCookie(ctx, 'oidc', origin) ?? ''))) return again;
  writeCookie(ctx, 'oidc', null, { origin });
  const joined = await join(visit, settings, { member, key: vouched.subjectKey, to: '' });
  return 'redirect' in joined ? begin(visit, member, vouched.next) : joined;
}

/** Lets a member sign in by the provider from now on, and tells them by mail. */
async function join(
  visit: Visit,
  settings: OidcSettings,
  { member, key, to }: { member: MemberRow; key: string; to: string }
): Promise<PageAnswer> {
  const { strapi, origin, language } = visit;
  const account = await accountOf(strapi, member);
  const isOwn = await strapi.db.transaction(async ({ trx }) => {
    const given = { memberId: member.id, provider: settings.id, key };
    if (!(await addIdentity(strapi, given, trx))) return false;
    const lines = [language === 'en' ? settings.nameEn : settings.nameTh];
    const mail = newsMail({ origin, language }, 'identityAdded', { lines });
    if (account) await queueMail(strapi, { to: account.email, mail, trx });
    return true;
  });
  return isOwn ? { redirect: to } : belongsToOther(visit, settings);
}
