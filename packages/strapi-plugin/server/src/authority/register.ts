import type { AuthorityKind, AuthorityRef, Region } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { linkOf, tableNamed, tableOf } from '../content/tables';
import { bangkokToday } from '../editorial/day';
import { revisionsOf } from '../platform/revisions';
import { kindFacts } from './kinds';
import { loadPlaces, type Places } from './places';
import { indexSuggestions, type Suggestions, type SuggestOptions } from './suggest';

/** A local authority as the register has it. */
export interface RegisteredAuthority {
  documentId: string;
  /** Eight digits; null where none is known. Facts are kept by it. */
  code: string | null;
  kind: AuthorityKind;
  /** Whole name: `เทศบาลนครสกลนคร`. */
  name: string;
  district: string | null;
  districtCode: string | null;
  provinceCode: string;
  /** Thai name of the province. */
  province: string;
  region: Region;
  population: number | null;
  /** พ.ศ. */
  populationYear: number | null;
  areaKm2: number | null;
  /** พ.ศ. */
  areaYear: number | null;
  /** First day it exists; null where it is not known. */
  validFrom: string | null;
  /** First day it exists no more; null while it does. */
  validTo: string | null;
  /** documentId of what it became. */
  successorId: string | null;
  sample: boolean;
}

/** The register of authorities at one revision: read once, kept in memory, never changed. */
export interface AuthorityRegister {
  readonly revision: number;
  /** Every authority there is or was, by code; those without a code come last. */
  readonly all: readonly RegisteredAuthority[];
  readonly byCode: ReadonlyMap<string, RegisteredAuthority>;
  readonly byId: ReadonlyMap<string, RegisteredAuthority>;
  readonly places: Places;
  /** Every authority of a province there is or was. */
  ofProvince(provinceCode: string): readonly RegisteredAuthority[];
  /** The nearest to what somebody typed, of those that exist today. */
  suggest(
    q: string,
    options?: Omit<SuggestOptions<RegisteredAuthority>, 'only'> & { limit?: number }
  ): RegisteredAuthority[];
  /** For a whole list; made when first asked for. */
  suggestions(): Suggestions<RegisteredAuthority>;
}

const uid = 'plugin::km.authority';

interface Kept {
  revision: number;
  register: Promise<AuthorityRegister>;
}

const kept = new WeakMap<Core.Strapi, Kept>();

/** The register as it is now. Cheap: it is read again only after something in it has changed. */
export async function authoritiesOf(strapi: Core.Strapi): Promise<AuthorityRegister> {
  const revision = revisionsOf(strapi).snapshot().authority ?? 0;
  const known = kept.get(strapi);
  if (known?.revision === revision) return known.register;
  const register = readRegister(strapi, revision);
  kept.set(strapi, { revision, register });
  try {
    return await register;
  } catch (error) {
    // A failed read is tried again by whoever asks next.
    if (kept.get(strapi)?.register === register) kept.delete(strapi);
    throw error;
  }
}

/** Whether an authority exists on a day; today in Bangkok where none is given. */
export function isStanding(
  { validFrom, validTo }: Pick<RegisteredAuthority, 'validFrom' | 'validTo'>,
  day: string = bangkokToday()
): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);
}

/** An authority as other answers name it. */
export function refOf(authority: RegisteredAuthority): AuthorityRef {
  const { code, name, kind, district, provinceCode, province } = authority;
  return { code, name, kind, district, provinceCode, province };
}

interface AuthorityRow {
  id: number;
  document_id: string;
  code: string | null;
  kind: string;
  name: string | null;
  district: string | null;
  district_code: string | null;
  province_code: string | null;
  population: number | null;
  population_year: number | null;
  area_km_2: number | null;
  area_year: number | null;
  valid_from: string | null;
  valid_to: string | null;
  sample: boolean | number | null;
}

const columns = [
  'id',
  'document_id',
  'code',
  'kind',
  'name',
  'district',
  'district_code',
  'province_code',
  'population',
  'population_year',
  'area_km_2',
  'area_year',
  'valid_from',
  'valid_to',
  'sample',
];

async function readRegister(strapi: Core.Strapi, revision: number): Promise<AuthorityRegister> {
  return indexRegister(revision, await readAuthorities(strapi), await loadPlaces());
}

/** Every authority as the database has it now, in the order of the codes; `tables` of a transaction. */
export async function readAuthorities(
  strapi: Core.Strapi,
  tables: (name: string) => Knex.QueryBuilder = (name) => tableNamed(strapi, name)
): Promise<RegisteredAuthority[]> {
  const places = await loadPlaces();
  const rows = (await tables(tableOf(strapi, uid)).select(columns)) as AuthorityRow[];
  const link = linkOf(strapi, uid, 'successor');
  const links = (await tables(link.table).select(link.from, link.to)) as Record<string, number>[];
  const documentIds = new Map(rows.map(({ id, document_id }) => [id, document_id]));
  const successors = new Map(
    links.map((row) => [row[link.from], documentIds.get(row[link.to] ?? 0) ?? null])
  );
  return rows
    .flatMap((row) => adaptRow(row, places, successors.get(row.id) ?? null) ?? [])
    .sort(inRegisterOrder);
}

/** A row as the register has it; null for one that names no kind or province, which nobody can use. */
function adaptRow(
  row: AuthorityRow,
  places: Places,
  successorId: string | null
): RegisteredAuthority | null {
  const province = places.province(row.province_code ?? '');
  if (!province || !row.name || !Object.hasOwn(kindFacts, row.kind)) return null;
  return {
    documentId: row.document_id,
    code: row.code === null || !/^\d{8}$/.test(row.code) ? null : row.code,
    kind: row.kind as AuthorityKind,
    name: row.name,
    district: row.district,
    districtCode: row.district_code,
    provinceCode: province.code,
    province: province.nameTh,
    region: province.region,
    population: row.population,
    populationYear: row.population_year,
    areaKm2: row.area_km_2 === null ? null : Number(row.area_km_2),
    areaYear: row.area_year,
    validFrom: dayOf(row.valid_from),
    validTo: dayOf(row.valid_to),
    successorId,
    sample: Boolean(row.sample),
  };
}

function indexRegister(
  revision: number,
  all: readonly RegisteredAuthority[],
  places: Places
): AuthorityRegister {
  const byProvince = new Map<string, RegisteredAuthority[]>();
  for (const authority of all) {
    const neighbours = byProvince.get(authority.provinceCode);
    if (neighbours) neighbours.push(authority);
    else byProvince.set(authority.provinceCode, [authority]);
  }
  let suggestions: Suggestions<RegisteredAuthority> | undefined;
  const register: AuthorityRegister = {
    revision,
    all,
    places,
    byCode: new Map(
      all.flatMap((authority) => (authority.code ? [[authority.code, authority] as const] : []))
    ),
    byId: new Map(all.map((authority) => [authority.documentId, authority])),
    ofProvince: (code) => byProvince.get(code) ?? [],
    suggest(q, { limit = 10, ...options } = {}) {
      const today = bangkokToday();
      const only = (authority: RegisteredAuthority) => isStanding(authority, today);
      return register
        .suggestions()
        .find(q, { ...options, only })
        .slice(0, limit);
    },
    suggestions() {
      suggestions ??= indexSuggestions(all, places.provinces);
      return suggestions;
    },
  };
  return register;
}

function inRegisterOrder(a: RegisteredAuthority, b: RegisteredAuthority): number {
  if (a.code !== b.code) return a.code === null || (b.code !== null && a.code > b.code) ? 1 : -1;
  return a.documentId < b.documentId ? -1 : 1;
}

/** A day as every database and driver hands it out. */
function dayOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10);
}
