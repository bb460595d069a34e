import type { SubsidyType } from '@km-laas/contract';
import { searchKey } from '@km-laas/thai';

/** A kind of general subsidy and how officers write it. */
export interface SubsidyKind extends SubsidyType {
  /** Other ways officers write it in a list. */
  aliases: readonly string[];
  /** Whether its lines count people (จำนวนคน), as allowances do. */
  perHead: boolean;
}

const kind = (
  code: string,
  nameTh: string,
  nameEn: string,
  aliases: readonly string[] = [],
  perHead = false
): SubsidyKind => ({ code, nameTh, nameEn, aliases, perHead });

/**
 * General subsidies (เงินอุดหนุนทั่วไป) that the Department of Local Administration transfers, in the
 * order its lists have them: allowances, food at school, education, child centres, health, others.
 *
 * A code is public and never changes its meaning; names follow the department's letters.
 */
export const subsidyKinds: readonly SubsidyKind[] = [
  kind(
    'elderly',
    'เบี้ยยังชีพผู้สูงอายุ',
    'Old-age allowance',
    ['เบี้ยผู้สูงอายุ', 'ผู้สูงอายุ', 'การสร้างหลักประกันด้านรายได้แก่ผู้สูงอายุ', 'สงเคราะห์เบี้ยยังชีพผู้สูงอายุ'],
    true
  ),
  kind(
    'disability',
    'เบี้ยความพิการ',
    'Disability allowance',
    [
      'เบี้ยคนพิการ',
      'เบี้ยยังชีพคนพิการ',
      'เบี้ยยังชีพความพิการ',
      'คนพิการ',
      'การเสริมสร้างสวัสดิการทางสังคมให้แก่ผู้พิการหรือทุพพลภาพ',
      'สงเคราะห์เบี้ยความพิการ',
    ],
    true
  ),
  kind(
    'aids',
    'เบี้ยยังชีพผู้ป่วยเอดส์',
    'AIDS patient allowance',
    ['เบี้ยผู้ป่วยเอดส์', 'เบี้ยยังชีพผู้ติดเชื้อเอดส์', 'ผู้ป่วยเอดส์', 'สงเคราะห์เบี้ยยังชีพผู้ป่วยเอดส์'],
    true
  ),
  kind(
    'school-lunch',
    'อาหารกลางวัน',
    'School lunch',
    ['ค่าอาหารกลางวัน', 'อาหารกลางวันนักเรียน', 'โครงการอาหารกลางวัน'],
    true
  ),
  kind(
    'school-milk',
    'อาหารเสริม (นม)',
    'School milk',
    ['นม', 'นมโรงเรียน', 'อาหารเสริมนม', 'ค่าอาหารเสริม (นม)'],
    true
  ),
  kind(
    'teacher-salary',
    'การจัดการศึกษาภาคบังคับ (เงินเดือนครูและค่าจ้างประจำ)',
    'Compulsory education: teachers’ salaries and permanent wages',
    [
      'เงินเดือนครูและค่าจ้างประจำ',
      'เงินเดือนครู',
      'การจัดการศึกษาภาคบังคับ (เงินเดือนครู/ค่าจ้างประจำ)',
      'จัดการศึกษาภาคบังคับ',
    ]
  ),
  kind(
    'teacher-housing',
    'การจัดการศึกษาภาคบังคับ (ค่าเช่าบ้าน)',
    'Compulsory education: housing allowance',
    ['ค่าเช่าบ้านครู', 'ค่าเช่าบ้านข้าราชการครู', 'ค่าเช่าบ้าน']
  ),
  kind(
    'teacher-children',
    'การจัดการศึกษาภาคบังคับ (ค่าการศึกษาบุตร)',
    'Compulsory education: children’s education allowance',
    ['ค่าการศึกษาบุตร', 'เงินช่วยเหลือการศึกษาบุตร', 'การศึกษาบุตร']
  ),
  kind(
    'teacher-pension',
    'การจัดการศึกษาภาคบังคับ (บำเหน็จบำนาญ)',
    'Compulsory education: gratuities and pensions',
    ['บำเหน็จบำนาญ', 'บำเหน็จ บำนาญ', 'บำเหน็จบำนาญครู']
  ),
  kind('education-potential', 'ส่งเสริมศักยภาพการจัดการศึกษาท้องถิ่น', 'Strengthening of local education', [
    'ส่งเสริมศักยภาพการจัดการศึกษา',
    'การส่งเสริมศักยภาพการจัดการศึกษาท้องถิ่น',
    'การจัดการศึกษาท้องถิ่น',
  ]),
  kind(
    'disadvantaged-children',
    'เด็กด้อยโอกาส',
    'Disadvantaged children',
    ['การศึกษาสำหรับเด็กด้อยโอกาส', 'นักเรียนด้อยโอกาส'],
    true
  ),
  kind(
    'child-centre-staff',
    'ศูนย์พัฒนาเด็กเล็ก (เงินเดือน ค่าตอบแทน ค่าครองชีพ และสวัสดิการ)',
    'Child development centres: pay and welfare of staff',
    [
      'ศูนย์พัฒนาเด็กเล็ก (เงินเดือน ค่าตอบแทน ค่าครองชีพ สวัสดิการ)',
      'ศูนย์พัฒนาเด็กเล็ก (เงินเดือน)',
      'ค่าตอบแทนผู้ดูแลเด็ก',
      'ศพด. (เงินเดือน)',
      'ศูนย์พัฒนาเด็กเล็ก (เงินเดือน ค่าตอบแทน)',
    ]
  ),
  kind(
    'child-centre-teaching',
    'ศูนย์พัฒนาเด็กเล็ก (ค่าจัดการเรียนการสอน)',
    'Child development centres: teaching',
    [
      'ศูนย์พัฒนาเด็กเล็ก (จัดการเรียนการสอน)',
      'ค่าจัดการเรียนการสอนศูนย์พัฒนาเด็กเล็ก',
      'ศูนย์พัฒนาเด็กเล็ก (สื่อการเรียนการสอน)',
      'ศพด. (จัดการเรียนการสอน)',
    ],
    true
  ),
  kind(
    'health-volunteers',
    'ค่าป่วยการอาสาสมัครสาธารณสุขประจำหมู่บ้าน (อสม.)',
    'Village health volunteers',
    ['อสม', 'อสม.', 'ค่าป่วยการ อสม.', 'การพัฒนาศักยภาพอาสาสมัครสาธารณสุข', 'อาสาสมัครสาธารณสุขประจำหมู่บ้าน'],
    true
  ),
  kind('royal-health', 'โครงการพระราชดำริด้านสาธารณสุข', 'Royal initiatives in public health', [
    'พระราชดำริด้านสาธารณสุข',
    'แนวทางโครงการพระราชดำริด้านสาธารณสุข',
  ]),
  kind(
    'health-stations',
    'โรงพยาบาลส่งเสริมสุขภาพตำบลที่ถ่ายโอน (รพ.สต.)',
    'Transferred subdistrict health hospitals',
    [
      'รพ.สต.',
      'รพ.สต. ถ่ายโอน',
      'รพสต',
      'รพสต ถ่ายโอน',
      'โรงพยาบาลส่งเสริมสุขภาพตำบล',
      'สถานีอนามัยถ่ายโอน',
    ]
  ),
  kind('elderly-homes', 'สถานสงเคราะห์คนชรา', 'Homes for the aged', [
    'ศูนย์บริการทางสังคมผู้สูงอายุ',
    'สถานสงเคราะห์คนชราถ่ายโอน',
  ]),
  kind('stadiums', 'สนามกีฬาระดับจังหวัด', 'Provincial stadiums', [
    'สนามกีฬา',
    'สนามกีฬาจังหวัด',
    'สนามกีฬาถ่ายโอน',
  ]),
  kind('transferred-roads', 'บำรุงรักษาถนนถ่ายโอน', 'Maintenance of transferred roads', [
    'ถนนถ่ายโอน',
    'ซ่อมแซมถนนถ่ายโอน',
    'การบำรุงรักษาถนนถ่ายโอน',
    'เส้นทางคมนาคมถ่ายโอน',
  ]),
  kind('transferred-staff', 'การถ่ายโอนบุคลากร', 'Transferred personnel', [
    'ถ่ายโอนบุคลากร',
    'บุคลากรถ่ายโอน',
  ]),
  kind(
    'general-duties',
    'เงินอุดหนุนตามอำนาจหน้าที่และภารกิจถ่ายโอน (ไม่กำหนดวัตถุประสงค์)',
    'General grant for duties and transferred tasks',
    [
      'ตามอำนาจหน้าที่และภารกิจถ่ายโอน',
      'อำนาจหน้าที่และภารกิจถ่ายโอน',
      'ตามอำนาจหน้าที่',
      'ไม่กำหนดวัตถุประสงค์',
      'ภารกิจถ่ายโอนเลือกทำ',
    ]
  ),
  kind('good-governance', 'เงินรางวัล อปท. ที่มีการบริหารจัดการที่ดี', 'Award for good management', [
    'เงินรางวัล',
    'รางวัล อปท. ที่มีการบริหารจัดการที่ดี',
    'การบริหารจัดการที่ดี',
  ]),
  kind('other', 'เงินอุดหนุนทั่วไปอื่น', 'Other general subsidies', [
    'อื่นๆ',
    'อื่น ๆ',
    'อื่น',
    'เงินอุดหนุนทั่วไปอื่นๆ',
    'เงินอุดหนุนทั่วไป',
  ]),
];

const byCode = new Map(subsidyKinds.map((type, order) => [type.code, { type, order }]));

/** A type as readers get it; a code of an earlier release, which names keep, says itself. */
export function subsidyTypeOf(code: string): SubsidyType {
  const { nameTh, nameEn } = byCode.get(code)?.type ?? { nameTh: code, nameEn: code };
  return { code, nameTh, nameEn };
}

/** Compares codes by the order officers list them. */
export function compareSubsidyTypes(a: string, b: string): number {
  const place = (code: string) => byCode.get(code)?.order ?? subsidyKinds.length;
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}

// What letters put before the name proper, the longest first.
const openings =
  /^(?:งบประมาณ)?(?:รายจ่าย)?(?:เงินอุดหนุน(?:ทั่วไป)?)?(?:กรณี)?(?:เพื่อ|สำหรับ)?(?:เป็นค่า)?(?:สนับสนุน)?(?:ค่า)?(?:การ)?(?:โครงการ)?(?:สงเคราะห์)?/;

/** A name without what changes between letters: spaces, signs and the opening words. */
function nameKey(text: string): string {
  return searchKey(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

const byName = new Map(
  subsidyKinds.flatMap(({ code, nameTh, nameEn, aliases }) =>
    [code, nameTh, nameEn, ...aliases].flatMap((name) => {
      const key = nameKey(name);
      return [key, key.replace(openings, '')].filter(Boolean).map((each) => [each, code] as const);
    })
  )
);

/** The code of a type however officers write it; null where it is none of ours. */
export function readSubsidyType(text: string): string | null {
  const key = nameKey(text);
  return byName.get(key) ?? byName.get(key.replace(openings, '')) ?? null;
}
