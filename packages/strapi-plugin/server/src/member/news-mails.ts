import type { Mail } from '../platform/mail-layout';
import type { Language } from '../platform/problem';
import { write, type MailPlace, type Words } from './mails';

/** Things done to an account that its owner must hear of. */
export type AccountNews =
  | 'passwordChanged'
  | 'emailChanged'
  | 'deleted'
  | 'approved'
  | 'refused'
  | 'suspended'
  | 'blocked'
  | 'reinstated'
  | 'signedOut'
  | 'appointed'
  | 'secondFactorOn'
  | 'secondFactorOff'
  | 'codesTried'
  | 'identityAdded';

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
  suspended: {
    th: ['บัญชีของท่านถูกพักการใช้งานเว็บบอร์ด', 'ท่านยังอ่านเว็บบอร์ดได้ แต่ตั้งกระทู้และตอบไม่ได้จนถึงเวลาที่กำหนด'],
    en: [
      'Your account is suspended from the webboard',
      'You can still read, but neither ask nor answer until the time named below.',
    ],
  },
  blocked: {
    th: [
      'บัญชีของท่านถูกระงับการใช้งาน',
      'ท่านเข้าสู่ระบบด้วยบัญชีนี้ไม่ได้อีก หากเห็นว่าไม่ถูกต้อง โปรดติดต่อเจ้าหน้าที่จากหน้าติดต่อเรา',
    ],
    en: [
      'Your account has been blocked',
      'You cannot sign in with it any more. If you think this is a mistake, contact us.',
    ],
  },
  reinstated: {
    th: ['บัญชีของท่านกลับมาใช้งานได้แล้ว', 'ท่านเข้าสู่ระบบและใช้เว็บบอร์ดได้ตามปกติ'],
    en: ['Your account works again', 'You can sign in and use the webboard as before.'],
  },
  signedOut: {
    th: [
      'บัญชีของท่านถูกออกจากระบบทุกเครื่อง',
      'เจ้าหน้าที่ให้บัญชีนี้ออกจากระบบในทุกเครื่องและทุกเว็บไซต์ โปรดเข้าสู่ระบบใหม่',
    ],
    en: [
      'Your account was signed out everywhere',
      'An officer signed this account out on every machine and every site. Sign in again.',
    ],
  },
  appointed: {
    th: ['บทบาทของท่านในคลังความรู้เปลี่ยนแล้ว', 'เจ้าหน้าที่ปรับบทบาทของบัญชีนี้เป็นดังนี้'],
    en: ['Your role has changed', 'An officer changed the role of this account to the following.'],
  },
  secondFactorOn: {
    th: [
      'เปิดการยืนยันตัวตนสองชั้นแล้ว',
      'จากนี้การเข้าสู่ระบบจะถามรหัสจากแอปยืนยันตัวตนด้วย หากท่านไม่ได้เป็นผู้เปิด โปรดตั้งรหัสผ่านใหม่ทันทีและติดต่อเจ้าหน้าที่',
    ],
    en: [
      'The second factor is on',
      'From now on signing in asks for a code of your authenticator app too. If it was not you, set a new password at once and contact us.',
    ],
  },
  secondFactorOff: {
    th: [
      'ปิดการยืนยันตัวตนสองชั้นแล้ว',
      'จากนี้การเข้าสู่ระบบใช้รหัสผ่านอย่างเดียว หากท่านไม่ได้เป็นผู้ขอปิด โปรดตั้งรหัสผ่านใหม่ทันทีและติดต่อเจ้าหน้าที่',
    ],
    en: [
      'The second factor is off',
      'From now on signing in asks for the password alone. If you did not want this, set a new password at once and contact us.',
    ],
  },
  codesTried: {
    th: [
      'มีผู้ลองรหัสยืนยันตัวตนของท่านหลายครั้ง',
      'มีผู้กรอกรหัสผ่านของบัญชีนี้ถูกต้อง แต่กรอกรหัสยืนยันตัวตนผิดหลายครั้ง หากไม่ใช่ท่าน โปรดตั้งรหัสผ่านใหม่ทันที',
    ],
    en: [
      'Somebody tried many codes for your account',
      'Somebody gave the right password of this account and several wrong codes. If it was not you, set a new password at once.',
    ],
  },
  identityAdded: {
    th: [
      'เชื่อมบัญชีสำหรับเข้าสู่ระบบแล้ว',
      'บัญชีนี้เข้าสู่ระบบผ่านผู้ให้บริการยืนยันตัวตนด้านล่างได้แล้ว หากท่านไม่ได้เป็นผู้เชื่อม โปรดตั้งรหัสผ่านใหม่ทันทีและยกเลิกการเชื่อมในหน้าบัญชีของฉัน',
    ],
    en: [
      'Another way to sign in was added',
      'This account can be entered by the provider named below. If it was not you, set a new password at once and take it off in your account.',
    ],
  },
};

/** What a piece of news says besides its own words. */
export interface NewsDetails {
  reason?: string | undefined;
  /** Lines after the text, in the language of the mail. */
  lines?: readonly string[];
}

export function newsMail(
  place: MailPlace,
  what: AccountNews,
  { reason, lines = [] }: NewsDetails = {}
): Mail {
  const words = (language: Language, greeting: string): Words => {
    const [subject, text] = news[what][language];
    const why = language === 'en' ? `Reason: ${reason}` : `เหตุผล: ${reason}`;
    return { subject, greeting, paragraphs: [text, ...lines, ...(reason ? [why] : [])] };
  };
  return write(place, words('th', 'เรียน สมาชิก'), words('en', 'Dear member,'));
}
