import type { AuthorityKind, FiscalMeasure } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { LRUCache } from 'lru-cache';
import { kindNames } from '../authority/kinds';
import {
  authoritiesOf,
  type AuthorityRegister,
  type RegisteredAuthority,
} from '../authority/register';
import { breathe } from '../platform/breathe';
import { measures, sortedValues, type Peer } from './comparison';
import { commonestMonths, lastOfYears, readPeers, type Standing } from './figures';
import { groupBy } from './group-by';
import type { ShownMonth } from './ledger';
import { lastMonthOf } from './months';
import { shownNow } from './shown-now';

/** One of those an authority is compared with. */
export interface KnownPeer extends Peer {
  authority: RegisteredAuthority;
}

/** Authorities that are compared with one another, and their values sorted once for all of them. */
export interface PeerField {
  peers: readonly KnownPeer[];
  sorted(measure: FiscalMeasure): Float64Array;
  within(part: 'provinceCode' | 'region', value: string): PeerField;
}

export function createField(peers: readonly KnownPeer[]): PeerField {
  const values = new Map<FiscalMeasure, Float64Array>();
  const parts = new Map<string, PeerField>();
  return {
    peers,
    sorted(measure) {
      const known = values.get(measure) ?? sortedValues(peers, measure);
      values.set(measure, known);
      return known;
    },
    within(part, value) {
      const key = `${part}/${value}`;
      const known = parts.get(key) ?? createField(peers.filter((peer) => peer[part] === value));
      parts.set(key, known);
      return known;
    },
  };
}

/** Whom to compare: a kind, at a month, with just these months (bits) reported until then. */
export interface AskedField {
  kind: AuthorityKind;
  standingId: number;
  months: number;
}

type Kinds = ReadonlyMap<AuthorityKind, PeerField>;

/** Sets of months kept in memory, with the fields of every kind: they are read together. */
const setsKept = 16;
const sets = new WeakMap<Core.Strapi, LRUCache<string, Promise<Kinds>>>();

/** Nobody to compare with. */
export const emptyField = createField([]);

/** Everyone of a kind who reported the same months. Standings never change, so they are kept. */
export async function peerField(
  strapi: Core.Strapi,
  register: AuthorityRegister,
  { kind, standingId, months }: AskedField
): Promise<PeerField> {
  const kept = sets.get(strapi) ?? new LRUCache<string, Promise<Kinds>>({ max: setsKept });
  sets.set(strapi, kept);
  const key = [register.revision, standingId, months].join('/');
  const known = kept.get(key);
  if (known) return (await known).get(kind) ?? emptyField;
  const read = readPeers(strapi, standingId, months).then((standings) =>
    fieldsOf(register, standings)
  );
  kept.set(key, read);
  // A failed read is tried again by whoever asks next.
  read.catch(() => kept.delete(key));
  return (await read).get(kind) ?? emptyField;
}

function fieldsOf(register: AuthorityRegister, standings: readonly Standing[]): Kinds {
  const kinds = groupBy(peersOf(register, standings), ({ authority }) => authority.kind);
  return new Map([...kinds].map(([kind, peers]) => [kind, createField(peers)]));
}

/** Sets of months that are had ready of the newest year: who is on time, and who is a month behind. */
const setsReady = 2;

/**
 * Has ready what comparisons begin with, so that nobody waits for it: every kind, by the months most
 * authorities have reported of each year, the newest year first.
 */
export async function prepareFields(strapi: Core.Strapi): Promise<void> {
  const shown = await shownNow(strapi);
  const [newest, ...earlier] = [...lastOfYears(shown).values()].reverse();
  if (!newest) return;
  await prepareYear(strapi, shown, newest, setsReady);
  for (const last of earlier.slice(0, setsKept - setsReady)) {
    await prepareYear(strapi, shown, last, 1);
  }
}

async function prepareYear(
  strapi: Core.Strapi,
  shown: readonly ShownMonth[],
  { fiscalYear, standingId }: ShownMonth,
  count: number
): Promise<void> {
  const register = await authoritiesOf(strapi);
  for (const months of await commonestMonths(strapi.db.connection, standingId, count)) {
    const month = shown.find(
      (one) => one.fiscalYear === fiscalYear && one.fiscalMonth === lastMonthOf(months)
    );
    if (!month) continue;
    for (const kind of kindNames) {
      const asked = { kind, standingId: month.standingId, months };
      const field = await peerField(strapi, register, asked);
      await breathe();
      for (const measure of measures) field.sorted(measure);
      await breathe();
    }
  }
}

function peersOf(register: AuthorityRegister, standings: readonly Standing[]): KnownPeer[] {
  return standings.flatMap((standing) => {
    const authority = register.byCode.get(standing.authority);
    return authority ? [adaptPeer(standing, authority)] : [];
  });
}

function adaptPeer(standing: Standing, authority: RegisteredAuthority): KnownPeer {
  return {
    authority,
    code: standing.authority,
    provinceCode: authority.provinceCode,
    region: authority.region,
    population: authority.population,
    revenue: standing.revenue,
    expenditure: standing.expenditure,
    ownRevenue: standing.ownRevenue,
    investment: standing.investment,
  };
}
