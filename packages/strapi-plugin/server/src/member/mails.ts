import { writeMail, type Mail, type MailWords } from '../platform/mail-layout';
import type { Language } from '../platform/problem';

/** Where a mail comes from and in which language it is written. */
export interface MailPlace {
  origin: string;
  language: Language;
}

export type Words = Omit<MailWords, 'sender'>;

/** A mail of ours in the language of its reader. */
export function write({ origin, language }: MailPlace, th: Words, en: Words): Mail {
  const sender =
    language === 'en'
      ? { name: 'e-LAAS Knowledge Bank', url: origin }
      : { name: 'คลังความรู้ e-LAAS', url: origin };
  return writeMail({ ...(language === 'en' ? en : th), sender });
}

const ignoreTh = 'หากท่านไม่ได้ทำรายการนี้ ไม่ต้องทำอะไร ระบบจะไม่เปลี่ยนแปลงข้อมูลใด';
const ignoreEn = 'If it was not you, do nothing: nothing will change.';

/** Asks whoever reads the mailbox to confirm a registration. */
export function confirmMail(place: MailPlace, code: string, displayName: string): Mail {
  const url = `${place.origin}/members/confirm?code=${code}`;
  return write(
    place,
    {
      subject: 'ยืนยันอีเมลเพื่อสมัครสมาชิกคลังความรู้ e-LAAS',
      greeting: `เรียน ${displayName}`,
      paragraphs: ['มีผู้ใช้อีเมลนี้สมัครสมาชิกคลังความรู้ e-LAAS โปรดเปิดหน้าด้านล่างแล้วกดปุ่มยืนยันภายใน 60 นาที'],
      action: { label: 'เปิดหน้ายืนยันอีเมล', url },
      notes: [ignoreTh],
    },
    {
      subject: 'Confirm your e-mail address for the e-LAAS Knowledge Bank',
      greeting: `Dear ${displayName},`,
      paragraphs: [
        'Somebody registered with this e-mail address. Open the page below and press its button within 60 minutes.',
      ],
      action: { label: 'Open the confirmation page', url },
      notes: [ignoreEn],
    }
  );
}

/** Tells the owner of an account that somebody registered with the same address. */
export function alreadyMail(place: MailPlace): Mail {
  const url = `${place.origin}/members/sign-in`;
  return write(
    place,
    {
      subject: 'อีเมลนี้เป็นสมาชิกคลังความรู้ e-LAAS อยู่แล้ว',
      greeting: 'เรียน สมาชิก',
      paragraphs: [
        'มีผู้ใช้อีเมลนี้สมัครสมาชิกหรือขอเปลี่ยนอีเมล แต่อีเมลนี้มีบัญชีอยู่แล้ว ท่านเข้าสู่ระบบหรือตั้งรหัสผ่านใหม่ได้จากหน้าด้านล่าง',
      ],
      action: { label: 'เปิดหน้าเข้าสู่ระบบ', url },
      notes: [ignoreTh],
    },
    {
      subject: 'This e-mail address has an account already',
      greeting: 'Dear member,',
      paragraphs: [
        'Somebody registered with this e-mail address, or wanted to change to it, but it has an account already. You can sign in or set a new password.',
      ],
      action: { label: 'Open the sign-in page', url },
      notes: [ignoreEn],
    }
  );
}

export function resetMail(place: MailPlace, code: string): Mail {
  const url = `${place.origin}/members/reset?code=${code}`;
  return write(
    place,
    {
      subject: 'ตั้งรหัสผ่านใหม่ คลังความรู้ e-LAAS',
      greeting: 'เรียน สมาชิก',
      paragraphs: ['มีผู้ขอตั้งรหัสผ่านใหม่ของบัญชีนี้ โปรดเปิดหน้าด้านล่างภายใน 60 นาที'],
      action: { label: 'เปิดหน้าตั้งรหัสผ่านใหม่', url },
      notes: [ignoreTh],
    },
    {
      subject: 'Set a new password, e-LAAS Knowledge Bank',
      greeting: 'Dear member,',
      paragraphs: [
        'Somebody asked for a new password of this account. Open the page within 60 minutes.',
      ],
      action: { label: 'Open the page for a new password', url },
      notes: [ignoreEn],
    }
  );
}

export function changeEmailMail(place: MailPlace, code: string): Mail {
  const url = `${place.origin}/members/email/confirm?code=${code}`;
  return write(
    place,
    {
      subject: 'ยืนยันอีเมลใหม่ คลังความรู้ e-LAAS',
      greeting: 'เรียน สมาชิก',
      paragraphs: ['โปรดเปิดหน้าด้านล่างแล้วกดปุ่มยืนยันภายใน 60 นาที เพื่อใช้อีเมลนี้กับบัญชีของท่าน'],
      action: { label: 'เปิดหน้ายืนยันอีเมลใหม่', url },
      notes: [ignoreTh],
    },
    {
      subject: 'Confirm your new e-mail address, e-LAAS Knowledge Bank',
      greeting: 'Dear member,',
      paragraphs: ['Open the page below and press its button within 60 minutes.'],
      action: { label: 'Open the confirmation page', url },
      notes: [ignoreEn],
    }
  );
}
