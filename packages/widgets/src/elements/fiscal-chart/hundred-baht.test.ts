import type { AccountAmount } from '@km-laas/contract';
import { expect } from 'chai';
import { classLimits, classOf } from './classes.js';
import { readLink, type FiscalLink } from './fiscal-link.js';
import { nameMonth, sayAmount, writeAmount } from './figures.js';
import { shareHundredBaht } from './hundred-baht.js';
import { writeLink } from './write-link.js';

const accounts = (...amounts: number[]): AccountAmount[] =>
  amounts.map((amount, index) => ({
    code: String(index),
    nameTh: '',
    nameEn: '',
    amount,
    lastYear: null,
    share: null,
    children: [],
  }));
const shares = (...amounts: number[]) =>
  shareHundredBaht(accounts(...amounts)).map(({ baht }) => baht);

describe('shareHundredBaht', () => {
  it('adds up to a hundred whatever the shares', () => {
    expect(shares(1, 1, 1)).to.deep.equal([34, 33, 33]);
    expect(shares(0.4, 99.6)).to.deep.equal([100, 0]);
    for (let round = 1; round < 200; round++) {
      const sum = shares(round, round ** 2, 7, 1 / round, 1000 / round).reduce((a, b) => a + b);
      expect(sum).to.equal(100);
    }
  });
  it('leaves out what is zero or below', () => {
    expect(shares(10, 0, -5)).to.deep.equal([100]);
    expect(shares(0)).to.deep.equal([]);
  });
});

describe('the words of figures', () => {
  it('says millions as millions, less as baht', () => {
    expect(sayAmount(1_234_567.89, 'th')).to.equal('1.23\u00a0ล้าน\u2060บาท');
    expect(sayAmount(999_999.99, 'th')).to.equal('999,999.99\u00a0บาท');
    expect(sayAmount(-2_000_000, 'en')).to.equal('-2.00\u00a0million\u00a0baht');
    expect(writeAmount(704_600_000_000.5)).to.equal('704,600,000,000.50');
  });
  it('names the months of a fiscal year with the year they are in', () => {
    expect(nameMonth(1, 'th', 2570)).to.equal('ต.ค.\u00a02569');
    expect(nameMonth(3, 'th', 2570)).to.equal('ธ.ค.\u00a02569');
    expect(nameMonth(4, 'th', 2570)).to.equal('ม.ค.\u00a02570');
    expect(nameMonth(12, 'en', 2570, 'long')).to.equal('September\u00a02570');
  });
});

describe('the classes of a map', () => {
  it('have about as many members each, with limits to be read', () => {
    const values = Array.from({ length: 76 }, (_, index) => 5_000 + index * 123.45);
    const limits = classLimits(values);
    expect(limits).to.deep.equal([6_900, 8_700, 11_000, 12_000]);
    const counts = values.reduce<number[]>((all, value) => {
      all[classOf(value, limits)] = (all[classOf(value, limits)] ?? 0) + 1;
      return all;
    }, []);
    expect(counts).to.have.length(5);
  });
  it('are fewer where values are alike, and one where they are the same', () => {
    expect(classLimits([5, 5, 5])).to.deep.equal([]);
    expect(classLimits([])).to.deep.equal([]);
    expect(classOf(5, [])).to.equal(0);
  });
});

describe('the link to what is shown', () => {
  const link: FiscalLink = {
    area: { level: 'region', code: 'northeast' },
    fiscalYear: 2569,
    view: 'map',
    perHead: true,
  };
  it('is read as it was written', () => {
    expect(readLink(writeLink(link))).to.deep.equal(link);
    const country = { ...link, area: { level: 'country', code: '' }, perHead: false } as const;
    expect(readLink(writeLink(country))).to.deep.equal(country);
    expect(readLink('#km-faq=a&km-fiscal=47%2C2570%2Ccompare')).to.deep.include({
      area: { level: 'province', code: '47' },
      view: 'compare',
    });
  });
  it('is no link when it is not ours', () => {
    for (const hash of [
      '',
      '#top',
      '#km-fiscal=1,2570,map',
      '#km-fiscal=47,25,map',
      '#km-fiscal=',
    ]) {
      expect(readLink(hash)).to.equal(undefined);
    }
  });
});
