import { networkOf } from '../../platform/requester';
import { hashOf, isSame } from '../../platform/secrets';
import { countTry, sharedLimit } from '../../platform/shared-limit';
import { peekCode, takeCode } from '../codes';
import { nameFault } from '../display-name';
import { limits } from '../limits';
import { finishRegistration, type PendingMember } from '../registration';
import { isHashOf } from '../accounts';
import { memberSettings } from '../settings';
import { readCookie, writeCookie } from './cookies';
import { enter } from './enter';
import { renderFaults, renderField, renderForm, renderNotice } from './form-parts';
import { html } from './html';
import { field, inWords, type Faults, type MemberPage, type PageAnswer, type Visit } from './page';
import { nameTaken } from './about-member';
import { spentLink } from './spent-link';

/**
 * The page behind a registration's mail. A look at it changes nothing, for programs that guard
 * mailboxes look at every link; a button does. In another browser than the form was filled in with,
 * it asks for the password too: a stranger may have registered with somebody else's address.
 */
export const confirmPage: MemberPage = {
  path: '/members/confirm',
  get: async (visit) => {
    const pending = await find(visit, visit.query.get('code'));
    return pending ? ask(visit, pending, {}) : spent(visit);
  },
  post: confirm,
};

function find({ strapi }: Visit, code: string | null): Promise<PendingMember | null> {
  return peekCode<PendingMember>(strapi, 'confirm', code ?? '').then(
    (found) => found && found.payload
  );
}

function isSameBrowser({ ctx, origin }: Visit, { browser }: PendingMember): boolean {
  const kept = readCookie(ctx, 'pending', origin);
  return kept !== null && isSame(hashOf(kept), browser);
}

function ask(visit: Visit, pending: PendingMember, faults: Faults, asksName = false): PageAnswer {
  const { t, query, form } = visit;
  const code = form.get('code') ?? query.get('code') ?? '';
  return {
    title: t('ยืนยันอีเมล', 'Confirm your e-mail address'),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${renderFaults(visit, faults)}
      <dl>
        <dt>${t('อีเมล', 'E-mail address')}</dt>
        <dd>${pending.email}</dd>
        <dt>${t('ชื่อที่แสดง', 'Display name')}</dt>
        <dd>${pending.displayName}</dd>
        <dt>${t('สังกัด', 'Authority')}</dt>
        <dd>${pending.authorityName ?? t('ไม่ได้ระบุ', 'none')}</dd>
      </dl>
      ${renderForm(
        visit,
        '/members/confirm',
        html`<input type="hidden" name="code" value="${code}" />
          ${
            asksName &&
            renderField({
              name: 'displayName',
              label: t('ชื่อที่แสดง', 'Display name'),
              value: form.get('displayName') ?? pending.displayName,
              maxlength: 60,
              faults,
            })
          }
          ${
            !isSameBrowser(visit, pending) &&
            renderField({
              name: 'password',
              type: 'password',
              label: t('รหัสผ่านที่ตั้งไว้ตอนสมัคร', 'The password you registered with'),
              hint: t(
                'ถามเพราะท่านเปิดหน้านี้ในเบราว์เซอร์อื่น หากท่านไม่ได้สมัครเอง ปิดหน้านี้ได้เลย',
                'Asked because this is another browser. If it was not you who registered, close this page.'
              ),
              autocomplete: 'current-password',
              faults,
            })
          }
          <div class="actions">
            <button class="primary">${t('ยืนยันอีเมลและเริ่มใช้งาน', 'Confirm and begin')}</button>
          </div>`
      )}`,
  };
}

async function confirm(visit: Visit): Promise<PageAnswer> {
  const { strapi, form, t, ctx, origin, requester } = visit;
  await sharedLimit(strapi, limits.signIn, networkOf(requester.address));
  const code = field(form, 'code');
  const pending = await find(visit, code);
  if (!pending) return spent(visit);
  const isKnown = isSameBrowser(visit, pending);
  if (!isKnown && !(await isPasswordRight(visit, code, pending))) {
    const password = t('รหัสผ่านไม่ถูกต้อง', 'The password is not right.');
    return ask(visit, pending, { password });
  }
  const given = form.get('displayName');
  const changed = given === null ? {} : { displayName: given };
  if (given !== null) {
    const fault = nameFault(given);
    if (fault) return ask(visit, pending, { displayName: inWords(visit, fault) }, true);
  }
  const { approval } = await memberSettings(strapi);
  const state = approval === 'off' ? 'active' : 'awaiting';
  const done = await finishRegistration(strapi, code, state, changed);
  if (done === 'nameTaken') return ask(visit, pending, { displayName: nameTaken(visit) }, true);
  if (typeof done === 'string') return spent(visit);
  writeCookie(ctx, 'pending', null, { origin });
  if (state === 'active') await enter(visit, done.id);
  return {
    title: t('ยืนยันอีเมลแล้ว', 'Your address is confirmed'),
    body:
      state === 'active'
        ? html`${renderNotice(
              t(
                'บัญชีพร้อมใช้งาน หากท่านเริ่มจากเว็บไซต์อื่น กลับไปที่หน้านั้นแล้วกดเข้าสู่ระบบอีกครั้ง',
                'Your account is ready. If you came from another site, go back there and press “sign in” again.'
              ),
              'good'
            )}
            <p>
              <a class="button primary" href="/members">${t('ไปหน้าบัญชีของฉัน', 'To my account')}</a>
            </p>`
        : renderNotice(
            t(
              'บัญชีรอเจ้าหน้าที่อนุมัติ ระบบจะแจ้งทางอีเมลเมื่ออนุมัติแล้ว',
              'An officer has yet to approve your account. You will get a mail.'
            ),
            'good'
          ),
  };
}

/** Five wrong passwords spend the code: it might be a stranger who guesses. */
async function isPasswordRight(
  { strapi, form }: Visit,
  code: string,
  { passwordHash }: PendingMember
): Promise<boolean> {
  const { isUsedUp } = await countTry(strapi, limits.confirm, code);
  if (isUsedUp) {
    await takeCode(strapi, 'confirm', code);
    return false;
  }
  return isHashOf(strapi, form.get('password') ?? '', passwordHash);
}

function spent({ t }: Visit): PageAnswer {
  return spentLink(
    t(
      'ลิงก์ยืนยันใช้ได้ครั้งเดียวภายใน 60 นาที หากยืนยันไปแล้ว เข้าสู่ระบบได้เลย หากยัง โปรดสมัครใหม่',
      'It works once, within 60 minutes. If you have confirmed already, sign in; if not, register again.'
    ),
    { href: '/members/sign-in', label: t('เข้าสู่ระบบ', 'Sign in') },
    t,
    { href: '/members/register', label: t('สมัครสมาชิก', 'Register') }
  );
}
