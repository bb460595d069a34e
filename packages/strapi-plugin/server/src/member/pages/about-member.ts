import { z } from 'zod';
import { nameFault, nameKey } from '../display-name';
import { privacyNoticeVersion } from '../privacy-notice';
import { from } from '../tables';
import { renderCheck, renderField } from './form-parts';
import { html, type Html } from './html';
import { field, inWords, type Faults, type Visit } from './page';

export const positionShape = z.string().min(2).max(120);

/** What a new member tells about themselves, however they proved the e-mail address. */
export function renderAbout(visit: Visit, faults: Faults): Html {
  const { t, form } = visit;
  const text = (name: string) => form.get(name) ?? '';
  return html`
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
  `;
}

/** What a new member agrees to: the privacy notice, and mail apart from it. */
export function renderConsents(visit: Visit, faults: Faults): Html {
  const { t, form } = visit;
  const text = (name: string) => form.get(name) ?? '';
  return html`
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
  `;
}

function privacyLabel({ t }: Visit): Html {
  return html`${t('ฉันได้อ่านและยอมรับ', 'I have read and accept the')}
    <a href="/privacy" target="_blank" rel="noopener"
      >${t('ประกาศความเป็นส่วนตัว', 'privacy notice')}</a
    >
    (${t('ฉบับ', 'version')} ${privacyNoticeVersion})`;
}

/** What is wrong with {@link renderAbout} and {@link renderConsents} as they were filled in. */
export async function aboutFaults(visit: Visit): Promise<Faults> {
  const { form, t } = visit;
  const faults: Faults = {};
  const displayName = field(form, 'displayName');
  const name = nameFault(displayName);
  if (name) faults.displayName = inWords(visit, name);
  else if (await isNameTaken(visit, displayName)) faults.displayName = nameTaken(visit);
  if (!positionShape.safeParse(field(form, 'position')).success) {
    faults.position = t('กรอกตำแหน่ง 2 ถึง 120 ตัวอักษร', 'Tell your position in 2 to 120 characters.');
  }
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
