import { describe, expect, it } from 'vitest';
import { nameFault, nameKey, tidyName } from './display-name';

describe('a display name', () => {
  it.each([
    'สมหญิง การเงิน',
    'สถาพร ใจดี',
    'สถิตย์ คลัง',
    'กรมธรรม์',
    'Somchai P.',
    'น้ำผึ้ง',
    'ป้าแดง_กองคลัง',
    'อบต. บ้านนา (2)',
    'เก่งกาจ 99',
  ])('may be %s', (name) => expect(nameFault(name)).toBeNull());

  it.each([
    'ผู้ดูแลระบบ',
    'ผู้ ดู แล ระบบ',
    'ผู้ดูแลระบบ 2',
    'แอดมิน',
    'เเอดมิน',
    'Admin',
    'ADM1N',
    'a.d.m.i.n',
    'Ａｄｍｉｎ',
    'adrnin',
    'สถ.',
    'สถ. ส่วนกลาง',
    'สถจ. สกลนคร',
    'กรมส่งเสริมการปกครองท้องถิ่น',
    'เจ้าหน้าที่กรมฯ',
    'Moderator',
    'e-LAAS',
    'ระบบ',
  ])('may not pass for the house: %s', (name) => expect(nameFault(name)).not.toBeNull());

  it.each([
    ['zero-width', 'สม\u200bชาย'],
    ['joiner', 'สม\u200dชาย'],
    ['bidi override', 'สม\u202eชาย'],
    ['bidi isolate', '\u2066สมชาย\u2069'],
    ['Cyrillic', 'Sоmchai'],
    ['Greek', 'Sοmchai'],
    ['fullwidth', 'Ｓｏｍｃｈａｉ'],
    ['heap of marks', `ส${'\u0e49'.repeat(20)}มชาย`],
    ['Latin marks', `Z${'\u0300\u0301'.repeat(9)}algo`],
    ['line break', 'สม\nชาย'],
    ['markup', '<b>สมชาย'],
    ['emoji', 'สมชาย 😀'],
    ['too short', 'ก'],
    ['too long', 'ก'.repeat(41)],
    ['only marks', '....'],
    ['soft hyphen', 'สม\u00adชาย'],
  ])('may not hide or pile up signs: %s', (_what, name) => expect(nameFault(name)).not.toBeNull());

  it.each([
    ['สมชาย', 'สม ชาย'],
    ['แดง กองคลัง', 'เเดง-กองคลัง'],
    ['น้ำผึ้ง', 'น้ํา ผึ้ง'],
    ['Somchai', 'SOMCHA1'],
    ['แมว 9', 'แมว ๙'],
    ['Morning', 'Moming'],
    ['ขวัญใจ', 'ฃวัญใจ'],
  ])('%s looks like %s', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  it('is kept composed, with one space between words', () => {
    expect(tidyName('  สมชาย\u00a0  ใจดี ')).toBe('สมชาย ใจดี');
  });
});
