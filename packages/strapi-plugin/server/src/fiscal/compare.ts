import type { FiscalComparison, FiscalMeasure, PeerGroup } from '@km-laas/contract';
import { satangToBaht } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import { regionNames } from '../authority/provinces';
import {
  authoritiesOf,
  refOf,
  type AuthorityRegister,
  type RegisteredAuthority,
} from '../authority/register';
import { knownAuthority } from './areas';
import {
  measureOf,
  measures,
  mostAlike,
  quartilesOf,
  rankOf,
  roundMeasure,
  type Peer,
} from './comparison';
import { readPeers, yearsOfAuthority, type Standing } from './figures';
import { shownMonths } from './ledger';
import { provenanceOf, yearAsked, type Provenance } from './provenance';

const similarShown = 10;

interface KnownPeer extends Peer {
  authority: RegisteredAuthority;
}

/**
 * An authority beside those of its kind that reported the same months.
 *
 * @throws {ProblemError} 404 where nobody in the register has the code.
 */
export async function getComparison(
  strapi: Core.Strapi,
  query: { authority: string; fiscalYear?: number | undefined }
): Promise<{ data: FiscalComparison; meta: Provenance }> {
  const session = strapi.db.connection;
  const register = await authoritiesOf(strapi);
  const authority = knownAuthority(register, query.authority);
  const shown = await shownMonths(session);
  const years = await yearsOfAuthority(session, shown, query.authority);
  const fiscalYear = yearAsked(query.fiscalYear, [...years.keys()]);
  const own = years.get(fiscalYear);
  // At the last month it reported itself, so that nobody is ahead of it.
  const through = own
    ? shown.find(
        (month) => month.fiscalYear === fiscalYear && month.fiscalMonth === own.throughMonth
      )
    : undefined;
  const standings = own && through ? await readPeers(session, through.standingId, own.months) : [];
  const peers = peersOf(register, authority, standings);
  const ownPeer = peers.find(({ code }) => code === query.authority);
  const alike = ownPeer ? mostAlike(ownPeer, peers, similarShown) : [];
  const groups = groupsOf(
    register,
    authority,
    peers,
    alike.map(({ peer }) => peer)
  );
  return {
    data: {
      authority: refOf(authority),
      fiscalYear,
      throughMonth: own?.throughMonth ?? null,
      measures: measures.map((measure) => {
        const value = ownPeer ? measureOf(ownPeer, measure) : null;
        return {
          measure,
          value: value === null ? null : roundMeasure(measure, value),
          groups: groups.map((group) => measureGroup(group, measure, value)),
        };
      }),
      similar: alike.map(({ peer, likeness, score }) => ({
        authority: refOf(peer.authority),
        score: round(score),
        likeness: {
          population: likeness.population === null ? null : round(likeness.population),
          revenue: round(likeness.revenue),
          place: likeness.place,
        },
        population: peer.population,
        revenue: satangToBaht(peer.revenue),
        expenditure: satangToBaht(peer.expenditure),
      })),
    },
    meta: provenanceOf(
      shown.filter(
        (month) => month.fiscalYear === fiscalYear && month.fiscalMonth <= (own?.throughMonth ?? 0)
      )
    ),
  };
}

function peersOf(
  register: AuthorityRegister,
  { kind }: RegisteredAuthority,
  standings: readonly Standing[]
): KnownPeer[] {
  const peers: KnownPeer[] = [];
  for (const standing of standings) {
    const authority = register.byCode.get(standing.authority);
    if (authority?.kind !== kind) continue;
    peers.push({
      authority,
      code: standing.authority,
      provinceCode: authority.provinceCode,
      region: authority.region,
      population: authority.population,
      revenue: standing.revenue,
      expenditure: standing.expenditure,
      ownRevenue: standing.ownRevenue,
      investment: standing.investment,
    });
  }
  return peers;
}

interface Group {
  group: PeerGroup['group'];
  nameTh: string;
  nameEn: string;
  members: readonly Peer[];
}

function groupsOf(
  register: AuthorityRegister,
  { provinceCode, region }: RegisteredAuthority,
  peers: readonly Peer[],
  similar: readonly Peer[]
): Group[] {
  const province = register.places.province(provinceCode);
  return [
    {
      group: 'province',
      nameTh: `จังหวัด${province?.nameTh ?? ''}`,
      nameEn: province?.nameEn ?? '',
      members: peers.filter((peer) => peer.provinceCode === provinceCode),
    },
    {
      group: 'region',
      ...regionNames[region],
      members: peers.filter((peer) => peer.region === region),
    },
    { group: 'country', nameTh: 'ทั้งประเทศ', nameEn: 'Thailand', members: peers },
    { group: 'similar', nameTh: 'อปท. ที่คล้ายกัน', nameEn: 'Similar authorities', members: similar },
  ];
}

function measureGroup(
  { group, nameTh, nameEn, members }: Group,
  measure: FiscalMeasure,
  own: number | null
): PeerGroup {
  const values: number[] = [];
  for (const member of members) {
    const value = measureOf(member, measure);
    if (value !== null) values.push(value);
  }
  const sorted = Float64Array.from(values).sort();
  const quartiles = quartilesOf(sorted);
  const rounded = (value: number | undefined) =>
    value === undefined ? null : roundMeasure(measure, value);
  return {
    group,
    nameTh,
    nameEn,
    count: values.length,
    q1: rounded(quartiles?.q1),
    median: rounded(quartiles?.median),
    q3: rounded(quartiles?.q3),
    rank: own === null || group === 'similar' ? null : rankOf(sorted, own),
  };
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
