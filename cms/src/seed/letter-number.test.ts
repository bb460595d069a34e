import { describe, expect, it } from 'vitest';

import { letterNumber } from './letter-number';

describe('letterNumber', () => {
  it.each([
    ['ที่ มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561', 'มท 0808.4/ว 5912'],
    ['ด่วนที่สุด ที่ มท ๐๘๐๘.๓/ว ๙๐๗๒๐ ลงวันที่ ๕ ตุลาคม ๒๕๖๙', 'มท 0808.3/ว 90720'],
    ['ด่วนที่สุด มท0893.3/ว90731 ลว. 19 ต.ค. 69', 'มท 0893.3/ว 90731'],
    ['กค (กวจ) 0405.2/ว 119 ลงวันที่ 7 มีนาคม 2561', 'กค (กวจ) 0405.2/ว 119'],
    ['มท 0808.4/90512 ลงวันที่ 2 พฤศจิกายน 2568', 'มท 0808.4/90512'],
  ])('reads %s', (citation, number) => {
    expect(letterNumber(citation)).toBe(number);
  });

  it('finds none where there is none', () => {
    expect(letterNumber(undefined)).toBeNull();
    expect(letterNumber('พ.ศ. 2563')).toBeNull();
  });
});
