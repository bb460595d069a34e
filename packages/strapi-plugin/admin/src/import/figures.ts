const baht = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const whole = new Intl.NumberFormat('en-US');

/** Satang as baht with two decimals and separators, exact to the satang. */
export function bahtOf(satang: number): string {
  return baht.format(satang / 100);
}

/** A count with separators. */
export function countOf(count: number): string {
  return whole.format(count);
}

/** Bytes as a person reads them. */
export function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en-US')} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`;
}
