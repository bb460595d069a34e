import type { FailureKind } from '../client/service-error.js';

/** Words all elements share. */
export interface Translation {
  loading: string;
  retry: string;
  showMore: string;
  shown: (shown: string, total: string) => string;
  found: (total: string) => string;
  sample: string;
  sampleHint: string;
  savedAt: (time: string) => string;
  time: (dateTime: string) => string;
  pages: (count: string) => string;
  download: (name: string) => string;
  back: string;
  copyLink: string;
  copied: string;
  audience: Readonly<Record<'everyone' | 'local' | 'province' | 'central', string>>;
  appliesTo: Readonly<Record<'both' | 'elaas' | 'newElaas', string>>;
  failure: Readonly<Record<FailureKind, string>>;
}

export const th: Translation = {
  loading: 'กำลังโหลดข้อมูล',
  retry: 'ลองใหม่อีกครั้ง',
  showMore: 'แสดงเพิ่มเติม',
  shown: (shown, total) => `แสดง ${shown} จากทั้งหมด ${total} รายการ`,
  found: (total) => `พบ ${total} รายการ`,
  sample: 'ข้อมูลตัวอย่าง',
  sampleHint: 'เนื้อหานี้จัดทำขึ้นเพื่อเป็นตัวอย่าง ใช้อ้างอิงไม่ได้',
  savedAt: (time) => `ขณะนี้ติดต่อระบบคลังความรู้ไม่ได้ จึงแสดงข้อมูล ณ ${time}`,
  time: (dateTime) => `${dateTime} น.`,
  pages: (count) => `${count} หน้า`,
  download: (name) => `ดาวน์โหลด ${name}`,
  back: 'กลับไปที่รายการ',
  copyLink: 'คัดลอกลิงก์',
  copied: 'คัดลอกแล้ว',
  audience: {
    everyone: 'ทุกกลุ่มผู้ใช้',
    local: 'อปท.',
    province: 'สถจ.',
    central: 'ส่วนกลาง',
  },
  appliesTo: { both: 'e-LAAS และ New e-LAAS', elaas: 'e-LAAS', newElaas: 'New e-LAAS' },
  failure: {
    unset: 'ยังไม่ได้กำหนดที่อยู่ของระบบคลังความรู้ โปรดแจ้งผู้ดูแลเว็บไซต์',
    offline: 'ติดต่อระบบคลังความรู้ไม่ได้ โปรดตรวจสอบการเชื่อมต่ออินเทอร์เน็ต แล้วลองใหม่อีกครั้ง',
    slow: 'ระบบคลังความรู้ใช้เวลาตอบนานกว่าปกติ โปรดรอสักครู่ แล้วลองใหม่อีกครั้ง',
    notFound: 'ไม่พบเนื้อหานี้ อาจถูกย้ายหรือยกเลิกการเผยแพร่แล้ว',
    refused: 'ระบบคลังความรู้ไม่รับคำขอนี้ โปรดแจ้งผู้ดูแลเว็บไซต์',
    limited: 'มีคำขอจากเครือข่ายของท่านมากเกินกำหนด โปรดรอสักครู่ แล้วลองใหม่อีกครั้ง',
    invalid: 'ข้อมูลที่ได้รับจากระบบคลังความรู้ไม่สมบูรณ์ โปรดลองใหม่อีกครั้งในภายหลัง',
    server: 'ระบบคลังความรู้ขัดข้องชั่วคราว โปรดลองใหม่อีกครั้งในภายหลัง',
  },
};
