import type { FiscalLink } from './fiscal-link.js';

/** A hash that opens the chart as it is, e.g. `#km-fiscal=03470102,2570,months`. */
export function writeLink({ area, fiscalYear, view, perHead }: FiscalLink): string {
  const parts = [area.code || 'country', fiscalYear, view, ...(perHead ? ['head'] : [])];
  return `#km-fiscal=${parts.join(',')}`;
}
