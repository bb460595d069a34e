import { peekCode, takeCode } from '../codes';
import { spendCode } from '../second-factor';
import { entryRefusal } from '../sign-in';
import { accountOf } from '../accounts';
import { from, type MemberRow } from '../tables';
import { readCookie, writeCookie } from './cookies';
import { enter } from './enter';
import { renderFaults, renderField, renderForm } from './form-parts';
import { html } from './html';
import {
  field,
  inWords,
  leadsToWindow,
  nextOf,
  type Faults,
  type MemberPage,
  type PageAnswer,
  type Visit,
} from './page';

/** The second step of signing in, for whoever has an app for it. */
export const signInCodePage: MemberPage = {
  path: '/members/sign-in/code',
  get: async (visit) => ((await waiting(visit)) ? ask(visit, {}) : again(visit)),
  post: check,
};

/** Who has proven the password in this browser a moment ago. */
async function waiting({ strapi, ctx, origin }: Visit): Promise<MemberRow | null> {
  const code = readCookie(ctx, 'step', origin);
  const found = code && (await peekCode(strapi, 'secondStep', code));
  if (!found || !found.memberId) return null;
  const row = (await from(strapi, 'km_members').where({ id: found.memberId }).first()) as
    MemberRow | undefined;
  return row ?? null;
}

function again(visit: Visit): PageAnswer {
  return { redirect: `/members/sign-in?next=${encodeURIComponent(nextOf(visit))}` };
}

function ask(visit: Visit, faults: Faults, status = 200): PageAnswer {
  const { t } = visit;
  const next = nextOf(visit);
  return {
    title: t('ยืนยันตัวตนชั้นที่สอง', 'The second step'),
    status,
    isWindow: leadsToWindow(next),
    body: html`${renderFaults(visit, faults)}
      ${renderForm(
        visit,
        '/members/sign-in/code',
        html`<input type="hidden" name="next" value="${next}" />
          ${renderField({
            name: 'code',
            label: t('รหัสยืนยัน', 'Code'),
            hint: t(
              'รหัส 6 หลักจากแอปยืนยันตัวตน หรือรหัสสำรอง 1 รหัสหากไม่มีแอปอยู่กับตัว',
              'Six digits of your authenticator app, or one recovery code if you are without it.'
            ),
            autocomplete: 'one-time-code',
            maxlength: 25,
            faults,
          })}
          <div class="actions">
            <button class="primary">${t('เข้าสู่ระบบ', 'Sign in')}</button>
            <a href="/members/sign-in?next=${encodeURIComponent(next)}"
              >${t('ใช้บัญชีอื่น', 'Another account')}</a
            >
          </div>`
      )}
      <p class="hint">
        ${t(
          'หากไม่มีทั้งแอปและรหัสสำรอง โปรดติดต่อเจ้าหน้าที่จากหน้าติดต่อเรา เพื่อปิดการยืนยันสองชั้นของบัญชี',
          'Without the app and the recovery codes, ask an officer to turn the second factor of your account off.'
        )}
      </p>`,
  };
}

async function check(visit: Visit): Promise<PageAnswer> {
  const { strapi, ctx, form, origin, language, t } = visit;
  const member = await waiting(visit);
  if (!member) return again(visit);
  const outcome = await spendCode(strapi, member, field(form, 'code'), { origin, language });
  if (outcome === 'tooMany') {
    const code = t(
      'กรอกรหัสผิดหลายครั้งเกินไป โปรดรอ 15 นาทีแล้วลองใหม่',
      'Too many wrong codes. Wait 15 minutes and try again.'
    );
    return ask(visit, { code }, 429);
  }
  if (outcome === 'wrong') {
    const code = t(
      'รหัสไม่ถูกต้อง หรือใช้ไปแล้ว โปรดรอรหัสถัดไปแล้วลองใหม่',
      'The code is wrong or was used before. Wait for the next one and try again.'
    );
    return ask(visit, { code }, 400);
  }
  const step = readCookie(ctx, 'step', origin) ?? '';
  const account = await accountOf(strapi, member);
  const refusal = entryRefusal({ member, isShut: account?.blocked === true });
  if (!(await takeCode(strapi, 'secondStep', step)) || !account) return again(visit);
  if (refusal) return ask(visit, { '': inWords(visit, refusal.sentence) }, refusal.status);
  writeCookie(ctx, 'step', null, { origin });
  await enter(visit, member.id);
  return { redirect: nextOf(visit) };
}
