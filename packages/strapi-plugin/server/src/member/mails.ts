import { writeMail, type Mail, type MailWords } from '../platform/mail-layout';
import type { Language } from '../platform/problem';

/** Where a mail comes from and in which language it is written. */
export interface MailPlace {
  origin: string;
  language: Language;
}

type Words = Omit<MailWords, 'sender'>;

function write({ origin, language }: MailPlace, th: Words, en: Words): Mail {
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

/** Things done to an account that its owner must hear of. */
export type AccountNews = 'passwordChanged' | 'emailChanged' | 'deleted' | 'approved' | 'refused';

const news: Record<AccountNews, Record<Language, [subject: string, text: string]>> = {
  passwordChanged: {
    th: [
      'รหัสผ่านของท่านถูกเปลี่ยนแล้ว',
      'รหัสผ่านของบัญชีนี้ถูกเปลี่ยน และออกจากระบบในเครื่องอื่นทั้งหมดแล้ว หากท่านไม่ได้ทำ โปรดตั้งรหัสผ่านใหม่ทันทีจากหน้าเข้าสู่ระบบ',
    ],
    en: [
      'Your password has been changed',
      'The password of this account was changed and every other machine was signed out. If it was not you, set a new password at once.',
    ],
  },
  emailChanged: {
    th: [
      'อีเมลของบัญชีถูกเปลี่ยนแล้ว',
      'บัญชีที่เคยใช้อีเมลนี้เปลี่ยนไปใช้อีเมลอื่นแล้ว หากท่านไม่ได้ทำ โปรดติดต่อเจ้าหน้าที่ทันทีจากหน้าติดต่อเรา',
    ],
    en: [
      'The e-mail address of your account has been changed',
      'The account that used this address uses another one now. If it was not you, contact us at once.',
    ],
  },
  deleted: {
    th: [
      'ลบบัญชีเรียบร้อยแล้ว',
      'บัญชีที่ใช้อีเมลนี้ถูกลบแล้ว ข้อความที่เคยโพสต์ไม่แสดงชื่อของท่านอีก ข้อมูลจราจรทางคอมพิวเตอร์เก็บไว้ตามระยะเวลาที่กฎหมายกำหนด',
    ],
    en: [
      'Your account has been deleted',
      'The account of this address has been deleted. What you posted no longer shows your name. Traffic data is kept for as long as the law asks.',
    ],
  },
  approved: {
    th: ['บัญชีของท่านได้รับอนุมัติแล้ว', 'ท่านเข้าสู่ระบบและใช้เว็บบอร์ดได้แล้ว'],
    en: ['Your account has been approved', 'You can sign in and use the webboard now.'],
  },
  refused: {
    th: ['บัญชีของท่านไม่ได้รับอนุมัติ', 'คำขอสมัครสมาชิกไม่ได้รับอนุมัติ และข้อมูลที่ท่านกรอกถูกลบแล้ว'],
    en: [
      'Your account was not approved',
      'Your registration was not approved, and what you told us has been deleted.',
    ],
  },
};

export function newsMail(place: MailPlace, what: AccountNews, reason = ''): Mail {
  const words = (language: Language, greeting: string): Words => {
    const [subject, text] = news[what][language];
    return { subject, greeting, paragraphs: [text, ...(reason ? [reason] : [])] };
  };
  return write(place, words('th', 'เรียน สมาชิก'), words('en', 'Dear member,'));
}
