import { bangkokToday } from '../editorial/day';
import type { SearchSource } from '../platform/search-source';
import { kindFacts } from './kinds';
import { authoritiesOf, isStanding, type RegisteredAuthority } from './register';

/** Authorities that exist today, by the names people write and by their codes. */
export const authoritySearch: SearchSource = {
  service: 'authority',
  key: 'code',
  async ids(strapi) {
    const { all } = await authoritiesOf(strapi);
    const today = bangkokToday();
    return all.filter((one) => isStanding(one, today)).map(nameOf);
  },
  async candidates(strapi) {
    const { all } = await authoritiesOf(strapi);
    return all.map(nameOf);
  },
  /** Midnight in Bangkok before the next day on which an authority begins or ends. */
  async nextChange(strapi) {
    const { all } = await authoritiesOf(strapi);
    const today = bangkokToday();
    const days = all.flatMap(({ validFrom, validTo }) =>
      [validFrom, validTo].filter((day): day is string => day !== null && day > today)
    );
    const [next] = days.sort();
    return next === undefined ? null : new Date(`${next}T00:00:00+07:00`);
  },
  async documents(strapi, ids) {
    const { byCode, byId } = await authoritiesOf(strapi);
    const today = bangkokToday();
    return ids.flatMap((id) => {
      const authority = byCode.get(id) ?? byId.get(id);
      if (!authority || !isStanding(authority, today)) return [];
      return [
        {
          id,
          title: authority.name,
          otherNames: otherNames(authority),
          errorMessages: [],
          letterKeys: [],
          passages: [{ heading: null, anchor: null, text: placeOf(authority) }],
          files: [],
          url: authority.code ? `/fiscal?authority=${authority.code}` : '/fiscal',
          date: null,
          audience: 'everyone' as const,
          topics: [],
          lawStatus: null,
          sample: authority.sample,
        },
      ];
    });
  },
};

function nameOf({ code, documentId }: RegisteredAuthority): string {
  return code ?? documentId;
}

function otherNames({ kind, name, code }: RegisteredAuthority): string[] {
  const { nameTh, abbreviation } = kindFacts[kind];
  const own = name.startsWith(nameTh) ? name.slice(nameTh.length) : '';
  const names = own && abbreviation ? [`${abbreviation}${own}`, `${abbreviation} ${own}`] : [];
  return code ? [...names, code] : names;
}

function placeOf({ district, province }: RegisteredAuthority): string {
  return [district && `อำเภอ${district}`, `จังหวัด${province}`].filter(Boolean).join(' ');
}
