import { networkOf } from '../../platform/requester';
import { sharedLimit } from '../../platform/shared-limit';
import { finishReset, forgiveGuesses, startReset } from '../account-changes';
import { accountOf } from '../accounts';
import { peekCode } from '../codes';
import { limits } from '../limits';
import { passwordFault } from '../passwords';
import { from, type MemberRow } from '../tables';
import { renderFaults, renderField, renderForm, renderNotice } from './form-parts';
import { html } from './html';
import { field, inWords, type Faults, type MemberPage, type PageAnswer, type Visit } from './page';
import { newPassword } from './proof';
import { emailShape } from './register';
import { spentLink } from './spent-link';

export const resetPages: MemberPage[] = [
  { path: '/members/forgot', get: async (visit) => askEmail(visit, {}), post: sendCode },
  { path: '/members/forgot/sent', get: showSent },
  {
    path: '/members/reset',
    get: async (visit) =>
      (await ownerOf(visit, visit.query.get('code'))) ? askPassword(visit, {}) : spent(visit),
    post: reset,
  },
];

function askEmail(visit: Visit, faults: Faults): PageAnswer {
  const { t, form } = visit;
  return {
    title: t('ลืมรหัสผ่าน', 'Forgot the password'),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${renderFaults(visit, faults)}
    ${renderForm(
      visit,
      '/members/forgot',
      html`${renderField({
          name: 'email',
          type: 'email',
          label: t('อีเมลที่ใช้สมัคร', 'The e-mail address you registered with'),
          value: form.get('email') ?? '',
          autocomplete: 'username',
          maxlength: 254,
          faults,
        })}
        <div class="actions">
          <button class="primary">${t('ส่งลิงก์ตั้งรหัสผ่านใหม่', 'Send a link')}</button>
        </div>`
    )}`,
  };
}

async function sendCode(visit: Visit): Promise<PageAnswer> {
  const { strapi, form, t, origin, language, requester } = visit;
  await sharedLimit(strapi, limits.askMail, networkOf(requester.address));
  const email = field(form, 'email');
  if (!emailShape.safeParse(email).success) {
    return askEmail(visit, { email: t('อีเมลไม่ถูกต้อง', 'The e-mail address is not valid.') });
  }
  await startReset(strapi, email, { origin, language });
  return { redirect: '/members/forgot/sent' };
}

async function showSent({ t }: Visit): Promise<PageAnswer> {
  return {
    title: t('โปรดดูอีเมลของท่าน', 'Look at your mail'),
    body: renderNotice(
      t(
        'หากอีเมลที่กรอกมีบัญชีอยู่ ระบบส่งลิงก์ตั้งรหัสผ่านใหม่ให้แล้ว ลิงก์ใช้ได้ครั้งเดียวภายใน 60 นาที',
        'If the address has an account, a link is on its way. It works once, within 60 minutes.'
      ),
      'good'
    ),
  };
}

/** Whose password a code sets; null where it does not work. */
async function ownerOf({ strapi }: Visit, code: string | null) {
  const found = await peekCode(strapi, 'reset', code ?? '');
  if (!found?.memberId) return null;
  const member = (await from(strapi, 'km_members').where({ id: found.memberId }).first()) as
    MemberRow | undefined;
  const account = await accountOf(strapi, member);
  return member && account ? { member, account } : null;
}

function askPassword(visit: Visit, faults: Faults): PageAnswer {
  const { t, query, form } = visit;
  return {
    title: t('ตั้งรหัสผ่านใหม่', 'Set a new password'),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${renderFaults(visit, faults)}
    ${renderForm(
      visit,
      '/members/reset',
      html`<input
          type="hidden"
          name="code"
          value="${form.get('code') ?? query.get('code') ?? ''}"
        />
        ${newPassword(visit, faults)}
        <div class="actions">
          <button class="primary">${t('ตั้งรหัสผ่านใหม่', 'Set the password')}</button>
        </div>`
    )}`,
  };
}

async function reset(visit: Visit): Promise<PageAnswer> {
  const { strapi, form, t, origin, language, requester } = visit;
  await sharedLimit(strapi, limits.signIn, networkOf(requester.address));
  const code = field(form, 'code');
  const owner = await ownerOf(visit, code);
  if (!owner) return spent(visit);
  const password = form.get('password') ?? '';
  const fault = await passwordFault(password, [owner.account.email, owner.member.display_name]);
  if (fault) return askPassword(visit, { password: inWords(visit, fault) });
  const place = { origin, language };
  if (!(await finishReset(strapi, code, password, place))) return spent(visit);
  await forgiveGuesses(strapi, owner.account.email);
  return {
    title: t('ตั้งรหัสผ่านใหม่แล้ว', 'The password is set'),
    body: html`${renderNotice(
        t(
          'ออกจากระบบในทุกเครื่องแล้ว โปรดเข้าสู่ระบบด้วยรหัสผ่านใหม่',
          'Every machine has been signed out. Sign in with the new password.'
        ),
        'good'
      )}
      <div class="actions">
        <a class="button primary" href="/members/sign-in">${t('เข้าสู่ระบบ', 'Sign in')}</a>
      </div>`,
  };
}

function spent({ t }: Visit): PageAnswer {
  return spentLink(
    t(
      'ลิงก์ใช้ได้ครั้งเดียวภายใน 60 นาที โปรดขอลิงก์ใหม่',
      'It works once, within 60 minutes. Ask for another one.'
    ),
    { href: '/members/forgot', label: t('ขอลิงก์ใหม่', 'Ask for another link') },
    t
  );
}
