import type { Core } from '@strapi/types';
import { kindFacts, ownName } from '../authority/kinds';
import { authoritiesOf, isStanding } from '../authority/register';
import { nameKey, type SubsidyContext } from './sheet';

/** What a list of transfers is judged by: the register as it is now. */
export async function loadSubsidyContext(strapi: Core.Strapi): Promise<SubsidyContext> {
  const { all, places } = await authoritiesOf(strapi);
  const authorities = new Map<string, { name: string; province: string }>();
  const codesByName = new Map<string, string | null>();
  const past = new Map<string, string | null>();
  for (const authority of all) {
    const { code, kind, name, provinceCode } = authority;
    if (code === null) continue;
    authorities.set(code, { name, province: provinceCode });
    const own = ownName(kind, name);
    const { nameTh, abbreviation } = kindFacts[kind];
    const named = isStanding(authority) ? codesByName : past;
    for (const written of new Set([name, nameTh + own, abbreviation + own].map(nameKey))) {
      const key = `${provinceCode}/${written}`;
      named.set(key, named.has(key) ? null : code);
    }
  }
  // A name means the authority that bears it today, else the one that last did.
  for (const [key, code] of past) if (!codesByName.has(key)) codesByName.set(key, code);
  const provinces = new Map(
    places.provinces.flatMap(({ code, nameTh, nameEn, abbreviation }) =>
      [code, nameTh, nameEn, abbreviation].map((name) => [nameKey(name), code] as const)
    )
  );
  for (const name of ['กรุงเทพ', 'กทม']) provinces.set(nameKey(name), '10');
  provinces.set('อยุธยา', '14');
  return { authorities, codesByName, provinces };
}
