export { buddhistYearOf, writeThaiDay } from '@km-laas/thai/thai-day';

// Without Intl, whose first use in a page keeps a phone busy for a fifth of a second.

/** A moment whose fields in UTC are those of Bangkok; undefined for what is none. */
export function inBangkok(iso: string): Date | undefined {
  // Thailand has kept this offset since 1920.
  const at = new Date(Date.parse(iso) + 7 * 3_600_000);
  return isNaN(+at) ? undefined : at;
}

/** Writes commas between thousands; decimals are left alone. */
export function groupThousands(digits: string): string {
  return digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}
