import { networkOf } from '../../platform/requester';
import { newSecret } from '../../platform/secrets';
import { sharedLimit } from '../../platform/shared-limit';
import { createMember, hashPassword, type Workplace } from '../accounts';
import { peekCode, takeCode } from '../codes';
import { tidyName } from '../display-name';
import { limits } from '../limits';
import { addIdentity } from '../oidc/identities';
import { providerById, type OidcSettings } from '../oidc/provider';
import { privacyNoticeVersion } from '../privacy-notice';
import { takenField } from '../registration';
import { memberSettings } from '../settings';
import { instant, type MemberState } from '../tables';
import { aboutFaults, nameTaken, renderAbout, renderConsents } from './about-member';
import { readCookie, writeCookie } from './cookies';
import { enter } from './enter';
import { renderFaults, renderForm, renderNotice } from './form-parts';
import { html } from './html';
import type { Vouched } from './oidc';
import { field, type Faults, type MemberPage, type PageAnswer, type Visit } from './page';
import { findWorkplace, noWorkplace, renderWorkplaceSearch } from './workplace-search';

const path = '/members/oidc/register';

/** Registration of somebody whose address a provider has verified: no mail and no password. */
export const oidcRegisterPages: MemberPage[] = [{ path, get: show, post: register }];

interface Newcomer extends Vouched {
  settings: OidcSettings;
}

async function newcomer({ strapi, ctx, origin }: Visit): Promise<Newcomer | null> {
  const kept = readCookie(ctx, 'oidc', origin);
  const found = kept ? await peekCode<Vouched>(strapi, 'oidcNew', kept) : null;
  const settings = found && providerById(strapi, found.payload.provider);
  return settings ? { ...found.payload, settings } : null;
}

async function show(visit: Visit): Promise<PageAnswer> {
  const who = await newcomer(visit);
  if (!who) return { redirect: '/members/sign-in' };
  const chosen = visit.query.get('authority');
  if (chosen === null) return choosePlace(visit, who);
  const place = chosen === 'none' ? noWorkplace : await findWorkplace(visit, chosen);
  return place ? askDetails(visit, who, place, {}) : choosePlace(visit, who);
}

async function choosePlace(visit: Visit, { email, settings }: Newcomer): Promise<PageAnswer> {
  const { t } = visit;
  const search = await renderWorkplaceSearch(visit, {
    action: path,
    choose: (code, name) =>
      html`<a class="button" href="${path}?authority=${code}"
        >${t('เลือก', 'Choose')}<span class="visually-hidden"> ${name}</span></a
      >`,
  });
  return {
    title: t('สมัครสมาชิก (1/2): สังกัด', 'Register (1/2): your authority'),
    body: html`<p>
        ${t(`${settings.nameTh} ยืนยันอีเมล`, `${settings.nameEn} has verified`)} <b>${email}</b>
        ${t('แล้ว อีเมลนี้ยังไม่เป็นสมาชิก', 'which has no account here yet.')}
      </p>
      ${search}
      <p>
        <a href="${path}?authority=none"
          >${t('ไม่ได้สังกัด อปท. หรือไม่พบในทะเบียน', 'I belong to no authority, or it is not in the register')}</a
        >
      </p>`,
  };
}

function askDetails(visit: Visit, who: Newcomer, place: Workplace, faults: Faults): PageAnswer {
  const { t } = visit;
  return {
    title: t('สมัครสมาชิก (2/2): ข้อมูลของท่าน', 'Register (2/2): about you'),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${renderFaults(visit, faults)}
      <dl>
        <dt>${t('อีเมล', 'E-mail address')}</dt>
        <dd>${who.email}</dd>
        <dt>${t('สังกัด', 'Authority')}</dt>
        <dd>
          ${place.authorityName ?? t('ไม่ได้ระบุ', 'none')}
          <a href="${path}">${t('เปลี่ยน', 'Change')}</a>
        </dd>
      </dl>
      ${renderForm(
        visit,
        path,
        html`<input type="hidden" name="authority" value="${place.authorityCode ?? 'none'}" />
          ${renderAbout(visit, faults)} ${renderConsents(visit, faults)}
          <div class="actions">
            <button class="primary">${t('สมัครสมาชิก', 'Register')}</button>
          </div>`
      )}`,
  };
}

async function register(visit: Visit): Promise<PageAnswer> {
  const { strapi, ctx, form, origin, requester } = visit;
  const who = await newcomer(visit);
  if (!who) return { redirect: '/members/sign-in' };
  await sharedLimit(strapi, limits.register, networkOf(requester.address));
  const code = field(form, 'authority');
  const place = code === 'none' ? noWorkplace : await findWorkplace(visit, code);
  if (!place) return choosePlace(visit, who);
  const faults = await aboutFaults(visit);
  if (Object.keys(faults).length > 0) return askDetails(visit, who, place, faults);
  const { approval } = await memberSettings(strapi);
  const state = approval === 'off' ? 'active' : 'awaiting';
  const id = await create(visit, who, place, state);
  if (id === 'nameTaken') return askDetails(visit, who, place, { displayName: nameTaken(visit) });
  writeCookie(ctx, 'oidc', null, { origin });
  // Spent, or somebody registered with the same address meanwhile: signing in says what there is.
  if (id === null) return { redirect: '/members/sign-in' };
  if (state === 'awaiting') return awaits(visit);
  await enter(visit, id);
  return { redirect: who.next };
}

/** @returns the id, or why there is none. */
async function create(
  { strapi, ctx, form, origin }: Visit,
  { provider, subjectKey, email }: Newcomer,
  place: Workplace,
  state: MemberState
): Promise<string | 'nameTaken' | null> {
  // Nobody knows it: who wants a password has one set by mail.
  const passwordHash = await hashPassword(strapi, newSecret());
  const given = {
    ...place,
    email,
    passwordHash,
    displayName: tidyName(field(form, 'displayName')),
    position: field(form, 'position'),
    consentVersion: privacyNoticeVersion,
    consentAt: instant(),
    wantsMail: form.get('mail') === 'yes',
  };
  try {
    return await strapi.db.transaction(async ({ trx }) => {
      const code = readCookie(ctx, 'oidc', origin) ?? '';
      if (!(await takeCode(strapi, 'oidcNew', code, trx))) return null;
      const memberId = await createMember(strapi, given, state, trx);
      const isOwn = await addIdentity(strapi, { memberId, provider, key: subjectKey }, trx);
      // Rolls the account back with it.
      if (!isOwn) throw new SubjectTaken();
      return memberId;
    });
  } catch (error) {
    if (takenField(error) === 'nameTaken') return 'nameTaken';
    if (takenField(error) === 'emailTaken' || error instanceof SubjectTaken) return null;
    throw error;
  }
}

class SubjectTaken extends Error {
  override readonly name = 'SubjectTaken';
}

function awaits({ t }: Visit): PageAnswer {
  return {
    title: t('สมัครสมาชิกแล้ว', 'You are registered'),
    body: renderNotice(
      t(
        'บัญชีรอเจ้าหน้าที่อนุมัติ ระบบจะแจ้งทางอีเมลเมื่ออนุมัติแล้ว',
        'An officer has yet to approve your account. You will get a mail.'
      ),
      'good'
    ),
  };
}
