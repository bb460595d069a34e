import { sharedFields, type EditorView } from '../editorial/editor-view';

export const authorityView: EditorView = {
  title: 'name',
  columns: ['name', 'kind', 'code', 'district', 'provinceCode'],
  rows: [
    { name: 12 },
    { kind: 6, code: 6 },
    { provinceCode: 6, district: 6 },
    { population: 6, populationYear: 6 },
    { areaKm2: 6, areaYear: 6 },
    { validFrom: 6, validTo: 6 },
    { successor: 12 },
    { sample: 4 },
  ],
  fields: {
    ...sharedFields,
    name: {
      label: 'ชื่อ อปท.',
      description: 'ชื่อเต็ม เช่น เทศบาลนครสกลนคร พิมพ์เฉพาะชื่อก็ได้ ระบบเติมคำนำหน้าตามประเภทให้',
    },
    kind: { label: 'ประเภท' },
    code: {
      label: 'รหัส อปท.',
      description: '8 หลัก เช่น 03470102 ตัวเลขการคลังอ้างถึงรหัสนี้ เว้นว่างเมื่อยังไม่ทราบ',
    },
    provinceCode: { label: 'จังหวัด' },
    district: {
      label: 'อำเภอหรือเขต',
      description: 'ชื่ออำเภอ เช่น เมืองสกลนคร เว้นว่างได้',
    },
    population: { label: 'ประชากร (คน)', description: 'ตามทะเบียนราษฎร ใช้คำนวณตัวเลขต่อหัว' },
    populationYear: { label: 'ประชากรของปี พ.ศ.' },
    areaKm2: { label: 'พื้นที่ (ตร.กม.)' },
    areaYear: { label: 'พื้นที่ของปี พ.ศ.' },
    validFrom: {
      label: 'ตั้งแต่วันที่',
      description: 'วันที่จัดตั้งหรือเปลี่ยนเป็นประเภทนี้ เว้นว่างเมื่อไม่ทราบ',
    },
    validTo: {
      label: 'ถึงก่อนวันที่',
      description: 'วันแรกที่ไม่มี อปท. นี้แล้ว เพราะยุบ รวม หรือเปลี่ยนประเภท เว้นว่างเมื่อยังมีอยู่',
    },
    successor: {
      label: 'เปลี่ยนเป็น',
      description: 'อปท. ที่รับช่วงต่อ เช่น อบต. ที่ยกฐานะเป็นเทศบาลตำบล',
      shownBy: 'name',
    },
  },
};
