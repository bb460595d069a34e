import { subsidyTypeCode } from '@km-laas/contract';
import { expect, it } from 'vitest';
import { compareSubsidyTypes, readSubsidyType, subsidyKinds, subsidyTypeOf } from './types';

it.each(subsidyKinds)('reads $code by its code, its names and what officers write', (kind) => {
  expect(subsidyTypeCode.parse(kind.code)).toBe(kind.code);
  for (const name of [kind.code, kind.nameTh, kind.nameEn, ...kind.aliases]) {
    expect(readSubsidyType(name), name).toBe(kind.code);
  }
});

it('no two types share a name', () => {
  const names = subsidyKinds.flatMap(({ code, nameTh, aliases }) => [code, nameTh, ...aliases]);
  expect(new Set(names).size).toBe(names.length);
});

it.each([
  ['เงินอุดหนุนเพื่อสนับสนุนการสงเคราะห์เบี้ยยังชีพผู้สูงอายุ', 'elderly'],
  ['เงินอุดหนุนทั่วไป เบี้ยยังชีพผู้สูงอายุ', 'elderly'],
  ['เงินอุดหนุนสำหรับสนับสนุนอาหารเสริม (นม)', 'school-milk'],
  ['เงินอุดหนุนสำหรับสนับสนุนอาหารกลางวัน', 'school-lunch'],
  ['เงินอุดหนุนสำหรับสนับสนุนการจัดการศึกษาภาคบังคับ (เงินเดือนครูและค่าจ้างประจำ)', 'teacher-salary'],
  ['  อสม ', 'health-volunteers'],
])('reads %s', (text, code) => {
  expect(readSubsidyType(text)).toBe(code);
});

it.each(['', '()', 'เงินกู้', 'ภาษีป้าย', '__proto__', 'constructor'])('knows no type %j', (text) => {
  expect(readSubsidyType(text)).toBeNull();
});

it('orders types as lists do, and unknown ones last', () => {
  expect(['zzz', 'other', 'elderly', 'aids'].sort(compareSubsidyTypes)).toEqual([
    'elderly',
    'aids',
    'other',
    'zzz',
  ]);
  expect(subsidyTypeOf('zzz')).toEqual({ code: 'zzz', nameTh: 'zzz', nameEn: 'zzz' });
});
