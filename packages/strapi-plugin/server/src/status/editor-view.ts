import { sharedFields, type EditorView } from '../editorial/editor-view';

export const statusView: EditorView = {
  title: 'headline',
  sort: { by: 'startsAt', order: 'DESC' },
  columns: ['headline', 'state', 'startsAt', 'endsAt'],
  rows: [{ headline: 12 }, { state: 4, startsAt: 4, endsAt: 4 }, { advice: 12 }, { sample: 4 }],
  fields: {
    ...sharedFields,
    headline: {
      label: 'ประกาศ',
      placeholder: 'ระบบ e-LAAS ปิดปรับปรุงชั่วคราว',
      description: 'หนึ่งประโยค บอกว่าเกิดอะไรขึ้นกับระบบ ขึ้นบนเว็บไซต์ของ อปท. ทันทีที่ถึงเวลาเริ่ม',
    },
    state: {
      label: 'สถานะ',
      description: 'เมื่อไม่มีประกาศที่อยู่ในช่วงเวลา ผู้อ่านจะเห็นว่าระบบใช้งานได้ตามปกติ',
    },
    startsAt: {
      label: 'เริ่มเมื่อ',
      description: 'เลือกจากปฏิทิน หรือพิมพ์วันที่เป็นปี ค.ศ. ประกาศล่วงหน้าได้ ผู้อ่านเห็นล่วงหน้า 14 วัน',
    },
    endsAt: {
      label: 'คาดว่ากลับเป็นปกติเมื่อ',
      description: 'ประกาศหายไปเองเมื่อถึงเวลานี้ เว้นว่างเมื่อยังไม่ทราบ แล้วกลับมาใส่เมื่อระบบเป็นปกติ',
    },
    advice: {
      label: 'สิ่งที่ควรทำระหว่างนี้',
      description: 'หนึ่งบรรทัดต่อหนึ่งข้อ เช่น จดเลขที่เอกสารไว้ในทะเบียนคุมแล้วบันทึกย้อนหลังเมื่อระบบเปิด',
    },
  },
};
