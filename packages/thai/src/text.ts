// Firefox before 125 has no Intl.Segmenter; สระอำ is no mark to Unicode but part of its cluster.
const CLUSTER = /[^\p{M}\u0E33]?[\p{M}\u0E33]*/gu;

function* graphemesOf(text: string): Generator<string> {
  if ('Segmenter' in Intl) {
    const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(text);
    for (const { segment } of graphemes) yield segment;
  } else {
    for (const [cluster] of text.matchAll(CLUSTER)) if (cluster) yield cluster;
  }
}

/**
 * Shortens a text to at most so many characters as a reader counts them, the final `…` included.
 *
 * A Thai consonant stays with its vowels and tone marks. A text that fits is returned as it is.
 */
export function cutText(text: string, maxGraphemes: number): string {
  if (text.length <= maxGraphemes) return text;
  let count = 0;
  let length = 0;
  let lengthBeforeEllipsis = 0;
  for (const grapheme of graphemesOf(text)) {
    if (count === maxGraphemes) return `${text.slice(0, lengthBeforeEllipsis).trimEnd()}…`;
    count += 1;
    length += grapheme.length;
    if (count < maxGraphemes) lengthBeforeEllipsis = length;
  }
  return text;
}
