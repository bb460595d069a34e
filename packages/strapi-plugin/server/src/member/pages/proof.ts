import { clearLimit, countTry } from '../../platform/shared-limit';
import { isPasswordOf, tidyEmail, type UserAccount } from '../accounts';
import { limits } from '../limits';
import { renderField } from './form-parts';
import type { Html } from './html';
import type { Faults, Visit } from './page';

/**
 * What is wrong with the password a member typed to prove who it is; tries count as at a sign-in,
 * for somebody else may sit before a browser that was left signed in.
 */
export async function proofFault(
  { strapi, form, t }: Visit,
  account: UserAccount | null
): Promise<string | null> {
  const key = tidyEmail(account?.email ?? '');
  const { isUsedUp } = await countTry(strapi, limits.password, key);
  if (isUsedUp) return t('ลองรหัสผ่านหลายครั้งเกินไป โปรดรอ 15 นาที', 'Too many tries. Wait 15 minutes.');
  if (!(await isPasswordOf(strapi, account, form.get('current') ?? ''))) {
    return t('รหัสผ่านปัจจุบันไม่ถูกต้อง', 'The present password is not right.');
  }
  await clearLimit(strapi, limits.password, key);
  return null;
}

export function currentPassword({ t }: Visit, faults: Faults, id = 'current'): Html {
  return renderField({
    name: 'current',
    id,
    type: 'password',
    label: t('รหัสผ่านปัจจุบัน', 'Present password'),
    autocomplete: 'current-password',
    faults,
  });
}

/** The field for a new password. */
export function newPassword({ t }: Visit, faults: Faults): Html {
  return renderField({
    name: 'password',
    type: 'password',
    label: t('รหัสผ่านใหม่', 'New password'),
    hint: t('อย่างน้อย 10 ตัวอักษร', 'At least 10 characters'),
    autocomplete: 'new-password',
    faults,
  });
}
