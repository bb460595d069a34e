import { networkOf } from '../../platform/requester';
import { sharedLimit } from '../../platform/shared-limit';
import { changePassword, finishEmailChange, startEmailChange } from '../account-changes';
import { accountOf } from '../accounts';
import { peekCode } from '../codes';
import { limits } from '../limits';
import { passwordFault } from '../passwords';
import { renderFaults, renderField, renderForm, renderNotice } from './form-parts';
import { html } from './html';
import {
  field,
  inWords,
  memberIn,
  type Faults,
  type MemberPage,
  type PageAnswer,
  type Visit,
} from './page';
import { currentPassword, newPassword, proofFault } from './proof';
import { emailShape } from './register';
import { spentLink } from './spent-link';

export const securityPages: MemberPage[] = [
  {
    path: '/members/password',
    get: async (visit) => askPassword(visit, {}),
    post: savePassword,
    needsMember: true,
  },
  {
    path: '/members/email',
    get: async (visit) => askEmail(visit, {}),
    post: sendCode,
    needsMember: true,
  },
  { path: '/members/email/sent', get: showSent, needsMember: true },
  { path: '/members/email/confirm', get: askConfirm, post: confirm, needsMember: true },
];

function askPassword(visit: Visit, faults: Faults): PageAnswer {
  const { t } = visit;
  return {
    title: t('เปลี่ยนรหัสผ่าน', 'Change the password'),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${renderFaults(visit, faults)}
    ${renderForm(
      visit,
      '/members/password',
      html`${currentPassword(visit, faults)} ${newPassword(visit, faults)}
        <div class="actions">
          <button class="primary">${t('เปลี่ยนรหัสผ่าน', 'Change the password')}</button>
          <a href="/members">${t('กลับ', 'Back')}</a>
        </div>`
    )}`,
  };
}

async function savePassword(visit: Visit): Promise<PageAnswer> {
  const { strapi, form, t, origin, language } = visit;
  const { member, session } = memberIn(visit);
  const account = await accountOf(strapi, member);
  const wrong = await proofFault(visit, account);
  if (wrong || !account) return askPassword(visit, { current: wrong ?? '' });
  const password = form.get('password') ?? '';
  const fault = await passwordFault(password, [account.email, member.display_name]);
  if (fault) return askPassword(visit, { password: inWords(visit, fault) });
  await changePassword(strapi, { member, account }, password, {
    keep: session.id,
    place: { origin, language },
  });
  return {
    title: t('เปลี่ยนรหัสผ่านแล้ว', 'The password is changed'),
    body: html`${renderNotice(t('ออกจากระบบในเครื่องอื่นทั้งหมดแล้ว', 'Every other machine has been signed out.'), 'good')}
      <p><a href="/members">${t('กลับไปบัญชีของฉัน', 'Back to my account')}</a></p>`,
  };
}

function askEmail(visit: Visit, faults: Faults): PageAnswer {
  const { t, form } = visit;
  return {
    title: t('เปลี่ยนอีเมล', 'Change the e-mail address'),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${renderFaults(visit, faults)}
    ${renderForm(
      visit,
      '/members/email',
      html`${renderField({
          name: 'email',
          type: 'email',
          label: t('อีเมลใหม่', 'New e-mail address'),
          hint: t(
            'ระบบจะส่งข้อความยืนยันไปที่อีเมลใหม่ก่อนเปลี่ยน',
            'A mail there will ask you to confirm it first.'
          ),
          value: form.get('email') ?? '',
          autocomplete: 'email',
          maxlength: 254,
          faults,
        })}
        ${currentPassword(visit, faults)}
        <div class="actions">
          <button class="primary">${t('ส่งข้อความยืนยัน', 'Send the mail')}</button>
          <a href="/members">${t('กลับ', 'Back')}</a>
        </div>`
    )}`,
  };
}

async function sendCode(visit: Visit): Promise<PageAnswer> {
  const { strapi, form, t, origin, language, requester } = visit;
  const { member } = memberIn(visit);
  await sharedLimit(strapi, limits.askMail, networkOf(requester.address));
  const email = field(form, 'email');
  if (!emailShape.safeParse(email).success) {
    return askEmail(visit, { email: t('อีเมลไม่ถูกต้อง', 'The e-mail address is not valid.') });
  }
  const wrong = await proofFault(visit, await accountOf(strapi, member));
  if (wrong) return askEmail(visit, { current: wrong });
  await startEmailChange(strapi, member, email, { origin, language });
  return { redirect: '/members/email/sent' };
}

async function showSent({ t }: Visit): Promise<PageAnswer> {
  return {
    title: t('โปรดดูอีเมลใหม่ของท่าน', 'Look at your new mailbox'),
    body: renderNotice(
      t(
        'เปิดหน้าในข้อความนั้นแล้วกดปุ่มยืนยันภายใน 60 นาที จนกว่าจะยืนยัน ระบบยังใช้อีเมลเดิม',
        'Open the page the mail names and press the button within 60 minutes. Until then the old address stays.'
      ),
      'good'
    ),
  };
}

async function askConfirm(visit: Visit): Promise<PageAnswer> {
  const { strapi, query, t } = visit;
  const code = query.get('code') ?? '';
  const found = await peekCode<{ email: string }>(strapi, 'email', code);
  if (found?.memberId !== memberIn(visit).member.id) return spent(visit);
  return {
    title: t('ยืนยันอีเมลใหม่', 'Confirm the new e-mail address'),
    body: html`<p>${t('อีเมลใหม่', 'New e-mail address')} <b>${found.payload.email}</b></p>
      ${renderForm(
        visit,
        '/members/email/confirm',
        html`<input type="hidden" name="code" value="${code}" />
          <div class="actions">
            <button class="primary">${t('ใช้อีเมลนี้', 'Use this address')}</button>
          </div>`
      )}`,
  };
}

async function confirm(visit: Visit): Promise<PageAnswer> {
  const { strapi, form, origin, language } = visit;
  const { member } = memberIn(visit);
  const place = { origin, language };
  const isDone = await finishEmailChange(strapi, field(form, 'code'), member.id, place);
  return isDone ? { redirect: '/members' } : spent(visit);
}

function spent({ t }: Visit): PageAnswer {
  return spentLink(
    t(
      'ลิงก์ใช้ได้ครั้งเดียวภายใน 60 นาที โดยบัญชีที่ขอเปลี่ยน',
      'It works once, within 60 minutes, for the account that asked.'
    ),
    { href: '/members/email', label: t('ขอเปลี่ยนอีเมลอีกครั้ง', 'Ask again') },
    t
  );
}
