// One table for the writer and the scorer: what it drops no trigram has.
const KEPT = new Uint8Array(65_536);
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const SMALL_MARK = /[\u0E47-\u0E4E]/;
for (let code = 0; code < KEPT.length; code += 1) {
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  const character = String.fromCharCode(code);
  KEPT[code] = !surrogate && LETTER.test(character) && !SMALL_MARK.test(character) ? 1 : 0;
}

/** Whether a UTF-16 unit of a key is part of its trigrams. */
export function isGramUnit(code: number): boolean {
  return KEPT[code] === 1;
}

/**
 * The key without what people leave out, double or mistake: tone marks and the other small marks
 * above the line, spaces, punctuation. Trigrams of it survive ท้องถิน for ท้องถิ่น.
 */
export function gramText(key: string): string {
  let text = '';
  let kept = 0;
  for (let at = 0; at < key.length; at += 1) {
    if (KEPT[key.charCodeAt(at)] === 1) continue;
    if (at > kept) text += key.slice(kept, at);
    kept = at + 1;
  }
  return kept === 0 ? key : text + key.slice(kept);
}

/** The distinct trigrams of a gram text, in the order they appear. */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at += 1) grams.add(text.slice(at, at + 3));
  return [...grams];
}
