import type { SampleUpdate } from '../types';

/** Releases of the calendar year 2569 of the Buddhist era. */
export const updates2569: SampleUpdate[] = [
  {
    key: 'release-2569-01',
    date: '2026-01-13',
    title: 'ปรับปรุงการรับเงินอุดหนุนทั่วไปและภาษีจัดสรร',
    audience: 'local',
    items: [
      {
        menu: 'revenue-grant',
        kind: 'new',
        roles: ['เจ้าหน้าที่การเงิน', 'เจ้าหน้าที่บัญชี'],
        description:
          'เมื่อส่วนกลางนำเข้าข้อมูลการโอนจัดสรร อปท. เลือกรายการเพื่อออกใบเสร็จรับเงินได้ทันที ไม่ต้องพิมพ์เลขที่หนังสือและจำนวนเงินเอง',
        manual: 'grant-receipt',
      },
      {
        menu: 'revenue-grant',
        kind: 'changed',
        roles: ['เจ้าหน้าที่บัญชี'],
        description: 'แยกรายการที่กรมบัญชีกลางจ่ายแทน อปท. ออกจากรายการที่เงินเข้าบัญชี อปท.',
        manual: 'grant-receipt',
      },
      {
        menu: 'revenue-remittance',
        kind: 'fixed',
        roles: ['เจ้าหน้าที่การเงิน'],
        description: 'แก้ไขการค้นหาใบนำส่งเงินสถานะยังไม่สรุป ให้ค้นข้ามเดือนได้',
        manual: 'receipt',
      },
    ],
  },
  {
    key: 'release-2569-02',
    date: '2026-03-17',
    title: 'ปรับปรุงการจัดการผู้ใช้งานและรายงานสิทธิ',
    audience: 'local',
    items: [
      {
        menu: 'database-user',
        kind: 'new',
        roles: ['ผู้ดูแลระบบของ อปท.', 'ปลัด อปท.'],
        description: 'เพิ่มรายงานผู้ใช้งานและสิทธิสำหรับเทียบกับคำสั่งแบ่งงานและเสนอผู้บริหารท้องถิ่น',
        manual: 'users',
      },
      {
        menu: 'database-user',
        kind: 'changed',
        roles: ['ผู้ดูแลระบบของ อปท.'],
        description: 'เพิ่มสิทธิจัดทำฎีกาและเรียกดูงบประมาณของกองตนเองให้กลุ่มเจ้าหน้าที่ธุรการกอง',
        manual: 'users',
      },
    ],
  },
  {
    key: 'release-2569-03',
    date: '2026-05-19',
    title: 'ปรับปรุงระบบงบประมาณก่อนการจัดทำงบประมาณรายจ่ายประจำปี',
    audience: 'local',
    items: [
      {
        menu: 'budget-base-data',
        kind: 'new',
        roles: ['เจ้าหน้าที่งบประมาณ'],
        description: 'เพิ่มปุ่มคัดลอกฐานข้อมูลจากปีก่อน และทำเครื่องหมายรายการที่ยังไม่ได้ตรวจสอบ',
        manual: 'budget-annual',
      },
      {
        menu: 'budget-expenditure-estimate',
        kind: 'changed',
        roles: ['เจ้าหน้าที่งบประมาณ', 'ผู้อำนวยการกองคลัง'],
        description: 'แสดงยอดประมาณการรายรับและรายจ่ายคู่กันขณะบันทึก และเตือนทันทีเมื่อรายจ่ายสูงกว่ารายรับ',
        manual: 'budget-annual',
      },
      {
        menu: 'budget-statement',
        kind: 'fixed',
        roles: ['เจ้าหน้าที่งบประมาณ'],
        description: 'แก้ไขตัวเลขเปรียบเทียบสามปีในคำแถลงงบประมาณที่ไม่ปรับตามการแก้ไขล่าสุด',
        manual: 'budget-annual',
      },
      {
        menu: 'access-computer',
        kind: 'fixed',
        roles: ['ผู้ใช้งานทุกคน'],
        description: 'แก้ไขสระและวรรณยุกต์ลอยในรายงาน PDF โดยฝังแบบอักษรไว้ในไฟล์',
      },
    ],
  },
  {
    key: 'release-2569-04',
    date: '2026-07-14',
    title: 'ปรับปรุงการโอนและแก้ไขเปลี่ยนแปลงคำชี้แจงงบประมาณ',
    audience: 'local',
    items: [
      {
        menu: 'budget-transfer',
        kind: 'changed',
        roles: ['เจ้าหน้าที่งบประมาณ'],
        description:
          'หน้าแก้ไขคำชี้แจงแสดงข้อความเดิมด้านซ้ายคู่กับช่องกรอกข้อความใหม่ด้านขวา เพื่อให้ผู้อนุมัติเปรียบเทียบได้',
        manual: 'budget-transfer',
      },
      {
        menu: 'budget-transfer',
        kind: 'new',
        roles: ['เจ้าหน้าที่งบประมาณ', 'ผู้อำนวยการกองคลัง'],
        description: 'ระบบขอให้แนบสำเนารายงานการประชุมสภาเมื่อเลือกผู้อนุมัติเป็นสภาท้องถิ่น',
        manual: 'budget-transfer',
      },
      {
        menu: 'budget-transfer',
        kind: 'removed',
        roles: ['เจ้าหน้าที่งบประมาณ'],
        description: 'ยกเลิกปุ่มอนุมัติแบบไม่ระบุวันที่ ต้องบันทึกวันที่อนุมัติตามเอกสารทุกครั้ง',
        manual: 'budget-transfer',
      },
    ],
  },
  {
    key: 'release-2569-05',
    date: '2026-09-01',
    title: 'เตรียมการปิดบัญชีประจำปี: เงินกันและการตรวจสอบความพร้อม',
    audience: 'local',
    items: [
      {
        menu: 'expenditure-carry-over',
        kind: 'changed',
        roles: ['เจ้าหน้าที่การเงิน', 'เจ้าหน้าที่งบประมาณ'],
        description:
          'แยกแถบกันเงินงบประมาณปีเก่าและแถบกันเงินอุดหนุนระบุวัตถุประสงค์ปีเก่า เพื่อลดการเลือกแหล่งเงินผิด',
        manual: 'carry-over',
      },
      {
        menu: 'expenditure-carry-over',
        kind: 'new',
        roles: ['เจ้าหน้าที่การเงิน'],
        description: 'แจ้งเตือนเงินกันที่จะครบกำหนดเบิกจ่ายภายใน 30 วัน และเพิ่มปุ่มบันทึกขยายเวลาเบิกจ่าย',
        manual: 'carry-over',
      },
      {
        menu: 'accounting-closing',
        kind: 'new',
        roles: ['เจ้าหน้าที่บัญชี', 'ผู้อำนวยการกองคลัง'],
        description: 'ปุ่มตรวจสอบความพร้อมแสดงผลผ่านหรือไม่ผ่านรายข้อ พร้อมลิงก์ไปเมนูที่ต้องแก้ไข',
        manual: 'closing',
      },
      {
        menu: 'accounting-journal',
        kind: 'fixed',
        roles: ['เจ้าหน้าที่บัญชี'],
        description: 'แก้ไขใบผ่านรายการบัญชีที่ยกเลิกแล้วยังปรากฏในงบทดลองก่อนปรับปรุง',
        manual: 'journal',
      },
      {
        menu: 'database-fiscal-year',
        kind: 'changed',
        roles: ['ผู้ดูแลระบบของ อปท.'],
        description: 'สร้างงวดบัญชีครบ 12 งวดในครั้งเดียวเมื่อเพิ่มปีงบประมาณใหม่',
        manual: 'fiscal-year',
      },
    ],
  },
  {
    key: 'release-2569-06',
    date: '2026-11-03',
    title: 'ปรับปรุงหน้าจอติดตามและการรายงานสำหรับ สถจ.',
    audience: 'province',
    items: [
      {
        menu: 'monitoring',
        kind: 'changed',
        roles: ['เจ้าหน้าที่ สถจ.'],
        description: 'แสดงวันเวลาประมวลผลล่าสุดทุกหน้าจอ และแยกรายการร่างออกจากรายการที่อนุมัติแล้ว',
        manual: 'monitoring',
      },
      {
        menu: 'monitoring',
        kind: 'fixed',
        roles: ['เจ้าหน้าที่ สถจ.', 'ท้องถิ่นจังหวัด'],
        description: 'แก้ไขการนับ อปท. ที่เปลี่ยนแปลงฐานะและได้รับรหัสใหม่ซ้ำในตารางสรุป',
        manual: 'monitoring',
      },
      {
        menu: 'knowledge',
        kind: 'new',
        roles: ['เจ้าหน้าที่ สถจ.'],
        description: 'เพิ่มลิงก์จากขั้นตอนที่ค้างไปยังคู่มือและคำถามที่พบบ่อยในคลังความรู้',
        manual: 'knowledge',
      },
    ],
  },
];
