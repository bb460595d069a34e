import { Tokenizer } from './tokenizer';

/** A text's key with the place of each of its characters in the text. */
export interface AlignedKey {
  key: string;
  /** Offset in the text at which the cluster of each character of the key begins. */
  starts: number[];
  /** Offset after that cluster. */
  ends: number[];
}

// What `searchKey` does stays within a cluster: a character with the marks, สระอา, สระอำ and invisible
// characters that follow it, two เ, a run of spaces. Classes of UTF-16 units tell the clusters that it
// leaves as they are.
const BASE = 1;
const VOWEL = 2;
const TONE = 3;
const AA = 4;
const MARK = 5;
const SPACE = 6;
const CLASS = new Uint8Array(65_536);
for (let code = 0; code < CLASS.length; code += 1) {
  const character = String.fromCharCode(code);
  if (/[\u0E31\u0E34-\u0E39\u0E47]/.test(character)) CLASS[code] = VOWEL;
  else if (/[\u0E48-\u0E4C]/.test(character)) CLASS[code] = TONE;
  else if (/[\u0E32\u0E33]/.test(character)) CLASS[code] = AA;
  else if (/[\p{M}\u200B-\u200D\u2060\uFEFF\u00AD]/u.test(character)) CLASS[code] = MARK;
  else if (/\s/.test(character)) CLASS[code] = SPACE;
  else if (/[\u0E01-\u0E30\u0E40-\u0E45a-z0-9!-@[-`{-~]/.test(character)) CLASS[code] = BASE;
}
const SARA_E = 0x0e40;

/** Gives the key of a text and where each of its characters stands in the text. */
export function alignKey(text: string): AlignedKey {
  let key = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    const first = text.charCodeAt(start);
    const kind = CLASS[first] as number;
    end = start + 1;
    let plain = kind === BASE || kind === AA;
    if (kind === SPACE) {
      while (end < text.length && CLASS[text.charCodeAt(end)] === SPACE) end += 1;
    } else {
      if (isPair(text, start)) end += 1;
      if (first === SARA_E) {
        const next = skipMarks(text, end);
        if (text.charCodeAt(next) === SARA_E) {
          plain = false;
          end = next + 1;
        }
      }
      let last = BASE as number;
      for (; end < text.length; end += 1) {
        const of = CLASS[text.charCodeAt(end)] as number;
        if (of < VOWEL || of > MARK) break;
        if (of === MARK || of <= last) plain = false;
        last = of;
      }
    }
    const piece = plain
      ? text.slice(start, end)
      : kind === SPACE
        ? ' '
        : Tokenizer.key(text.slice(start, end));
    for (let at = 0; at < piece.length; at += 1) {
      starts.push(start);
      ends.push(end);
    }
    key += piece;
  }
  return { key, starts, ends };
}

function isPair(text: string, at: number): boolean {
  const code = text.codePointAt(at) as number;
  return code > 0xffff;
}

function skipMarks(text: string, from: number): number {
  let at = from;
  while (CLASS[text.charCodeAt(at)] === MARK) at += 1;
  return at;
}
