import { randomOf } from './random';
import type { SampleAuthority } from './sample-register';

/** Sakon Nakhon (47) and the provinces around it, which samples show in full. */
export const wholeProvinces: readonly string[] = ['47', '38', '41', '43', '46', '48', '49'];

/** How many authorities of every other province have figures, beside its provincial organization and cities. */
const elsewhere = 2;

/**
 * Those that have sample figures: enough that no province of the map is empty, and all cities, so
 * that the city the samples are about has its ten most similar.
 */
export function authoritiesWithFigures(
  authorities: readonly SampleAuthority[],
  seed: string
): SampleAuthority[] {
  const whole = new Set(wholeProvinces);
  const byProvince = new Map<string, SampleAuthority[]>();
  for (const authority of authorities) {
    if (authority.code === null) continue;
    const { provinceCode } = authority;
    byProvince.set(provinceCode, [...(byProvince.get(provinceCode) ?? []), authority]);
  }
  return [...byProvince].flatMap(([province, own]) => {
    if (whole.has(province)) return own;
    const lot = ({ code }: SampleAuthority) => randomOf(seed, 'chosen', code ?? '').next();
    const always = own.filter(({ kind }) => kind === 'pao' || kind === 'city');
    const others = own
      .filter((authority) => !always.includes(authority))
      .map((authority) => ({ authority, lot: lot(authority) }))
      .sort((a, b) => a.lot - b.lot)
      .slice(0, elsewhere)
      .map(({ authority }) => authority);
    return [...always, ...others];
  });
}
