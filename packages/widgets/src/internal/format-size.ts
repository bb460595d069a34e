import type { Localizer } from './render-states.js';

/** The size of a file, e.g. `1.2 เมกะไบต์`. */
export function formatSize(bytes: number, { language }: Localizer): string {
  const isLarge = bytes >= 1e6;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    unitDisplay: language === 'th' ? 'long' : 'short',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(Math.max(bytes / (isLarge ? 1e6 : 1e3), 1));
}
