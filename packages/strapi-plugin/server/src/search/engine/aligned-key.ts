import { Tokenizer } from './tokenizer';

/** A text's key with the place of each of its characters in the text. */
export interface AlignedKey {
  key: string;
  /** Offset in the text at which the cluster of each character of the key begins, and the text's end. */
  starts: number[];
  /** Offset after that cluster. */
  ends: number[];
}

// A cluster: two เ, a run of spaces with the ๆ after it, or anything with the marks, สระอา, สระอำ and
// invisible characters that follow. What searchKey does stays within one of these.
const CLUSTER =
  /(?:\u0E40[\u200B-\u200D\u2060\uFEFF\u00AD]*\u0E40|\s+|[^])[\p{M}\u0E32\u0E33\u200B-\u200D\u2060\uFEFF\u00AD]*/gu;
const PLAIN = /^[\u0E01-\u0E30\u0E40-\u0E46a-z0-9]$/;

/** Gives the key of a text and where each of its characters stands in the text. */
export function alignKey(text: string): AlignedKey {
  let key = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const [cluster] = match;
    const start = match.index;
    const piece = PLAIN.test(cluster)
      ? cluster
      : /^\s/.test(cluster)
        ? ' '
        : Tokenizer.key(cluster);
    for (let at = 0; at < piece.length; at += 1) {
      starts.push(start);
      ends.push(start + cluster.length);
    }
    key += piece;
  }
  return { key, starts, ends };
}
