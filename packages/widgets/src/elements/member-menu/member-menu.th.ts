import type { MemberFailure } from '../../client/member-error.js';

/** Words of the member menu. */
export interface MemberMenuTranslation {
  label: string;
  signIn: string;
  signInAgain: (name: string) => string;
  opening: string;
  account: string;
  unread: (count: string) => string;
  board: string;
  signOut: string;
  signOutEverywhere: string;
  newWindow: string;
  failures: Record<MemberFailure, string>;
}

export const th: MemberMenuTranslation = {
  label: 'สมาชิก',
  signIn: 'เข้าสู่ระบบ',
  signInAgain: (name) => `เข้าสู่ระบบอีกครั้ง (${name})`,
  opening: 'ทำต่อในหน้าต่างที่เปิดขึ้น…',
  account: 'บัญชีของฉัน',
  unread: (count) => `มีคำตอบที่ยังไม่อ่าน ${count} รายการ`,
  board: 'ไปที่เว็บบอร์ด',
  signOut: 'ออกจากระบบ',
  signOutEverywhere: 'ออกจากระบบทุกเครื่อง',
  newWindow: '(เปิดหน้าต่างใหม่)',
  failures: {
    signedOut: 'หมดเวลาแล้ว โปรดเข้าสู่ระบบอีกครั้ง',
    blockedWindow: 'เบราว์เซอร์ปิดกั้นหน้าต่างเข้าสู่ระบบ โปรดอนุญาตหน้าต่างป๊อปอัปของเว็บไซต์นี้แล้วกดอีกครั้ง',
    insecure: 'เข้าสู่ระบบจากหน้านี้ไม่ได้ เพราะหน้านี้ไม่ได้ใช้ https โปรดเข้าใช้ที่เว็บไซต์คลังความรู้ e-LAAS',
    refused: 'เข้าสู่ระบบไม่สำเร็จ โปรดลองอีกครั้ง',
    limited: 'มีคำขอมากเกินไป โปรดรอสักครู่แล้วลองใหม่',
    offline: 'เชื่อมต่อคลังความรู้ไม่ได้ โปรดตรวจสอบอินเทอร์เน็ตแล้วลองใหม่',
    server: 'ระบบขัดข้อง โปรดลองใหม่ภายหลัง',
  },
};
