import { z } from 'zod';
import { canSendMail } from '../../platform/mail';
import { ProblemError } from '../../platform/problem';
import { networkOf } from '../../platform/requester';
import { hashOf, newSecret } from '../../platform/secrets';
import { sharedLimit } from '../../platform/shared-limit';
import { hashPassword, type Workplace } from '../accounts';
import { nameFault, nameKey, tidyName } from '../display-name';
import { limits } from '../limits';
import { passwordFault } from '../passwords';
import { privacyNoticeVersion } from '../privacy-notice';
import { startRegistration } from '../registration';
import { from, instant } from '../tables';
import { writeCookie } from './cookies';
import { renderCheck, renderFaults, renderField, renderForm, renderNotice } from './form-parts';
import { html, type Html } from './html';
import { field, inWords, type Faults, type MemberPage, type PageAnswer, type Visit } from './page';
import { findWorkplace, noWorkplace, renderWorkplaceSearch } from './workplace-search';

const pendingSeconds = 3600;

export const emailShape = z.email().max(254);
export const positionShape = z.string().min(2).max(120);

export const registerPages: MemberPage[] = [
  { path: '/members/register', get: showRegister, post: register },
  { path: '/members/register/sent', get: showSent },
];

async function showRegister(visit: Visit): Promise<PageAnswer> {
  requireMail(visit);
  const chosen = visit.query.get('authority');
  if (chosen === null) return choosePlace(visit);
  const place = chosen === 'none' ? noWorkplace : await findWorkplace(visit, chosen);
  return place ? askDetails(visit, place, {}) : choosePlace(visit);
}

/** First the authority: a look-up by links, so that nothing typed is lost by it. */
async function choosePlace(visit: Visit): Promise<PageAnswer> {
  const { t } = visit;
  const search = await renderWorkplaceSearch(visit, {
    action: '/members/register',
    choose: (code, name) =>
      html`<a class="button" href="/members/register?authority=${code}"
        >${t('เลือก', 'Choose')}<span class="visually-hidden"> ${name}</span></a
      >`,
  });
  return {
    title: t('สมัครสมาชิก (1/2): สังกัด', 'Register (1/2): your authority'),
    body: html`<p>
        ${t(
          'สมาชิกตั้งคำถามและตอบในเว็บบอร์ดได้ การอ่านเนื้อหาทั้งหมดไม่ต้องสมัคร',
          'Members ask and answer on the webboard. Reading needs no account.'
        )}
      </p>
      ${search}
      <p>
        <a href="/members/register?authority=none"
          >${t('ไม่ได้สังกัด อปท. หรือไม่พบในทะเบียน', 'I belong to no authority, or it is not in the register')}</a
        >
      </p>
      <p>
        ${t('มีบัญชีแล้ว', 'You have an account?')}
        <a href="/members/sign-in">${t('เข้าสู่ระบบ', 'Sign in')}</a>
      </p>`,
  };
}

function askDetails(visit: Visit, place: Workplace, faults: Faults): PageAnswer {
  const { t, form } = visit;
  const code = place.authorityCode ?? 'none';
  const text = (name: string) => form.get(name) ?? '';
  return {
    title: t('สมัครสมาชิก (2/2): ข้อมูลของท่าน', 'Register (2/2): about you'),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${renderFaults(visit, faults)}
      <p>
        ${t('สังกัด', 'Authority')}
        <b>${place.authorityName ?? t('ไม่ได้ระบุ', 'none')}</b>
        <a href="/members/register">${t('เปลี่ยน', 'Change')}</a>
      </p>
      ${renderForm(
        visit,
        '/members/register',
        html`<input type="hidden" name="authority" value="${code}" />
          ${renderField({
            name: 'email',
            type: 'email',
            label: t('อีเมล', 'E-mail address'),
            hint: t(
              'ไม่แสดงต่อผู้อื่น ระบบจะส่งข้อความยืนยันไปที่อีเมลนี้',
              'Nobody sees it. A mail will ask you to confirm it.'
            ),
            value: text('email'),
            autocomplete: 'email',
            maxlength: 254,
            faults,
          })}
          ${renderField({
            name: 'displayName',
            label: t('ชื่อที่แสดง', 'Display name'),
            hint: t('ทุกคนเห็นชื่อนี้ในเว็บบอร์ด', 'Everyone sees it on the webboard.'),
            value: text('displayName'),
            autocomplete: 'nickname',
            maxlength: 60,
            faults,
          })}
          ${renderField({
            name: 'position',
            label: t('ตำแหน่ง', 'Position'),
            hint: t('เช่น นักวิชาการเงินและบัญชี ผู้อื่นไม่เห็น', 'Nobody else sees it.'),
            value: text('position'),
            autocomplete: 'organization-title',
            maxlength: 120,
            faults,
          })}
          ${renderField({
            name: 'password',
            type: 'password',
            label: t('รหัสผ่าน', 'Password'),
            hint: t(
              'อย่างน้อย 10 ตัวอักษร แนะนำให้ใช้หลายคำที่ไม่เกี่ยวกัน',
              'At least 10 characters; several unrelated words are good.'
            ),
            autocomplete: 'new-password',
            faults,
          })}
          ${renderCheck({
            name: 'privacy',
            isChecked: text('privacy') === 'yes',
            isRequired: true,
            faults,
            label: privacyLabel(visit),
          })}
          ${renderCheck({
            name: 'mail',
            isChecked: text('mail') === 'yes',
            label: t(
              'ส่งอีเมลแจ้งเมื่อมีผู้ตอบกระทู้ที่ฉันติดตาม (ไม่บังคับ ยกเลิกได้ทุกเมื่อ)',
              'Send mail when somebody replies to what I follow (optional, to be withdrawn at any time)'
            ),
          })}
          <div class="actions">
            <button class="primary">${t('สมัครสมาชิก', 'Register')}</button>
          </div>`
      )}`,
  };
}

function privacyLabel({ t }: Visit): Html {
  return html`${t('ฉันได้อ่านและยอมรับ', 'I have read and accept the')}
    <a href="/privacy" target="_blank" rel="noopener"
      >${t('ประกาศความเป็นส่วนตัว', 'privacy notice')}</a
    >
    (${t('ฉบับ', 'version')} ${privacyNoticeVersion})`;
}

async function register(visit: Visit): Promise<PageAnswer> {
  const { strapi, ctx, form, origin, language, requester } = visit;
  requireMail(visit);
  await sharedLimit(strapi, limits.register, networkOf(requester.address));
  const code = field(form, 'authority');
  const place = code === 'none' ? noWorkplace : await findWorkplace(visit, code);
  if (!place) return choosePlace(visit);
  const faults = await findFaults(visit);
  if (Object.keys(faults).length > 0) return askDetails(visit, place, faults);
  const browser = newSecret();
  await startRegistration(
    strapi,
    {
      ...place,
      email: field(form, 'email'),
      passwordHash: await hashPassword(strapi, form.get('password') ?? ''),
      displayName: tidyName(field(form, 'displayName')),
      position: field(form, 'position'),
      consentVersion: privacyNoticeVersion,
      consentAt: instant(),
      wantsMail: form.get('mail') === 'yes',
      browser: hashOf(browser),
    },
    { origin, language }
  );
  writeCookie(ctx, 'pending', browser, { origin, seconds: pendingSeconds });
  return { redirect: '/members/register/sent' };
}

async function findFaults(visit: Visit): Promise<Faults> {
  const { form, t } = visit;
  const faults: Faults = {};
  const email = field(form, 'email');
  if (!emailShape.safeParse(email).success) {
    faults.email = t(
      'อีเมลไม่ถูกต้อง ตัวอย่าง somchai@example.go.th',
      'The e-mail address is not valid, e.g. name@example.go.th'
    );
  }
  const displayName = field(form, 'displayName');
  const name = nameFault(displayName);
  if (name) faults.displayName = inWords(visit, name);
  else if (await isNameTaken(visit, displayName)) faults.displayName = nameTaken(visit);
  if (!positionShape.safeParse(field(form, 'position')).success) {
    faults.position = t('กรอกตำแหน่ง 2 ถึง 120 ตัวอักษร', 'Tell your position in 2 to 120 characters.');
  }
  const password = await passwordFault(form.get('password') ?? '', [email, displayName]);
  if (password) faults.password = inWords(visit, password);
  if (form.get('privacy') !== 'yes') {
    faults.privacy = t(
      'ต้องยอมรับประกาศความเป็นส่วนตัวก่อนสมัคร',
      'Accept the privacy notice to register.'
    );
  }
  return faults;
}

/** Whether somebody else has a name, or one that looks like it. */
export async function isNameTaken({ strapi }: Visit, name: string, self = ''): Promise<boolean> {
  const row = await from(strapi, 'km_members')
    .where({ name_key: nameKey(name) })
    .whereNot({ id: self })
    .first('id');
  return row !== undefined;
}

export function nameTaken({ t }: Visit): string {
  return t(
    'ชื่อนี้มีผู้ใช้แล้ว หรือคล้ายกับชื่อที่มีอยู่มาก โปรดใช้ชื่ออื่น',
    'This name is taken, or looks very much like one that is. Choose another.'
  );
}

async function showSent({ t }: Visit): Promise<PageAnswer> {
  return {
    title: t('โปรดดูอีเมลของท่าน', 'Look at your mail'),
    body: html`${renderNotice(
        t(
          'ระบบส่งข้อความไปยังอีเมลที่ท่านกรอกแล้ว เปิดหน้าในข้อความนั้นแล้วกดปุ่มยืนยันภายใน 60 นาที',
          'A mail is on its way to the address you gave. Open the page it names and press the button within 60 minutes.'
        ),
        'good'
      )}
      <p>
        ${t(
          'หากไม่พบ โปรดดูในกล่องจดหมายขยะ หรือรอสักครู่แล้วสมัครใหม่อีกครั้ง',
          'Nothing there? Look among junk mail, or wait a while and register again.'
        )}
      </p>`,
  };
}

/** Where no mail can be sent nobody can register; better said at once than after the form. */
function requireMail({ strapi }: Visit): void {
  if (canSendMail(strapi)) return;
  throw new ProblemError(503, {
    th: 'ยังไม่เปิดรับสมัครสมาชิก เนื่องจากผู้ดูแลระบบยังไม่ได้ตั้งค่าการส่งอีเมล',
    en: 'Nobody can register yet: this server has not been told how to send mail.',
  });
}
