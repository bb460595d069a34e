const collator = /* @__PURE__ */ new Intl.Collator('th', { numeric: true });

/**
 * Compares two texts in the order of a Thai dictionary, for `Array.prototype.sort`.
 *
 * Words sort by their first consonant, not by a vowel written before it (เ แ โ ใ ไ); tone marks
 * decide only between words that are otherwise equal; runs of digits, Thai or Arabic, sort by value.
 */
export function compareThai(a: string, b: string): number {
  return collator.compare(a, b);
}
