import type { Authority, AuthorityListItem, AuthorityQuery, Province } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { bangkokToday } from '../editorial/day';
import { adaptAuthority, adaptAuthorityListItem } from './dto';
import { loadPlaces } from './places';
import { authoritiesOf, isStanding, type RegisteredAuthority } from './register';

interface AuthorityList {
  data: AuthorityListItem[];
  total: number;
  /** When another authority begins or ends. */
  validUntil: Date | null;
}

/** The 77 provinces, by code. */
export async function listProvinces(): Promise<{ data: Province[]; total: number }> {
  const { provinces } = await loadPlaces();
  return { data: [...provinces], total: provinces.length };
}

/** Authorities that exist today: the nearest to `q` first, else in the order of a dictionary. */
export async function listAuthorities(
  strapi: Core.Strapi,
  { q, province, kind, page, pageSize }: AuthorityQuery
): Promise<AuthorityList> {
  const register = await authoritiesOf(strapi);
  const today = bangkokToday();
  const only = (authority: RegisteredAuthority) => isStanding(authority, today);
  const { find, inOrder } = register.suggestions();
  const found =
    q === undefined
      ? inOrder.filter(
          (authority) =>
            (province === undefined || authority.provinceCode === province) &&
            (kind === undefined || authority.kind === kind) &&
            only(authority)
        )
      : find(q, { province, kind, only });
  return {
    data: found.slice((page - 1) * pageSize, page * pageSize).map(adaptAuthorityListItem),
    total: found.length,
    validUntil: nextChange(register.all, today),
  };
}

/** One authority by its code, whether it exists today or did once. */
export async function getAuthority(strapi: Core.Strapi, code: string): Promise<Authority | null> {
  const register = await authoritiesOf(strapi);
  const authority = register.byCode.get(code);
  return authority ? adaptAuthority(authority, register) : null;
}

/** The start, in Bangkok, of the next day on which an authority begins or ends. */
function nextChange(all: readonly RegisteredAuthority[], today: string): Date | null {
  let next: string | null = null;
  for (const { validFrom, validTo } of all) {
    for (const day of [validFrom, validTo]) {
      if (day !== null && day > today && (next === null || day < next)) next = day;
    }
  }
  return next === null ? null : new Date(`${next}T00:00:00+07:00`);
}
