export { escapeHtml } from '../platform/escape-html';

/** The first words of a text on one line. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  // Thai has no spaces between words, so a cut is made at a cluster and never inside one.
  const clusters = new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(
    line.slice(0, length + 8)
  );
  let cut = '';
  for (const { segment } of clusters) {
    if (cut.length + segment.length > length - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
