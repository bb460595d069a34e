import type { Authority, AuthorityListItem } from '@km-laas/contract';
import { refOf, type AuthorityRegister, type RegisteredAuthority } from './register';

export function adaptAuthorityListItem(authority: RegisteredAuthority): AuthorityListItem {
  const { region, population, validTo, sample } = authority;
  return { ...refOf(authority), region, population, validTo, sample };
}

/** @param register - Where what it became, and what it was, is looked up. */
export function adaptAuthority(
  authority: RegisteredAuthority,
  register: AuthorityRegister
): Authority {
  const { documentId, districtCode, populationYear, areaKm2, areaYear, validFrom } = authority;
  const successor = register.byId.get(authority.successorId ?? '');
  // What an authority was stood in the same province: only those need be looked through.
  const predecessors = register
    .ofProvince(authority.provinceCode)
    .filter(({ successorId }) => successorId === documentId);
  return {
    ...adaptAuthorityListItem(authority),
    districtCode,
    populationYear,
    areaKm2,
    areaYear,
    validFrom,
    successor: successor ? refOf(successor) : null,
    predecessors: predecessors.map(refOf),
  };
}
