import { beforeAll, describe, expect, it } from 'vitest';
import { wholeName } from './kinds';
import { loadPlaces } from './places';
import { indexSuggestions, type Suggestable, type Suggestions } from './suggest';

type Line = readonly [
  code: string | null,
  kind: Suggestable['kind'],
  name: string,
  district: string,
];

/** Authorities as a register has them, each province's code within its code or given. */
const lines: readonly Line[] = [
  ['02470101', 'pao', 'สกลนคร', 'เมืองสกลนคร'],
  ['03470102', 'city', 'สกลนคร', 'เมืองสกลนคร'],
  ['05470105', 'subdistrict', 'ท่าแร่', 'เมืองสกลนคร'],
  ['05470106', 'subdistrict', 'เชียงเครือ', 'เมืองสกลนคร'],
  ['06470112', 'sao', 'ขมิ้น', 'เมืองสกลนคร'],
  ['05470201', 'subdistrict', 'กุสุมาลย์', 'กุสุมาลย์'],
  ['06470202', 'sao', 'กุสุมาลย์', 'กุสุมาลย์'],
  ['02440101', 'pao', 'มหาสารคาม', 'เมืองมหาสารคาม'],
  ['04440102', 'town', 'มหาสารคาม', 'เมืองมหาสารคาม'],
  ['06440403', 'sao', 'ขามเรียง', 'กันทรวิชัย'],
  ['05440404', 'subdistrict', 'ขามเฒ่าพัฒนา', 'กันทรวิชัย'],
  ['06440505', 'sao', 'ขามเรียน', 'ยางสีสุราช'],
  ['02300101', 'pao', 'นครราชสีมา', 'เมืองนครราชสีมา'],
  ['03300102', 'city', 'นครราชสีมา', 'เมืองนครราชสีมา'],
  ['06301802', 'sao', 'โคราช', 'สูงเนิน'],
  ['03900102', 'city', 'สงขลา', 'เมืองสงขลา'],
  ['03901102', 'city', 'หาดใหญ่', 'หาดใหญ่'],
  ['04401202', 'town', 'เมืองพล', 'พล'],
  ['06401203', 'sao', 'เมืองพล', 'พล'],
  ['05402901', 'subdistrict', 'ในเมือง', 'เวียงเก่า'],
  ['06401002', 'sao', 'ในเมือง', 'บ้านไผ่'],
  ['06140601', 'sao', 'ตลิ่งชัน-คุ้งลาน', 'บางปะอิน'],
  ['06480103', 'sao', 'ท่าค้อ', 'เมืองนครพนม'],
  ['06760703', 'sao', 'ท่าแร้ง', 'บ้านแหลม'],
];

let suggestions: Suggestions<Suggestable & { title: string }>;
beforeAll(async () => {
  const { provinces } = await loadPlaces();
  const register = lines.map(([code, kind, name, district]) => ({
    code,
    kind,
    name: wholeName(kind, name),
    district,
    provinceCode: code?.slice(2, 4) ?? '',
    title: `${kind} ${name} ${code?.slice(2, 4)}`,
  }));
  const alone = (kind: 'bangkok' | 'pattaya', provinceCode: string, district: string | null) => ({
    code: null,
    kind,
    name: wholeName(kind, ''),
    district,
    provinceCode,
    title: kind,
  });
  suggestions = indexSuggestions(
    [...register, alone('bangkok', '10', null), alone('pattaya', '20', 'บางละมุง')],
    provinces
  );
});

const titles = (q: string, options = {}) => suggestions.find(q, options).map(({ title }) => title);

describe('suggestions', () => {
  it.each([
    // A name with its kind, in every spelling.
    ['อบต ขามเรียง', 'sao ขามเรียง 44'],
    ['อบต.ขามเรียง', 'sao ขามเรียง 44'],
    ['อบตขามเรียง', 'sao ขามเรียง 44'],
    ['อ.บ.ต. ขามเรียง', 'sao ขามเรียง 44'],
    ['อ. บ. ต. ขามเรียง', 'sao ขามเรียง 44'],
    ['องค์การบริหารส่วนตำบลขามเรียง', 'sao ขามเรียง 44'],
    ['องค์การบริหารส่วนตำบล ขามเรียง', 'sao ขามเรียง 44'],
    ['องค์กรบริหารส่วนตำบลขามเรียง', 'sao ขามเรียง 44'],
    ['องการบริหารสวนตำบลขามเรียง', 'sao ขามเรียง 44'],
    ['SAO ขามเรียง', 'sao ขามเรียง 44'],
    ['ขามเรียง อบต.', 'sao ขามเรียง 44'],
    ['เทศบาลนครสกลนคร', 'city สกลนคร 47'],
    ['เทศบาลนคร สกลนคร', 'city สกลนคร 47'],
    ['ทน.สกลนคร', 'city สกลนคร 47'],
    ['ทน สกลนคร', 'city สกลนคร 47'],
    ['ท.น. สกลนคร', 'city สกลนคร 47'],
    ['เทศบาลสกลนคร', 'city สกลนคร 47'],
    ['เทศบานนครสกลนคร', 'city สกลนคร 47'],
    ['อบจ.สกลนคร', 'pao สกลนคร 47'],
    ['อบจ สกลนคร', 'pao สกลนคร 47'],
    ['องค์การบริหารส่วนจังหวัดสกลนคร', 'pao สกลนคร 47'],
    ['ทม.มหาสารคาม', 'town มหาสารคาม 44'],
    ['เทศบาลเมืองมหาสารคาม', 'town มหาสารคาม 44'],
    ['เทศบาลเมืองเมืองพล', 'town เมืองพล 40'],
    ['ทม.เมืองพล', 'town เมืองพล 40'],
    ['อบต.เมืองพล', 'sao เมืองพล 40'],
    ['ทต.กุสุมาลย์', 'subdistrict กุสุมาลย์ 47'],
    ['เทศบาลต.กุสุมาลย์', 'subdistrict กุสุมาลย์ 47'],
    ['อบต.กุสุมาลย์', 'sao กุสุมาลย์ 47'],
    // A place given besides.
    ['ขามเรียง มหาสารคาม', 'sao ขามเรียง 44'],
    ['ขามเรียงมหาสารคาม', 'sao ขามเรียง 44'],
    ['มหาสารคามขามเรียง', 'sao ขามเรียง 44'],
    ['ขามเรียง กันทรวิชัย', 'sao ขามเรียง 44'],
    ['ขามเรียง มค', 'sao ขามเรียง 44'],
    ['ต.ขามเรียง อ.กันทรวิชัย จ.มหาสารคาม', 'sao ขามเรียง 44'],
    ['ต.ขามเรียงอ.กันทรวิชัยจ.มหาสารคาม', 'sao ขามเรียง 44'],
    ['ตำบลขามเรียง อำเภอกันทรวิชัย', 'sao ขามเรียง 44'],
    ['อบต ในเมือง ขอนแก่น', 'sao ในเมือง 40'],
    ['ในเมือง เวียงเก่า', 'subdistrict ในเมือง 40'],
    ['ในเมือง บ้านไผ่', 'sao ในเมือง 40'],
    ['sakon nakhon', 'pao สกลนคร 47'],
    ['อบจ โคราช', 'pao นครราชสีมา 30'],
    ['อบต โคราช', 'sao โคราช 30'],
    // Missing tone marks and typos.
    ['ทาแร', 'subdistrict ท่าแร่ 47'],
    ['ท่าแร', 'subdistrict ท่าแร่ 47'],
    ['ท่าแร่', 'subdistrict ท่าแร่ 47'],
    ['ทาแรง', 'sao ท่าแร้ง 76'],
    ['หาดใหญ', 'city หาดใหญ่ 90'],
    ['ขามเรยง', 'sao ขามเรียง 44'],
    ['ขมาเรียง', 'sao ขามเรียง 44'],
    ['เชียงเคลือ', 'subdistrict เชียงเครือ 47'],
    ['กุสุมาล', 'subdistrict กุสุมาลย์ 47'],
    ['เเชียงเครือ', 'subdistrict เชียงเครือ 47'],
    ['นครราดสีมา', 'pao นครราชสีมา 30'],
    // The beginning of a name, and one with a sign in it.
    ['ขามเรีย', 'sao ขามเรียง 44'],
    ['หาด', 'city หาดใหญ่ 90'],
    ['ตลิ่งชันคุ้งลาน', 'sao ตลิ่งชัน-คุ้งลาน 14'],
    ['ตลิ่งชัน คุ้งลาน', 'sao ตลิ่งชัน-คุ้งลาน 14'],
    // Codes.
    ['03470102', 'city สกลนคร 47'],
    ['3470102', 'city สกลนคร 47'],
    ['๐๓๔๗๐๑๐๒', 'city สกลนคร 47'],
    ['0347-0102', 'city สกลนคร 47'],
    ['0644', 'sao ขามเรียง 44'],
    // The two that are alone of their kind.
    ['กทม', 'bangkok'],
    ['กทม.', 'bangkok'],
    ['กรุงเทพ', 'bangkok'],
    ['กรุงเทพมหานคร', 'bangkok'],
    ['พัทยา', 'pattaya'],
    ['เมืองพัทยา', 'pattaya'],
  ])('%j finds %j first', (q, first) => {
    expect(titles(q)[0]).toBe(first);
  });

  it('puts what is spelt as typed before what is spelt alike', () => {
    expect(titles('ขามเรียง')).toEqual(['sao ขามเรียง 44', 'sao ขามเรียน 44']);
    expect(titles('ขามเรียน')).toEqual(['sao ขามเรียน 44', 'sao ขามเรียง 44']);
  });

  it('prefers the kind that is named and still shows the others of the name', () => {
    expect(titles('ทต ขามเรียง')[0]).toBe('sao ขามเรียง 44');
    expect(titles('อบจ สกลนคร').slice(0, 2)).toEqual(['pao สกลนคร 47', 'city สกลนคร 47']);
  });

  it('lists all of a kind, of a province, of a district', () => {
    expect(titles('เทศบาลนคร')).toHaveLength(4);
    expect(titles('จ.มหาสารคาม')).toHaveLength(5);
    expect(titles('อ.กุสุมาลย์').sort()).toEqual(['sao กุสุมาลย์ 47', 'subdistrict กุสุมาลย์ 47']);
    expect(titles('47')).toHaveLength(7);
  });

  it('keeps to a province, a kind and whatever else it is told', () => {
    expect(titles('ในเมือง', { kind: 'sao' })[0]).toBe('sao ในเมือง 40');
    expect(titles('ในเมือง', { kind: 'sao' }).every((title) => title.startsWith('sao'))).toBe(true);
    expect(titles('ขามเรียง', { province: '47' })).toEqual([]);
    expect(titles('สกลนคร', { only: ({ kind }: Suggestable) => kind === 'city' })).toEqual([
      'city สกลนคร 47',
    ]);
  });

  it.each([
    '',
    ' ',
    '...',
    '???',
    'ว5912',
    'xyzzy',
    '<script>',
    '🙂',
    '\u0000',
    'ก'.repeat(200),
    '()[]{}*+?',
  ])('finds nothing for %j', (q) => {
    expect(titles(q)).toEqual([]);
  });

  it('orders a list as a dictionary does', () => {
    const order = suggestions.inOrder.map(({ title }) => title);
    expect(order.indexOf('sao โคราช 30')).toBeLessThan(order.indexOf('subdistrict เชียงเครือ 47'));
    expect(order.indexOf('subdistrict เชียงเครือ 47')).toBeLessThan(
      order.indexOf('subdistrict ท่าแร่ 47')
    );
  });
});
