import { authorityCode, provinceCode, region as regionShape } from '@km-laas/contract';
import type { AuthorityKind, FiscalLevel, FiscalOverview, Province } from '@km-laas/contract';
import { LRUCache } from 'lru-cache';
import { regionNames } from '../authority/provinces';
import { refOf, type AuthorityRegister, type RegisteredAuthority } from '../authority/register';
import { ProblemError } from '../platform/problem';
import { groupBy } from './group-by';
import { daysOf, existsIn, type FiscalMonthOfYear } from './months';
import { countryArea } from './summaries';

/** What figures are asked of: an authority, or an area that is kept added up. */
export interface AskedArea {
  level: FiscalLevel;
  /** Its name in the summaries; an authority has its code there. */
  key: string;
  /** Everyone in it there is or was; the authority alone where one was asked for. */
  everyone(): readonly RegisteredAuthority[];
  names: { nameTh: string; nameEn: string };
}

/** How many people are counted in an area, and when. */
export interface Population {
  population: number | null;
  populationYear: number | null;
}

const sentences = {
  countryCode: {
    th: 'ระดับประเทศ (level=country) ไม่ต้องระบุ code',
    en: 'The country (level=country) takes no code.',
  },
  authorityKind: {
    th: 'ระดับ อปท. (level=authority) ไม่ต้องระบุ kind เพราะ อปท. หนึ่งแห่งมีประเภทเดียว',
    en: 'One authority (level=authority) takes no kind: it has one already.',
  },
  region: {
    th: 'ระดับภาค (level=region) ต้องระบุ code เป็น north, northeast, central, east, west หรือ south',
    en: 'A region (level=region) needs a code: north, northeast, central, east, west or south.',
  },
  province: {
    th: 'ระดับจังหวัด (level=province) ต้องระบุ code เป็นรหัสจังหวัด 2 หลัก เช่น 47',
    en: "A province (level=province) needs a code: the province's two digits, e.g. 47.",
  },
  authority: {
    th: 'ระดับ อปท. (level=authority) ต้องระบุ code เป็นรหัส อปท. 8 หลัก เช่น 03470102',
    en: "An authority (level=authority) needs a code: the authority's eight digits, e.g. 03470102.",
  },
} as const;

function refuse(sentence: { th: string; en: string }, parameter: string): ProblemError {
  return new ProblemError(400, sentence, { parameters: [parameter] });
}

/**
 * The area a query means.
 *
 * @throws {ProblemError} 400 where level, code and kind do not fit together, 404 where the code is
 * nobody's.
 */
export function askedArea(
  register: AuthorityRegister,
  { level, code, kind }: { level: FiscalLevel; code?: string; kind?: AuthorityKind }
): AskedArea {
  if (level === 'country') {
    if (code !== undefined) throw refuse(sentences.countryCode, 'code');
    return {
      level,
      key: countryArea,
      everyone: () => register.all,
      names: { nameTh: 'ทั้งประเทศ', nameEn: 'Thailand' },
    };
  }
  if (level === 'region') {
    const asked = regionShape.safeParse(code);
    if (!asked.success) throw refuse(sentences.region, 'code');
    return {
      level,
      key: asked.data,
      everyone: () => register.all.filter(({ region }) => region === asked.data),
      names: regionNames[asked.data],
    };
  }
  if (level === 'province') {
    if (!provinceCode.safeParse(code).success) throw refuse(sentences.province, 'code');
    return provinceArea(register, knownProvince(register, code ?? ''));
  }
  if (!authorityCode.safeParse(code).success) throw refuse(sentences.authority, 'code');
  if (kind !== undefined) throw refuse(sentences.authorityKind, 'kind');
  const authority = knownAuthority(register, code ?? '');
  return {
    level,
    key: code ?? '',
    everyone: () => [authority],
    names: { nameTh: authority.name, nameEn: authority.name },
  };
}

export function provinceArea(
  register: AuthorityRegister,
  { code, nameTh, nameEn }: Province
): AskedArea {
  return {
    level: 'province',
    key: code,
    everyone: () => register.ofProvince(code),
    names: { nameTh, nameEn },
  };
}

/** @throws {ProblemError} 404 where no province has the code. */
export function knownProvince(register: AuthorityRegister, code: string): Province {
  const province = register.places.province(code);
  if (province) return province;
  throw new ProblemError(404, {
    th: `ไม่มีจังหวัดรหัส ${code}`,
    en: `There is no province with the code ${code}.`,
  });
}

/** @throws {ProblemError} 404 where no authority has the code. */
export function knownAuthority(register: AuthorityRegister, code: string): RegisteredAuthority {
  const authority = register.byCode.get(code);
  if (authority) return authority;
  throw new ProblemError(404, {
    th: `ไม่มี อปท. รหัส ${code} ในทะเบียน`,
    en: `There is no local authority with the code ${code} in the register.`,
  });
}

/** Those of an area and kind that exist in a month. */
function existing(
  authorities: readonly RegisteredAuthority[],
  month: FiscalMonthOfYear,
  kind?: AuthorityKind
): RegisteredAuthority[] {
  const days = daysOf(month);
  return authorities.filter(
    (one) => (kind === undefined || one.kind === kind) && existsIn(one, days)
  );
}

const nobody: Population = { population: null, populationYear: null };

/**
 * How many people live in the area of the given authorities, which exist at the same time; null
 * where somebody's number is missing. Only authorities with a code count: nobody else can have
 * figures to be divided by it.
 *
 * A provincial organization (อบจ.) serves the same people as the authorities below it, so they are
 * counted once: its own number stands for the province, or that of the others where it has none.
 */
export function populationOf(authorities: readonly RegisteredAuthority[]): Population {
  const coded = authorities.filter(({ code }) => code !== null);
  const kinds = new Set(coded.map(({ kind }) => kind));
  if (kinds.size <= 1) return sumOf(coded);
  const provinces = [...groupBy(coded, ({ provinceCode }) => provinceCode).values()];
  return sumOf(
    provinces.map((members) => {
      const whole = members.find(({ kind }) => kind === 'pao');
      if (whole && whole.population !== null) return whole;
      return sumOf(members.filter(({ kind }) => kind !== 'pao'));
    })
  );
}

function sumOf(parts: readonly Population[]): Population {
  if (parts.length === 0) return nobody;
  let population = 0;
  let populationYear: number | null = null;
  for (const part of parts) {
    if (part.population === null) return nobody;
    population += part.population;
    // The oldest year is the one the whole can be trusted for.
    if (part.populationYear !== null) {
      populationYear = Math.min(populationYear ?? part.populationYear, part.populationYear);
    }
  }
  return { population, populationYear };
}

/** Authorities of an area in a month, and the people they serve. */
export interface Members extends Population {
  count: number;
}

/** A register never changes, so what was counted in one is counted once. */
const counted = new WeakMap<AuthorityRegister, LRUCache<string, Members>>();

/** Counts those of an area and kind that exist in a month; an authority itself is always there. */
export function membersOf(
  register: AuthorityRegister,
  area: AskedArea,
  month: FiscalMonthOfYear,
  kind?: AuthorityKind
): Members {
  const kept = counted.get(register) ?? new LRUCache<string, Members>({ max: 1000 });
  counted.set(register, kept);
  const key = [area.key, kind, month.fiscalYear, month.fiscalMonth].join('/');
  const known = kept.get(key);
  if (known) return known;
  const there =
    area.level === 'authority' ? area.everyone() : existing(area.everyone(), month, kind);
  const members = { count: there.length, ...populationOf(there) };
  kept.set(key, members);
  return members;
}

/** The area as answers name it. */
export function describeArea(
  area: AskedArea,
  { population, populationYear }: Population
): FiscalOverview['area'] {
  const [only] = area.level === 'authority' ? area.everyone() : [];
  return {
    level: area.level,
    code: area.level === 'country' ? null : area.key,
    ...area.names,
    authority: only ? refOf(only) : null,
    population,
    populationYear,
  };
}

/** Baht a head to the satang; null where nobody is counted. */
export function perHead(satang: number, population: number | null): number | null {
  return population ? Math.round(satang / population) / 100 : null;
}
