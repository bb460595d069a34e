import type { FailureKind } from '../client/service-error.js';

/** Words all elements share. */
export interface Translation {
  loading: string;
  retry: string;
  showMore: string;
  shown: (shown: string, total: string) => string;
  sample: string;
  savedAt: (time: string) => string;
  asOf: (time: string) => string;
  time: (date: string, clock: string) => string;
  pages: (count: string) => string;
  back: string;
  copyLink: string;
  copied: string;
  copyLinkFailed: string;
  print: string;
  audience: Readonly<Record<'everyone' | 'local' | 'province' | 'central', string>>;
  appliesTo: Readonly<Record<'both' | 'elaas' | 'newElaas', string>>;
  failure: Readonly<Record<FailureKind, string>>;
}

export const th: Translation = {
  loading: 'กำลังโหลดข้อมูล',
  retry: 'ลองใหม่อีกครั้ง',
  showMore: 'แสดงเพิ่มเติม',
  shown: (shown, total) => `แสดง ${shown} จากทั้งหมด ${total} รายการ`,
  sample: 'ข้อมูลตัวอย่าง',
  savedAt: (time) => `ขณะนี้ติดต่อระบบคลังความรู้ไม่ได้ จึงแสดงข้อมูล ณ ${time}`,
  asOf: (time) => `ข้อมูล ณ ${time}`,
  time: (date, clock) => `${date} เวลา ${clock.replace(':', '.')} น.`,
  pages: (count) => `${count} หน้า`,
  back: 'กลับไปที่รายการ',
  copyLink: 'คัดลอกลิงก์',
  copied: 'คัดลอกแล้ว',
  copyLinkFailed: 'คัดลอกไม่สำเร็จ ใช้ลิงก์ในแถบที่อยู่แทนได้',
  print: 'พิมพ์',
  audience: {
    everyone: 'ทุกกลุ่มผู้ใช้',
    local: 'อปท.',
    province: 'สถจ.',
    central: 'ส่วนกลาง',
  },
  appliesTo: { both: 'e-LAAS และ New e-LAAS', elaas: 'e-LAAS', newElaas: 'New e-LAAS' },
  failure: {
    offline: 'ติดต่อระบบคลังความรู้ไม่ได้ โปรดตรวจสอบอินเทอร์เน็ต แล้วลองใหม่อีกครั้ง',
    slow: 'ระบบคลังความรู้ใช้เวลาตอบนานกว่าปกติ โปรดรอสักครู่ แล้วลองใหม่อีกครั้ง',
    notFound: 'ไม่พบเนื้อหานี้ อาจถูกย้ายหรือยกเลิกการเผยแพร่แล้ว',
    misused: 'หน้าเว็บนี้ตั้งค่าไม่ถูกต้อง โปรดแจ้งผู้ดูแลเว็บไซต์',
    limited: 'มีคำขอจากเครือข่ายของท่านมากเกินไป โปรดรอสักครู่ แล้วลองใหม่อีกครั้ง',
    invalid: 'ระบบคลังความรู้ส่งข้อมูลไม่สมบูรณ์ โปรดลองใหม่อีกครั้งในภายหลัง',
    server: 'ระบบคลังความรู้ขัดข้องชั่วคราว โปรดลองใหม่อีกครั้งในภายหลัง',
  },
};
