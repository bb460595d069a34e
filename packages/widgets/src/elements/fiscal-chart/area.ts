import type { FiscalLevel } from '@km-laas/contract';

/** What figures are shown of; the code is empty for the country. */
export interface Area {
  level: FiscalLevel;
  code: string;
}

const forms: readonly (readonly [FiscalLevel, RegExp])[] = [
  ['authority', /^\d{8}$/],
  ['province', /^\d{2}$/],
  ['region', /^(north|northeast|central|east|west|south)$/],
  ['country', /^(country)?$/],
];

/** The area of a code, whose form tells its level; undefined for what is no code. */
export function areaOf(code: string): Area | undefined {
  const level = forms.find(([, form]) => form.test(code))?.[0];
  return level && { level, code: level === 'country' ? '' : code };
}
