import type { MarkedText, TextRange } from '@km-laas/contract';
import { alignKey, type AlignedKey } from './aligned-key';
import { gramText, isGramUnit } from './gram-text';

/** What is marked in titles and snippets. */
export interface Highlights {
  /** Words and their forms without small marks, as keys. */
  words: string[];
  /** Trigrams; a long run of them is marked where no word is. */
  grams: GramSet;
}

/** A set of trigrams that is asked without making strings; it may take one for another. */
export class GramSet {
  readonly #bits = new Uint8Array(65_536);

  constructor(grams: Iterable<string>) {
    for (const gram of grams) this.#bits[slotOf(gram, 0)] = 1;
  }

  /** Whether the three units of a text at an offset are one of them. */
  hasAt(text: string, at: number): boolean {
    return this.#bits[slotOf(text, at)] === 1;
  }
}

function slotOf(text: string, at: number): number {
  const two = Math.imul(text.charCodeAt(at), 131) + text.charCodeAt(at + 1);
  return (Math.imul(two, 131) + text.charCodeAt(at + 2)) & 0xffff;
}

const SNIPPET_LENGTH = 220;
const LONG_RUN = 6;
const MOST_MARKS = 40;

/** Marks a short text, whole. */
export function markText(text: string, highlights: Highlights): MarkedText {
  const aligned = alignKey(text);
  return { text, marks: rangesIn(aligned, highlights).map(rangeOfText(aligned)) };
}

/** Cuts out the part of a text with the most marks. */
export function snippetOf(text: string, highlights: Highlights): MarkedText {
  if (text.trim() === '') return { text: '', marks: [] };
  const aligned = alignKey(text);
  const ranges = rangesIn(aligned, highlights).map(rangeOfText(aligned));
  const start = text.length <= SNIPPET_LENGTH ? 0 : bestStart(text, ranges);
  const from = clusterAt(aligned, start);
  const to = clusterAt(aligned, Math.min(text.length, from + SNIPPET_LENGTH));
  const head = from > 0 ? '…' : '';
  const tail = to < text.length ? '…' : '';
  const cut = text.slice(from, to);
  const blank = cut.length - cut.trimStart().length;
  const body = cut.trim();
  const shift = head.length - from - blank;
  const inside = (at: number) =>
    Math.min(Math.max(at + shift, head.length), head.length + body.length);
  const marks: TextRange[] = [];
  for (const [begin, end] of ranges) {
    const range: TextRange = [inside(begin), inside(end)];
    if (range[1] > range[0]) marks.push(range);
  }
  return { text: head + body.replace(/\s/g, ' ') + tail, marks };
}

function rangeOfText({ starts, ends }: AlignedKey) {
  return ([from, to]: TextRange): TextRange => [starts[from] ?? 0, ends[to - 1] ?? 0];
}

function clusterAt({ starts, ends }: AlignedKey, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return starts[low] ?? ends[ends.length - 1] ?? offset;
}

/** Where a window has the most marked text, begun a little before its first mark. */
function bestStart(text: string, ranges: readonly TextRange[]): number {
  let best = 0;
  let bestWeight = -1;
  for (let first = 0; first < ranges.length; first += 1) {
    const [begin] = ranges[first] as TextRange;
    let weight = 0;
    for (let at = first; at < ranges.length; at += 1) {
      const [from, to] = ranges[at] as TextRange;
      if (to > begin + SNIPPET_LENGTH - 40) break;
      weight += to - from;
    }
    if (weight > bestWeight) {
      bestWeight = weight;
      best = begin;
    }
  }
  const room = Math.max(0, Math.min(best - 40, text.length - SNIPPET_LENGTH));
  if (room === 0) return 0;
  const gap = text.slice(room, best).search(/\s/);
  return gap === -1 ? room : room + gap + 1;
}

/** Ranges of a key that have the words, or a long run of the trigrams; sorted, apart. */
function rangesIn({ key }: AlignedKey, { words, grams }: Highlights): TextRange[] {
  const marked = new Uint8Array(key.length);
  const { text, places } = withoutSmallMarks(key);
  for (const word of words) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
      for (let in_ = at; in_ < at + word.length; in_ += 1) marked[places[in_] as number] = 1;
    }
  }
  let run = 0;
  for (let at = 0; at + 3 <= text.length + 1; at += 1) {
    if (at + 3 <= text.length && grams.hasAt(text, at)) {
      run += 1;
      continue;
    }
    if (run > 0 && run + 2 >= LONG_RUN) {
      for (let in_ = at - run; in_ < at + 2; in_ += 1) marked[places[in_] as number] = 1;
    }
    run = 0;
  }
  return runsOf(marked, key);
}

function withoutSmallMarks(key: string): { text: string; places: number[] } {
  const places: number[] = [];
  for (let at = 0; at < key.length; at += 1) if (isGramUnit(key.charCodeAt(at))) places.push(at);
  return { text: gramText(key), places };
}

function runsOf(marked: Uint8Array, key: string): TextRange[] {
  const ranges: TextRange[] = [];
  let from = -1;
  let to = -1;
  for (let at = 0; at < marked.length; at += 1) {
    if (marked[at] !== 1) {
      // What trigrams leave out, spaces and tone marks, parts nothing.
      if (isGramUnit(key.charCodeAt(at)) && from !== -1) {
        ranges.push([from, to]);
        from = -1;
      }
      continue;
    }
    if (from === -1) from = at;
    to = at + 1;
  }
  if (from !== -1) ranges.push([from, to]);
  return ranges.slice(0, MOST_MARKS);
}
