import { dayIn, fiscalYears, type FiscalMonth } from './months';
import { randomOf, type Random } from './random';
import type { SampleKind } from './sample-kinds';
import type { SampleAuthority } from './sample-register';

/** A line of an invented allocation list (บัญชีจัดสรร). */
export interface SampleTransfer {
  authority: SampleAuthority;
  fiscalYear: number;
  /** Name of the subsidy as letters have it. */
  type: string;
  subItem: string;
  /** As letters write it: `ไตรมาสที่ 1`, `1`. */
  instalment: string;
  letterNumber: string;
  letterDate: string;
  urgency: string;
  allocationNumber: string;
  /** Null until it is transferred. */
  transferDate: string | null;
  payee: 'อปท.' | 'กรมบัญชีกลางจ่ายแทน';
  headcount: number | null;
  satang: number;
  status: 'จัดสรร' | 'โอนแล้ว' | 'เรียกคืน';
  /** Allocation it adds to or takes back. */
  amends: string;
}

export interface TransferOptions {
  /** Letters after it are not written yet, `2026-11-22`. */
  today: string;
  years: number;
  seed: string;
}

/** A subsidy, who gets it, when its letters go out and what a line comes to. */
interface Programme {
  type: string;
  subItem?: string;
  payee: SampleTransfer['payee'];
  kinds: readonly SampleKind[];
  /** Part of the authorities of these kinds that get it. */
  coverage: number;
  /** Fiscal months in which its letters are written, each with what the letter calls it. */
  instalments: readonly (readonly [month: number, name: string])[];
  /** People and baht of one line; `steady` is the same for all lines of the authority. */
  line(
    authority: SampleAuthority,
    random: Random,
    steady: Random
  ): { people: number | null; baht: number };
}

const quarters = [
  [1, 'ไตรมาสที่ 1'],
  [4, 'ไตรมาสที่ 2'],
  [7, 'ไตรมาสที่ 3'],
  [10, 'ไตรมาสที่ 4'],
] as const;
const terms = [
  [2, '1'],
  [8, '2'],
] as const;
const once = [[5, '1']] as const;
const everyone: readonly SampleKind[] = ['city', 'town', 'subdistrict', 'sao'];
const small: readonly SampleKind[] = ['subdistrict', 'sao'];

/** A line that is so much for each of a part of the people. */
function perHead(part: number, baht: (random: Random) => number): Programme['line'] {
  return ({ population }, random, steady) => {
    const usual = population * part * Math.exp(0.2 * steady.normal());
    const people = Math.max(1, Math.round(usual * (1 + 0.012 * random.normal())));
    return { people, baht: people * baht(steady) };
  };
}

/** A line that counts nobody: about this much for an authority of so many people. */
function around(baht: number, population: number): Programme['line'] {
  return (authority, random, steady) => ({
    people: null,
    baht:
      baht *
      Math.sqrt(authority.population / population) *
      Math.exp(0.25 * steady.normal() + 0.03 * random.normal()),
  });
}

/** What a person over sixty gets a month: by age 600 to 1,000 baht, 675 on average. */
const elderlyMonth = (random: Random) => Math.round(675 + 12 * random.normal());

const programmes: readonly Programme[] = [
  {
    type: 'เบี้ยยังชีพผู้สูงอายุ',
    payee: 'กรมบัญชีกลางจ่ายแทน',
    kinds: everyone,
    coverage: 0.99,
    instalments: quarters,
    line: perHead(0.17, (random) => 3 * elderlyMonth(random)),
  },
  {
    type: 'เบี้ยความพิการ',
    payee: 'กรมบัญชีกลางจ่ายแทน',
    kinds: everyone,
    coverage: 0.99,
    instalments: quarters,
    line: perHead(0.032, () => 3 * 800),
  },
  {
    type: 'เบี้ยยังชีพผู้ป่วยเอดส์',
    payee: 'กรมบัญชีกลางจ่ายแทน',
    kinds: everyone,
    coverage: 0.85,
    instalments: quarters,
    line: perHead(0.0014, () => 3 * 500),
  },
  {
    type: 'อาหารกลางวัน',
    subItem: 'ศูนย์พัฒนาเด็กเล็กและโรงเรียน',
    payee: 'อปท.',
    kinds: everyone,
    coverage: 0.97,
    instalments: terms,
    line: perHead(0.055, () => 100 * 27),
  },
  {
    type: 'อาหารเสริม (นม)',
    payee: 'อปท.',
    kinds: everyone,
    coverage: 0.97,
    instalments: terms,
    line: perHead(0.058, () => 130 * 7.37),
  },
  {
    type: 'ศูนย์พัฒนาเด็กเล็ก (เงินเดือน ค่าตอบแทน ค่าครองชีพ และสวัสดิการ)',
    payee: 'อปท.',
    kinds: small,
    coverage: 0.93,
    instalments: quarters,
    line: around(430_000, 6300),
  },
  {
    type: 'ศูนย์พัฒนาเด็กเล็ก (ค่าจัดการเรียนการสอน)',
    payee: 'อปท.',
    kinds: small,
    coverage: 0.93,
    instalments: terms,
    line: perHead(0.014, () => 850),
  },
  {
    type: 'การจัดการศึกษาภาคบังคับ (เงินเดือนครูและค่าจ้างประจำ)',
    payee: 'อปท.',
    kinds: ['pao', 'city', 'town'],
    coverage: 0.7,
    instalments: quarters,
    line: around(9_500_000, 40_000),
  },
  {
    type: 'ค่าป่วยการอาสาสมัครสาธารณสุขประจำหมู่บ้าน (อสม.)',
    payee: 'อปท.',
    kinds: ['pao'],
    coverage: 1,
    instalments: quarters,
    line: perHead(0.0155, () => 3 * 2000),
  },
  {
    type: 'โรงพยาบาลส่งเสริมสุขภาพตำบลที่ถ่ายโอน (รพ.สต.)',
    payee: 'อปท.',
    kinds: ['pao'],
    coverage: 0.8,
    instalments: quarters,
    line: around(38_000_000, 800_000),
  },
  {
    type: 'สนามกีฬาระดับจังหวัด',
    payee: 'อปท.',
    kinds: ['pao'],
    coverage: 0.6,
    instalments: once,
    line: around(2_400_000, 800_000),
  },
  {
    type: 'โครงการพระราชดำริด้านสาธารณสุข',
    payee: 'อปท.',
    kinds: small,
    coverage: 0.98,
    instalments: once,
    line: ({ population }) => ({
      people: null,
      baht: 20_000 * Math.max(3, Math.round(population / 600)),
    }),
  },
  {
    type: 'เงินอุดหนุนตามอำนาจหน้าที่และภารกิจถ่ายโอน (ไม่กำหนดวัตถุประสงค์)',
    payee: 'อปท.',
    kinds: everyone,
    coverage: 1,
    instalments: [
      [1, '1'],
      [6, '2'],
    ],
    line: around(5_200_000, 6300),
  },
  {
    type: 'เงินรางวัล อปท. ที่มีการบริหารจัดการที่ดี',
    payee: 'อปท.',
    kinds: everyone,
    coverage: 0.03,
    instalments: [[9, '1']],
    line: (_, random) => ({ people: null, baht: random.pick([500_000, 800_000, 1_000_000]) }),
  },
];

/** Numbers of invented letters; the department's own never come near them. */
const firstLetter = 90_000;

/** A letter and the list that goes with it. */
interface Letter {
  programme: Programme;
  /** Place of the programme, and of the letter among its own. */
  at: number;
  place: number;
  fiscalYear: number;
  instalment: string;
  number: string;
  date: string;
  /** Day on which the money is there. */
  transferDate: string;
  urgency: string;
}

/** Every line of these authorities, by year and letter. One without a code has none. */
export function* sampleTransfers(
  authorities: readonly SampleAuthority[],
  options: TransferOptions
): Generator<SampleTransfer> {
  const letters = [...lettersUntil(options)];
  for (const authority of authorities) {
    if (authority.code === null) continue;
    for (const letter of letters) yield* linesOf(authority, letter, options);
  }
}

function* linesOf(
  authority: SampleAuthority,
  letter: Letter,
  { today, seed }: TransferOptions
): Generator<SampleTransfer> {
  const { programme, fiscalYear } = letter;
  const code = authority.code ?? '';
  if (!programme.kinds.includes(authority.kind)) return;
  if (randomOf(seed, 'programme', code, programme.type).next() >= programme.coverage) return;
  const random = randomOf(seed, 'transfer', code, programme.type, fiscalYear, letter.place);
  const steady = randomOf(seed, 'share', code, programme.type);
  const { people, baht } = programme.line(authority, random, steady);
  const { transferDate } = letter;
  const isThere = transferDate <= today;
  const base = {
    authority,
    fiscalYear,
    type: programme.type,
    subItem: programme.subItem ?? '',
    instalment: letter.instalment,
    payee: programme.payee,
    urgency: letter.urgency,
  };
  const allocationOf = (number: string) => `${number.split(' ').at(-1)}-${code}/${fiscalYear}`;
  const allocationNumber = allocationOf(letter.number);
  const satang = people === null ? Math.round(baht / 100) * 10_000 : Math.round(baht * 100);
  yield {
    ...base,
    letterNumber: letter.number,
    letterDate: letter.date,
    allocationNumber,
    transferDate: isThere ? transferDate : null,
    headcount: people,
    satang,
    status: isThere ? 'โอนแล้ว' : 'จัดสรร',
    amends: '',
  };
  // Some counted too few people, and a few too many: a letter later puts it right.
  const fate = random.next();
  const laterDate = addDays(letter.date, 34);
  const laterTransfer = addDays(laterDate, 9);
  if (people === null || fate >= 0.035 || laterTransfer > today) return;
  const more = Math.max(1, Math.round(people * 0.02));
  const isRecall = fate < 0.006;
  yield {
    ...base,
    letterNumber: laterNumber(letter),
    letterDate: laterDate,
    allocationNumber: allocationOf(laterNumber(letter)),
    transferDate: laterTransfer,
    headcount: more,
    satang: Math.round((satang / people) * more),
    status: isRecall ? 'เรียกคืน' : 'โอนแล้ว',
    amends: allocationNumber,
  };
}

/** Letters written by the day, the same for every authority. */
function* lettersUntil({ today, years, seed }: TransferOptions): Generator<Letter> {
  for (const fiscalYear of fiscalYears(today, years)) {
    for (const [at, programme] of programmes.entries()) {
      for (const [place, [month, instalment]] of programme.instalments.entries()) {
        const random = randomOf(seed, 'letter', programme.type, fiscalYear, place);
        const written: FiscalMonth = { year: fiscalYear, month };
        const date = workingDay(dayIn(written, 3 + Math.floor(random.next() * 12)));
        if (date > today) continue;
        const number = `มท 0808.2/ว ${firstLetter + at * 20 + place * 2}`;
        const transferDate = addDays(date, 5 + Math.floor(random.next() * 7));
        const urgency = random.next() < 0.8 ? 'ด่วนที่สุด' : 'ด่วนมาก';
        yield {
          programme,
          at,
          place,
          fiscalYear,
          instalment,
          number,
          date,
          transferDate,
          urgency,
        };
      }
    }
  }
}

/** Number of the letter that adds to another. */
function laterNumber({ at, place }: Letter): string {
  return `มท 0808.2/ว ${firstLetter + at * 20 + place * 2 + 1}`;
}

function addDays(day: string, days: number): string {
  const date = new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  return workingDay(date);
}

/** A day that is neither Saturday nor Sunday, this one or the next. */
function workingDay(day: string): string {
  const weekday = new Date(day).getUTCDay();
  const ahead = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return new Date(Date.parse(day) + ahead * 86_400_000).toISOString().slice(0, 10);
}
