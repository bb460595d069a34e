import { describe, expect, it } from 'vitest';
import { adaptGazette } from './dto';

describe('adaptGazette', () => {
  it('keeps the reference as typed beside its parts', () => {
    const typed = 'ราชกิจจานุเบกษา เล่ม 136 ตอนที่ 69 ก หน้า 52 วันที่ 27 พฤษภาคม 2562';
    expect(adaptGazette(typed)).toEqual({
      text: typed,
      volume: 136,
      part: 69,
      partType: 'ก',
      special: false,
      page: 52,
      date: '2019-05-27',
    });
  });

  it('keeps what cannot be read as words alone', () => {
    expect(adaptGazette('รอประกาศ')).toMatchObject({ text: 'รอประกาศ', volume: null, page: null });
  });

  it('is nothing where nothing was typed', () => {
    expect(adaptGazette(null)).toBeNull();
    expect(adaptGazette('  ')).toBeNull();
  });
});
