import { beforeAll, describe, expect, it } from 'vitest';
import { authoritiesWithFigures, wholeProvinces } from './chosen';
import { reportingDelay, sampleFacts, sampleYear } from './fiscal-facts';
import { dayIn, fiscalMonthOf, fiscalYearOf, lastWholeMonth } from './months';
import { withSubdistricts, type SamplePlaces } from './places';
import { randomOf } from './random';
import { sampleRegister, wholeCountry, type SampleAuthority } from './sample-register';
import { factsSheet, registerSheet, transfersSheet } from './sheets';
import { sampleTransfers } from './transfers';

const today = '2026-11-22';
const options = { today, years: 3, seed: 'test' };

/** Two provinces, with the codes the register of the plugin would give. */
const known = {
  provinces: [
    { code: '10', nameTh: 'กรุงเทพมหานคร' },
    { code: '47', nameTh: 'สกลนคร' },
    { code: '44', nameTh: 'มหาสารคาม' },
  ],
  districts: [
    { code: '4701', nameTh: 'เมืองสกลนคร', provinceCode: '47' },
    { code: '4702', nameTh: 'กุสุมาลย์', provinceCode: '47' },
    { code: '4705', nameTh: 'พังโคน', provinceCode: '47' },
    { code: '4401', nameTh: 'เมืองมหาสารคาม', provinceCode: '44' },
    { code: '4404', nameTh: 'กันทรวิชัย', provinceCode: '44' },
  ],
};

let places: SamplePlaces;
let register: SampleAuthority[];
let city: SampleAuthority;
beforeAll(async () => {
  places = await withSubdistricts(known);
  register = sampleRegister(places, { authorities: wholeCountry, seed: 'test' });
  city = register.find(({ code }) => code === '03470102') as SampleAuthority;
});

describe('sampleRegister', () => {
  it('gives every place its subdistricts', () => {
    expect(places.subdistricts.get('4404')).toContain('ขามเรียง');
    expect(places.subdistricts.get('4705')?.length).toBeGreaterThan(3);
  });

  it('has the city of Sakon Nakhon and a provincial organization for each province', () => {
    expect(city).toMatchObject({ name: 'เทศบาลนครสกลนคร', kind: 'city', district: 'เมืองสกลนคร' });
    expect(register.filter(({ kind }) => kind === 'pao').map(({ code }) => code)).toEqual([
      '02470101',
      '02440101',
    ]);
    expect(register.filter(({ code }) => code === null).map(({ kind }) => kind)).toEqual([
      'bangkok',
    ]);
  });

  it('makes codes of kind, district and a running number, each once', () => {
    const coded = register.filter(({ code }) => code !== null);
    expect(new Set(coded.map(({ code }) => code)).size).toBe(coded.length);
    const digits = { pao: '2', city: '3', town: '4', subdistrict: '5', sao: '6' } as Record<
      string,
      string
    >;
    for (const { code, kind, districtCode } of coded) {
      expect(code).toBe(`0${digits[kind]}${districtCode}${code?.slice(6)}`);
    }
  });

  it('counts a province’s people once more for the organization of all of it', () => {
    const own = register.filter(({ provinceCode }) => provinceCode === '44');
    const [pao, ...others] = own;
    expect(pao?.population).toBe(others.reduce((sum, { population }) => sum + population, 0));
  });

  it('is the same for the same seed, and another one for another', () => {
    expect(sampleRegister(places, { authorities: wholeCountry, seed: 'test' })).toEqual(register);
    expect(sampleRegister(places, { authorities: wholeCountry, seed: 'x' })).not.toEqual(register);
  });
});

describe('sampleYear', () => {
  it('comes to a year whose expenditure is somewhat below its revenue', () => {
    for (const authority of register.filter(({ code }) => code !== null)) {
      const year = sampleYear(authority, 2569, 'test');
      const sumOf = (side: string) =>
        [...year].filter(([code]) => code.startsWith(side)).flatMap(([, months]) => months);
      const [revenue, expenditure] = ['4', '5'].map((side) =>
        sumOf(side).reduce((sum, amount) => sum + amount, 0)
      ) as [number, number];
      expect(Number.isInteger(revenue) && Number.isInteger(expenditure)).toBe(true);
      expect(expenditure / revenue).toBeGreaterThan(0.77);
      expect(expenditure / revenue).toBeLessThan(0.981);
    }
  });

  it('has shares like those of its kind', () => {
    const total = new Map<string, number>();
    for (const authority of register.filter(({ kind }) => kind === 'sao')) {
      for (const [code, months] of sampleYear(authority, 2569, 'test')) {
        const sum = months.reduce((before, amount) => before + amount, 0);
        total.set(code, (total.get(code) ?? 0) + sum);
      }
    }
    const revenue = [...total]
      .filter(([code]) => code < '5')
      .reduce((sum, [, own]) => sum + own, 0);
    const share = (code: string) => (total.get(code) ?? 0) / revenue;
    expect(share('421000')).toBeGreaterThan(0.35);
    expect(share('421000')).toBeLessThan(0.52);
    expect(share('431000')).toBeGreaterThan(0.35);
    expect(share('411000')).toBeLessThan(0.08);
  });

  it('spends more in September than in October, and builds late in the year', () => {
    const building = sampleYear(city, 2569, 'test').get('542000') ?? [];
    expect(building[11]).toBeGreaterThan((building[0] ?? 0) * 5);
  });

  it('grows from year to year and depends on nothing but its words', () => {
    const first = sampleYear(city, 2568, 'test');
    expect(sampleYear(city, 2568, 'test')).toEqual(first);
    expect(sampleYear(city, 2569, 'test')).not.toEqual(first);
    expect(randomOf('a', 1).next()).toBe(randomOf('a', 1).next());
    expect(randomOf('a', 1).next()).not.toBe(randomOf('a', 2).next());
  });
});

describe('sampleFacts', () => {
  it('ends with the month before the day, and with none that is not reported yet', () => {
    const facts = register.flatMap((authority) => [...sampleFacts(authority, options)]);
    const months = new Set(
      facts.map(({ fiscalYear, fiscalMonth }) => fiscalYear * 100 + fiscalMonth)
    );
    expect(Math.min(...months)).toBe(256801);
    expect(Math.max(...months)).toBe(257001);
    expect(months.size).toBe(25);
    const newest = new Set(
      facts.filter(({ fiscalYear }) => fiscalYear === 2570).map(({ code }) => code)
    );
    const coded = register.filter(({ code }) => code !== null);
    expect(newest.size).toBeGreaterThan(coded.length * 0.5);
    expect(newest.size).toBeLessThan(coded.length);
    for (const { code } of coded) {
      const authority = coded.find((one) => one.code === code) as SampleAuthority;
      expect(newest.has(code ?? '')).toBe(reportingDelay(authority, 2570, 1, 'test') <= 22);
    }
  });

  it('knows nothing of an authority without a code', () => {
    const bangkok = register.find(({ kind }) => kind === 'bangkok') as SampleAuthority;
    expect([...sampleFacts(bangkok, options)]).toEqual([]);
    expect([...sampleTransfers([bangkok], options)]).toEqual([]);
  });
});

describe('sampleTransfers', () => {
  it('follows its letters: none after the day, transferred or not by the day', () => {
    const transfers = [...sampleTransfers(register, options)];
    expect(new Set(transfers.map(({ fiscalYear }) => fiscalYear))).toEqual(
      new Set([2568, 2569, 2570])
    );
    for (const { letterDate, transferDate, status, satang } of transfers) {
      expect(letterDate <= today).toBe(true);
      expect(transferDate === null).toBe(status === 'จัดสรร');
      if (transferDate) expect(transferDate > letterDate && transferDate <= today).toBe(true);
      expect(Number.isInteger(satang) && satang > 0).toBe(true);
    }
    expect(new Set(transfers.map(({ status }) => status)).has('เรียกคืน')).toBe(true);
  });

  it('amends only what was given before, of the same authority', () => {
    const transfers = [...sampleTransfers(register, options)];
    const given = new Map(transfers.map((one) => [one.allocationNumber, one]));
    const amending = transfers.filter(({ amends }) => amends !== '');
    expect(amending.length).toBeGreaterThan(0);
    for (const { amends, authority, letterDate } of amending) {
      expect(given.get(amends)?.authority).toBe(authority);
      expect((given.get(amends)?.letterDate ?? '9') < letterDate).toBe(true);
    }
  });

  it('pays allowances to people, who hardly change from one quarter to the next', () => {
    const elderly = [...sampleTransfers([city], options)].filter(
      ({ type, amends }) => type === 'เบี้ยยังชีพผู้สูงอายุ' && amends === ''
    );
    expect(new Set(elderly.map(({ payee }) => payee))).toEqual(new Set(['กรมบัญชีกลางจ่ายแทน']));
    const people = elderly.map(({ headcount }) => headcount ?? 0);
    expect(Math.max(...people) / Math.min(...people)).toBeLessThan(1.2);
    expect(
      new Set(elderly.map(({ letterNumber, letterDate }) => letterNumber + letterDate)).size
    ).toBe(elderly.length);
  });
});

describe('the files', () => {
  it('are the same for the same words, and their sums are those of the facts', () => {
    const lines = [...factsSheet([city], options).lines()];
    expect([...factsSheet([city], options).lines()]).toEqual(lines);
    expect(lines[0]).toBe('รหัส อปท.,ปีงบประมาณ,เดือน,รหัสบัญชี,จำนวนเงิน');
    const satang = lines.slice(1).reduce((sum, line) => {
      const [baht = '', rest = ''] = (line.split(',').at(-1) ?? '').split('.');
      return sum + Number(baht + rest);
    }, 0);
    const facts = [...sampleFacts(city, options)];
    expect(lines).toHaveLength(facts.length + 1);
    expect(satang).toBe(facts.reduce((sum, fact) => sum + fact.satang, 0));
  });

  it('have as many cells in a line as headings', () => {
    for (const sheet of [registerSheet(register, 2569), transfersSheet([city], options)]) {
      const [headings = '', ...rows] = [...sheet.lines()];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        const cells = row.replace(/"(?:[^"]|"")*"/g, '').split(',');
        expect(cells).toHaveLength(headings.split(',').length);
      }
    }
  });
});

describe('authoritiesWithFigures', () => {
  it('takes whole provinces, and of the others the organization and a few', () => {
    const chosen = authoritiesWithFigures(register, 'test');
    const count = (list: readonly SampleAuthority[], province: string) =>
      list.filter(({ provinceCode }) => provinceCode === province).length;
    expect(wholeProvinces).toContain('47');
    expect(count(chosen, '47')).toBe(count(register, '47'));
    expect(count(chosen, '44')).toBe(3);
    expect(count(chosen, '10')).toBe(0);
  });
});

describe('months', () => {
  it('knows the fiscal year of a day and the month that is over', () => {
    expect([fiscalYearOf('2026-09-30'), fiscalYearOf('2026-10-01')]).toEqual([2569, 2570]);
    expect([fiscalMonthOf('2026-10-01'), fiscalMonthOf('2026-09-30')]).toEqual([1, 12]);
    expect(lastWholeMonth('2026-11-22')).toEqual({ year: 2570, month: 1 });
    expect(lastWholeMonth('2026-10-31')).toEqual({ year: 2569, month: 12 });
    expect(dayIn({ year: 2570, month: 1 }, 8)).toBe('2026-10-08');
    expect(dayIn({ year: 2570, month: 12 }, 30)).toBe('2027-09-30');
  });
});
