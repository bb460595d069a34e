import { accountOf } from '../accounts';
import { endCodes, makeCode, peekCode } from '../codes';
import {
  needsSecondFactor,
  newTotpSecret,
  recoveryLeft,
  renewRecovery,
  spendCode,
  totpAddress,
  turnOff,
  turnOn,
} from '../second-factor';
import { renderFaults, renderField, renderForm, renderNotice } from './form-parts';
import { html, type Html } from './html';
import {
  field,
  memberIn,
  nextOf,
  type Faults,
  type MemberPage,
  type PageAnswer,
  type Visit,
} from './page';
import { currentPassword, proofFault } from './proof';
import { renderQr, showRecovery } from './second-factor-parts';

const path = '/members/second-factor';

/** Where a member turns the second factor on and off. */
export const secondFactorPages: MemberPage[] = [
  {
    path,
    get: async (visit) => show(visit, {}),
    post: act,
    needsMember: true,
    isForEveryone: true,
  },
];

function show(visit: Visit, faults: Faults): Promise<PageAnswer> {
  return memberIn(visit).member.totp_secret === null ? offer(visit) : showOn(visit, faults);
}

async function offer(visit: Visit): Promise<PageAnswer> {
  const { t, strapi } = visit;
  const { isRequired } = await needsSecondFactor(strapi, memberIn(visit).member);
  return {
    title: t('ยืนยันตัวตนสองชั้น', 'Second factor'),
    body: html`${
        isRequired &&
        renderNotice(
          t(
            'บทบาทของท่านต้องเปิดการยืนยันตัวตนสองชั้นก่อนใช้งาน',
            'Your role asks for a second factor before anything else.'
          ),
          'warning'
        )
      }
      <p>
        ${t(
          'เมื่อเปิดแล้ว การเข้าสู่ระบบจะถามรหัส 6 หลักจากแอปในโทรศัพท์ของท่านเพิ่มจากรหัสผ่าน ผู้ที่รู้รหัสผ่านอย่างเดียวจะเข้าบัญชีนี้ไม่ได้',
          'Once it is on, signing in asks for six digits of an app on your telephone besides the password. Whoever knows the password alone stays out.'
        )}
      </p>
      <p>
        ${t(
          'เตรียมแอปยืนยันตัวตน เช่น Google Authenticator, Microsoft Authenticator หรือ FreeOTP ไว้ก่อน',
          'Have an authenticator app ready, e.g. Google Authenticator, Microsoft Authenticator or FreeOTP.'
        )}
      </p>
      ${renderForm(
        visit,
        path,
        html`<input type="hidden" name="next" value="${nextOf(visit)}" />
          <div class="actions">
            <button class="primary" name="act" value="begin">${t('เริ่มตั้งค่า', 'Begin')}</button>
            ${isRequired ? null : html`<a href="/members">${t('กลับ', 'Back')}</a>`}
          </div>`
      )}
      ${
        isRequired &&
        renderForm(
          visit,
          '/members/sign-out',
          html`<div class="actions"><button>${t('ออกจากระบบ', 'Sign out')}</button></div>`
        )
      }`,
  };
}

async function act(visit: Visit): Promise<PageAnswer> {
  const { form } = visit;
  const isOn = memberIn(visit).member.totp_secret !== null;
  switch (form.get('act')) {
    case 'begin':
      return isOn ? show(visit, {}) : begin(visit);
    case 'confirm':
      return isOn ? show(visit, {}) : confirm(visit);
    case 'recovery':
    case 'off':
      return isOn ? change(visit, form.get('act') === 'off') : show(visit, {});
    default:
      return show(visit, {});
  }
}

/** A fresh secret, which waits locked until the app has shown that it has it. */
async function begin(visit: Visit): Promise<PageAnswer> {
  const { strapi } = visit;
  const { member } = memberIn(visit);
  const secret = newTotpSecret();
  await endCodes(strapi, 'totp', member.id);
  const setup = await makeCode(strapi, 'totp', { memberId: member.id, payload: { secret } });
  return askFirstCode(visit, { setup, secret }, {});
}

async function askFirstCode(
  visit: Visit,
  { setup, secret }: { setup: string; secret: string },
  faults: Faults
): Promise<PageAnswer> {
  const { t, strapi } = visit;
  const account = await accountOf(strapi, memberIn(visit).member);
  const address = totpAddress(secret, account?.email ?? '');
  return {
    title: t('ตั้งค่าการยืนยันตัวตนสองชั้น', 'Set the second factor up'),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${renderFaults(visit, faults)}
      <ol class="steps">
        <li>
          <p>${t('เปิดแอปยืนยันตัวตนแล้วสแกนรหัสนี้', 'Scan this with your authenticator app')}</p>
          ${await renderQr(address, t('คิวอาร์โค้ดสำหรับแอปยืนยันตัวตน', 'QR code for an authenticator app'))}
          <p class="hint">
            ${t('สแกนไม่ได้ ให้พิมพ์รหัสตั้งค่านี้ในแอป (แบบอิงเวลา)', 'Cannot scan? Type this key into the app (time based):')}
            <br /><code class="secret">${(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
          </p>
        </li>
        <li>
          ${renderForm(
            visit,
            path,
            html`<input type="hidden" name="setup" value="${setup}" />
              <input type="hidden" name="next" value="${nextOf(visit)}" />
              ${codeField(visit, t('รหัส 6 หลักที่แอปแสดง', 'The six digits the app shows'), faults)}
              ${currentPassword(visit, faults)}
              <div class="actions">
                <button class="primary" name="act" value="confirm">
                  ${t('เปิดการยืนยันสองชั้น', 'Turn it on')}
                </button>
                <a href="${path}">${t('ยกเลิก', 'Cancel')}</a>
              </div>`
          )}
        </li>
      </ol>`,
  };
}

function codeField({ t }: Visit, label: string, faults: Faults, id = 'code'): Html {
  return renderField({
    name: 'code',
    id,
    label,
    autocomplete: 'one-time-code',
    maxlength: 25,
    faults: faults.code ? { code: faults.code } : {},
    ...(id === 'code' ? {} : { hint: t('หรือรหัสสำรอง 1 รหัส', 'Or one recovery code') }),
  });
}

async function confirm(visit: Visit): Promise<PageAnswer> {
  const { strapi, form, t, origin, language } = visit;
  const { member, session } = memberIn(visit);
  const setup = field(form, 'setup');
  const found = await peekCode<{ secret: string }>(strapi, 'totp', setup);
  if (found?.memberId !== member.id) return begin(visit);
  const { secret } = found.payload;
  const wrong = await proofFault(visit, await accountOf(strapi, member));
  if (wrong) return askFirstCode(visit, { setup, secret }, { current: wrong });
  const codes = await turnOn(strapi, member, {
    secret,
    code: field(form, 'code'),
    keep: session.id,
    place: { origin, language },
  });
  if (!codes) {
    const code = t(
      'รหัสไม่ถูกต้อง ตรวจว่าเวลาของโทรศัพท์ตรง แล้วกรอกรหัสที่แสดงอยู่ขณะนี้',
      'The code is wrong. See that the telephone’s clock is right, and type the code it shows now.'
    );
    return askFirstCode(visit, { setup, secret }, { code });
  }
  await endCodes(strapi, 'totp', member.id);
  return showRecovery(visit, codes);
}

async function showOn(visit: Visit, faults: Faults): Promise<PageAnswer> {
  const { t, strapi, form } = visit;
  const { member } = memberIn(visit);
  const { isRequired } = await needsSecondFactor(strapi, member);
  const left = await recoveryLeft(strapi, member.id);
  const of = (name: string) => (form.get('act') === name ? faults : {});
  return {
    title: t('ยืนยันตัวตนสองชั้น', 'Second factor'),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${renderFaults(visit, faults)}
      ${renderNotice(
        t(`เปิดอยู่ เหลือรหัสสำรอง ${left} รหัส`, `It is on. ${left} recovery codes are left.`),
        left < 3 ? 'warning' : 'good'
      )}
      <details ${Object.keys(of('recovery')).length > 0 && html`open`}>
        <summary>${t('ขอรหัสสำรองชุดใหม่', 'New recovery codes')}</summary>
        <p class="hint">${t('รหัสสำรองชุดเดิมจะใช้ไม่ได้อีก', 'The old ones work no more.')}</p>
        ${proofForm(visit, 'recovery', of('recovery'), html`<button class="primary">${t('ขอรหัสชุดใหม่', 'Make new codes')}</button>`)}
      </details>
      ${
        isRequired
          ? html`<p class="hint">
              ${t('บทบาทของท่านต้องเปิดการยืนยันสองชั้นไว้ จึงปิดไม่ได้', 'Your role asks for it, so it cannot be turned off.')}
            </p>`
          : html`<details ${Object.keys(of('off')).length > 0 && html`open`}>
              <summary>${t('ปิดการยืนยันสองชั้น', 'Turn it off')}</summary>
              ${proofForm(visit, 'off', of('off'), html`<button class="danger">${t('ปิดการยืนยันสองชั้น', 'Turn it off')}</button>`)}
            </details>`
      }
      <p><a href="/members">${t('กลับไปบัญชีของฉัน', 'Back to my account')}</a></p>`,
  };
}

/** Both proofs again, for somebody else may sit before a browser that was left signed in. */
function proofForm(visit: Visit, act: string, faults: Faults, button: Html): Html {
  const { t } = visit;
  return renderForm(
    visit,
    path,
    html`<input type="hidden" name="act" value="${act}" />
      ${currentPassword(visit, faults, `current-${act}`)}
      ${codeField(visit, t('รหัสจากแอป', 'Code of the app'), faults, `code-${act}`)}
      <div class="actions">${button}</div>`
  );
}

async function change(visit: Visit, isOff: boolean): Promise<PageAnswer> {
  const { strapi, form, t, origin, language } = visit;
  const { member } = memberIn(visit);
  const place = { origin, language };
  if (isOff && (await needsSecondFactor(strapi, member)).isRequired) return show(visit, {});
  const wrong = await proofFault(visit, await accountOf(strapi, member));
  if (wrong) return show(visit, { current: wrong });
  const outcome = await spendCode(strapi, member, field(form, 'code'), place);
  if (outcome !== 'right') {
    const code =
      outcome === 'tooMany'
        ? t('กรอกรหัสผิดหลายครั้งเกินไป โปรดรอ 15 นาที', 'Too many wrong codes. Wait 15 minutes.')
        : t('รหัสไม่ถูกต้อง หรือใช้ไปแล้ว', 'The code is wrong or was used before.');
    return show(visit, { code });
  }
  if (!isOff) return showRecovery(visit, await renewRecovery(strapi, member.id));
  await turnOff(strapi, member, place);
  return {
    title: t('ปิดการยืนยันตัวตนสองชั้นแล้ว', 'The second factor is off'),
    body: html`${renderNotice(
        t('จากนี้การเข้าสู่ระบบใช้รหัสผ่านอย่างเดียว', 'From now on signing in asks for the password alone.'),
        'good'
      )}
      <p><a href="/members">${t('กลับไปบัญชีของฉัน', 'Back to my account')}</a></p>`,
  };
}
