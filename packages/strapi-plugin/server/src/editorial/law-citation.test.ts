import { describe, expect, it } from 'vitest';
import { citationColumns, toldByCitation } from './law-citation';

describe('citationColumns', () => {
  it('reads one letter from every spelling of its number', () => {
    for (const citation of [
      'มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561',
      'ที่ มท ๐๘๐๘.๔/ว ๕๙๑๒ ลงวันที่ ๑๗ ตุลาคม ๒๕๖๑',
      'ด่วนที่สุด ที่ มท0808.4/ว5912',
    ]) {
      expect(citationColumns({ citation, date: '2018-10-17' })).toEqual({
        org: 'มท',
        suborg: null,
        unit: '0808.4',
        circular: true,
        number: 5912,
        year: 2561,
        citationKey: 'มท|0808.4|ว|5912|2561',
      });
    }
  });

  it('tells a circular from a letter of the same number', () => {
    const key = (citation: string) => citationColumns({ citation, date: '2018-10-17' }).citationKey;
    expect(key('มท 0808.4/5912')).not.toBe(key('มท 0808.4/ว 5912'));
  });

  it('takes the year from the citation where there is no date', () => {
    expect(citationColumns({ citation: 'มท 0808.4/ว 5912 ลว 17 ต.ค. 61' }).year).toBe(2561);
  });

  it('has no key for a number that is not whole', () => {
    const { number, citationKey } = citationColumns({ citation: 'ว 5912', date: '2018-10-17' });
    expect([number, citationKey]).toEqual([5912, null]);
  });

  it('takes the year an instrument without a day has in its title', () => {
    const title = 'ระเบียบว่าด้วยแผนพัฒนา พ.ศ. ๒๕๔๘ (ฉบับที่ 3) พ.ศ. 2561';
    expect(citationColumns({ title })).toMatchObject({ year: 2561, number: null });
    expect(citationColumns({ title: 'ประกาศที่ไม่บอกปี' }).year).toBeNull();
    expect(citationColumns({ title, date: '2005-10-10' }).year).toBe(2548);
  });

  it('finds no letter in the name of an act', () => {
    const act = citationColumns({ citation: 'พระราชบัญญัติ พ.ศ. 2562', date: '2019-05-27' });
    expect(act.number).toBeNull();
  });
});

describe('toldByCitation', () => {
  const citation = 'ด่วนที่สุด ที่ มท 0808.2/ว 2445 ลงวันที่ 8 ธันวาคม 2554';

  it('fills in the day and the urgency an editor left empty', () => {
    expect(toldByCitation({ citation })).toEqual({ date: '2011-12-08', urgency: 'mostUrgent' });
  });

  it('leaves alone what the editor typed', () => {
    expect(toldByCitation({ citation, date: '2011-12-09', urgency: 'urgent' })).toEqual({});
  });
});
