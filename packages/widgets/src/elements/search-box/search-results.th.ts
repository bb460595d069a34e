import type { LawStatus, SearchHit } from '@km-laas/contract';

/** Words of what was found. */
export interface ResultsTranslation {
  label: string;
  found: (count: string, query: string) => string;
  instead: (used: string) => string;
  abbreviation: (used: string) => string;
  verbatim: (typed: string) => string;
  service: string;
  all: string;
  topic: string;
  allTopics: string;
  readers: string;
  allReaders: string;
  year: string;
  allYears: string;
  clearFilters: string;
  close: string;
  section: (heading: string) => string;
  openAtPage: (page: string) => string;
  openFile: string;
  repealed: string;
  empty: (query: string) => string;
  tryShorter: string;
  tryNumber: string;
  tryMessage: string;
  match: Readonly<Record<Exclude<SearchHit['match'], 'words'>, string>>;
  statuses: Readonly<Record<LawStatus, string>>;
}

export const th: ResultsTranslation = {
  label: 'ผลการค้นหา',
  found: (count, query) => `พบ ${count} รายการ สำหรับ “${query}”`,
  instead: (used) => `แสดงผลสำหรับ “${used}”`,
  abbreviation: (used) => `แสดงผลของคำเต็ม “${used}” ด้วย`,
  verbatim: (typed) => `ค้นหา “${typed}” ตามที่พิมพ์แทน`,
  service: 'บริการ',
  all: 'ทั้งหมด',
  topic: 'เมนูของระบบ',
  allTopics: 'ทุกเมนู',
  readers: 'กลุ่มผู้ใช้',
  allReaders: 'ทุกกลุ่ม',
  year: 'ปี พ.ศ.',
  allYears: 'ทุกปี',
  clearFilters: 'ล้างตัวกรอง',
  close: 'ปิดผลการค้นหา',
  section: (heading) => `ในหัวข้อ ${heading}`,
  openAtPage: (page) => `เปิดที่หน้า ${page}`,
  openFile: 'เปิดไฟล์',
  repealed: 'ฉบับนี้ถูกยกเลิกแล้ว โปรดตรวจสอบฉบับที่ใช้แทนก่อนนำไปอ้างอิง',
  empty: (query) => `ไม่พบผลลัพธ์สำหรับ “${query}”`,
  tryShorter: 'ลองใช้คำที่สั้นลง หรือคำอื่นที่มีความหมายใกล้เคียงกัน',
  tryNumber: 'หากต้องการหนังสือสั่งการ พิมพ์เลขที่หนังสือ เช่น ว 5912',
  tryMessage: 'หากระบบแจ้งข้อผิดพลาด คัดลอกข้อความบนหน้าจอมาวางได้ทั้งข้อความ',
  match: { letterNumber: 'ตรงกับเลขที่หนังสือ', errorMessage: 'ตรงกับข้อความที่ระบบแจ้ง' },
  statuses: {
    inForce: 'ใช้บังคับ',
    amended: 'แก้ไขเพิ่มเติม',
    repealed: 'ยกเลิก',
    notYetInForce: 'ยังไม่ใช้บังคับ',
  },
};
