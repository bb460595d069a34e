import type { Localizer } from './render-states.js';

const units = { th: ['กิโลไบต์', 'เมกะไบต์'], en: ['kB', 'MB'] };

/** The size of a file, e.g. `1.2 เมกะไบต์`. */
export function formatSize(bytes: number, { language }: Localizer): string {
  const isLarge = bytes >= 1e6;
  const size = Math.max(bytes / (isLarge ? 1e6 : 1e3), 1).toFixed(isLarge ? 1 : 0);
  return `${+size} ${units[language][+isLarge]}`;
}
