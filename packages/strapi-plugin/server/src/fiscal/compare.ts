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
import { measureOf, measures, mostAlike, quartilesOf, rankOf, roundMeasure } from './comparison';
import { yearsOfAuthority } from './figures';
import { createField, emptyField, peerField, type PeerField } from './peer-fields';
import { provenanceOf, yearAsked, type Provenance } from './provenance';
import { shownNow } from './shown-now';

const similarShown = 10;

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
  const shown = await shownNow(strapi);
  const years = await yearsOfAuthority(session, shown, query.authority);
  const fiscalYear = yearAsked(query.fiscalYear, [...years.keys()]);
  const own = years.get(fiscalYear);
  // At the last month it reported itself, so that nobody is ahead of it.
  const through = own
    ? shown.find(
        (month) => month.fiscalYear === fiscalYear && month.fiscalMonth === own.throughMonth
      )
    : undefined;
  const field =
    own && through
      ? await peerField(strapi, register, {
          kind: authority.kind,
          standingId: through.standingId,
          months: own.months,
        })
      : emptyField;
  const { peers } = field;
  const ownPeer = peers.find(({ code }) => code === query.authority);
  const alike = ownPeer ? mostAlike(ownPeer, peers, similarShown) : [];
  const groups = groupsOf(register, authority, field, createField(alike.map(({ peer }) => peer)));
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

interface Group {
  group: PeerGroup['group'];
  nameTh: string;
  nameEn: string;
  field: PeerField;
}

function groupsOf(
  register: AuthorityRegister,
  { provinceCode, region }: RegisteredAuthority,
  field: PeerField,
  similar: PeerField
): Group[] {
  const province = register.places.province(provinceCode);
  return [
    {
      group: 'province',
      nameTh: `จังหวัด${province?.nameTh ?? ''}`,
      nameEn: province?.nameEn ?? '',
      field: field.within('provinceCode', provinceCode),
    },
    { group: 'region', ...regionNames[region], field: field.within('region', region) },
    { group: 'country', nameTh: 'ทั้งประเทศ', nameEn: 'Thailand', field },
    {
      group: 'similar',
      nameTh: 'อปท. ที่คล้ายกัน',
      nameEn: 'Similar authorities',
      field: similar,
    },
  ];
}

function measureGroup(
  { group, nameTh, nameEn, field }: Group,
  measure: FiscalMeasure,
  own: number | null
): PeerGroup {
  const sorted = field.sorted(measure);
  const quartiles = quartilesOf(sorted);
  const rounded = (value: number | undefined) =>
    value === undefined ? null : roundMeasure(measure, value);
  return {
    group,
    nameTh,
    nameEn,
    count: sorted.length,
    q1: rounded(quartiles?.q1),
    median: rounded(quartiles?.median),
    q3: rounded(quartiles?.q3),
    rank: own === null || group === 'similar' ? null : rankOf(sorted, own),
  };
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
