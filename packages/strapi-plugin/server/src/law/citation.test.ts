import { describe, expect, it } from 'vitest';
import { citationPartsOf, printedCitation, type CitedRow } from './citation';

const letter: CitedRow = {
  citation: 'ที่ มท๐๘๐๘.๔/ว๕๙๑๒ ลว. ๑๗ ต.ค. ๖๑',
  org: 'มท',
  suborg: null,
  unit: '0808.4',
  circular: true,
  number: 5912,
  year: 2561,
  date: '2018-10-17',
};
const act: CitedRow = {
  citation: null,
  org: null,
  suborg: null,
  unit: null,
  circular: null,
  number: null,
  year: null,
  date: '2019-05-24',
};

describe('printedCitation', () => {
  it('prints a letter as officials do, however it was typed', () => {
    expect(printedCitation(letter)).toBe('มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561');
  });

  it('prints the office of a committee within its ministry', () => {
    const cited = { ...letter, org: 'กค', suborg: 'กวจ', unit: '0405.2', number: 119 };
    expect(printedCitation(cited)).toBe('กค (กวจ) 0405.2/ว 119 ลงวันที่ 17 ตุลาคม 2561');
  });

  it('names the year where there is no day', () => {
    expect(printedCitation({ ...letter, date: null })).toBe('มท 0808.4/ว 5912/2561');
    expect(printedCitation({ ...letter, date: null, year: null })).toBe('มท 0808.4/ว 5912');
  });

  it('leaves what is no letter number as it was typed', () => {
    expect(printedCitation({ ...act, citation: ' ฉบับที่ 2 ' })).toBe('ฉบับที่ 2');
    expect(printedCitation(act)).toBeNull();
  });
});

describe('citationPartsOf', () => {
  it('tells the parts of a letter and none of anything else', () => {
    expect(citationPartsOf(letter)).toEqual({
      org: 'มท',
      suborg: null,
      unit: '0808.4',
      circular: true,
      number: 5912,
      year: 2561,
    });
    expect(citationPartsOf(act)).toBeNull();
  });

  it('gives no year that no letter can have', () => {
    expect(citationPartsOf({ ...letter, year: 25610 })?.year).toBeNull();
  });
});
