import { z } from 'zod';
import { canSendMail } from '../../platform/mail';
import { ProblemError } from '../../platform/problem';
import { networkOf } from '../../platform/requester';
import { hashOf, newSecret } from '../../platform/secrets';
import { sharedLimit } from '../../platform/shared-limit';
import { hashPassword, type Workplace } from '../accounts';
import { tidyName } from '../display-name';
import { limits } from '../limits';
import { passwordFault } from '../passwords';
import { privacyNoticeVersion } from '../privacy-notice';
import { startRegistration } from '../registration';
import { instant } from '../tables';
import { aboutFaults, renderAbout, renderConsents } from './about-member';
import { writeCookie } from './cookies';
import { renderFaults, renderField, renderForm, renderNotice } from './form-parts';
import { html } from './html';
import { field, inWords, type Faults, type MemberPage, type PageAnswer, type Visit } from './page';
import { findWorkplace, noWorkplace, renderWorkplaceSearch } from './workplace-search';

const pendingSeconds = 3600;

export const emailShape = z.email().max(254);

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
          ${renderAbout(visit, faults)}
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
          ${renderConsents(visit, faults)}
          <div class="actions">
            <button class="primary">${t('สมัครสมาชิก', 'Register')}</button>
          </div>`
      )}`,
  };
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
  const { privacy, ...about } = await aboutFaults(visit);
  Object.assign(faults, about);
  const displayName = field(form, 'displayName');
  const password = await passwordFault(form.get('password') ?? '', [email, displayName]);
  if (password) faults.password = inWords(visit, password);
  // In the order of the form.
  if (privacy) faults.privacy = privacy;
  return faults;
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
