/** Words of the page of one law. */
export interface LawPageTranslation {
  citation: string;
  copyCitation: string;
  copyCitationFailed: string;
  kind: string;
  issuer: string;
  date: string;
  urgency: string;
  effective: string;
  gazette: string;
  menus: string;
  repealedNotice: string;
  useInstead: string;
  noInstead: string;
  amendedNotice: string;
  notYetNotice: (date: string) => string;
  relations: string;
  repealedBy: string;
  amendedBy: string;
  clarifiedBy: string;
  repeals: string;
  amends: string;
  clarifies: string;
  files: string;
}

export const th: LawPageTranslation = {
  citation: 'การอ้างอิงในหนังสือราชการ',
  copyCitation: 'คัดลอกการอ้างอิง',
  copyCitationFailed: 'คัดลอกไม่สำเร็จ โปรดเลือกข้อความแล้วคัดลอกเอง',
  kind: 'ประเภท',
  issuer: 'หน่วยงานที่ออก',
  date: 'ลงวันที่',
  urgency: 'ชั้นความเร็ว',
  effective: 'วันที่มีผลใช้บังคับ',
  gazette: 'ราชกิจจานุเบกษา',
  menus: 'เมนูที่เกี่ยวข้อง',
  repealedNotice: 'ฉบับนี้ถูกยกเลิกแล้ว',
  useInstead: 'ปัจจุบันให้ใช้',
  noInstead: 'โปรดตรวจสอบฉบับที่ใช้บังคับอยู่ก่อนนำไปอ้างอิง',
  amendedNotice: 'ฉบับนี้มีการแก้ไขเพิ่มเติม โปรดอ่านประกอบกับ',
  notYetNotice: (date) => (date ? `ฉบับนี้ยังไม่ใช้บังคับ จะมีผลตั้งแต่วันที่ ${date}` : 'ฉบับนี้ยังไม่ใช้บังคับ'),
  relations: 'ความเกี่ยวข้องกับฉบับอื่น',
  repealedBy: 'ยกเลิกโดย',
  amendedBy: 'แก้ไขเพิ่มเติมโดย',
  clarifiedBy: 'ซักซ้อมหรือชี้แจงโดย',
  repeals: 'ยกเลิกฉบับ',
  amends: 'แก้ไขเพิ่มเติมฉบับ',
  clarifies: 'ซักซ้อมหรือชี้แจงฉบับ',
  files: 'ไฟล์แนบ',
};
