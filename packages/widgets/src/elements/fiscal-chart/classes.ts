/** How many shades a map has. */
const most = 5;

/**
 * Upper ends of the classes of a map, so that each class has about as many members.
 *
 * They are rounded to two digits, for a legend is to be read; equal ones are one.
 */
export function classLimits(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  if (!sorted.length) return [];
  const limits = Array(most - 1)
    .fill(0)
    .map((_, index) => round(sorted[Math.floor(((index + 1) * sorted.length) / most)]!));
  return [...new Set(limits)].filter((limit) => limit > sorted[0]! && limit <= sorted.at(-1)!);
}

/** Class of a value, 0 for the lowest. */
export function classOf(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit).length;
}

function round(value: number): number {
  const unit = 10 ** Math.max(Math.floor(Math.log10(Math.abs(value) || 1)) - 1, -2);
  return Math.round(value / unit) * unit;
}
