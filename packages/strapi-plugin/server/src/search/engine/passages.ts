import { PASSAGE_KIND } from './schema';
import type { IndexedDocument } from './types';

/** A piece of a document as it is stored and ranked. */
export interface Passage {
  kind: number;
  heading: string | null;
  anchor: string | null;
  /** Place of its file in `files`; null for the document's own text. */
  file: number | null;
  page: number | null;
  text: string;
}

// Long enough for any section somebody wrote by hand; short enough to be compared in microseconds.
const LONGEST_PASSAGE = 3000;
const USUAL_PASSAGE = 2000;

/** The passages of a document; it has at least one, so that its title alone can be found. */
export function passagesOf(document: IndexedDocument): Passage[] {
  const passages: Passage[] = [];
  for (const { heading, anchor, text } of document.passages) {
    for (const part of partsOf(text)) {
      passages.push({ ...TEXT, heading, anchor, text: part });
    }
  }
  if (passages[0]?.heading !== null) passages.unshift({ ...TEXT, text: '' });
  for (const text of document.errorMessages) {
    passages.push({ ...TEXT, kind: PASSAGE_KIND.message, text: text.slice(0, LONGEST_PASSAGE) });
  }
  document.pages.forEach(({ file, page, text }) => {
    const at = document.files.findIndex(({ hash }) => hash === file.hash);
    for (const part of partsOf(text)) {
      if (part.trim() === '') continue;
      passages.push({ ...TEXT, kind: PASSAGE_KIND.page, file: Math.max(at, 0), page, text: part });
    }
  });
  return passages;
}

const TEXT: Passage = {
  kind: PASSAGE_KIND.text,
  heading: null,
  anchor: null,
  file: null,
  page: null,
  text: '',
};

/** Cuts a text that is too long to be one passage, after a line or a space. */
export function* partsOf(text: string): Generator<string> {
  let start = 0;
  while (text.length - start > LONGEST_PASSAGE) {
    const end = cutAfter(text, start + USUAL_PASSAGE, start + LONGEST_PASSAGE);
    yield text.slice(start, end);
    start = end;
  }
  yield text.slice(start);
}

const GAP = /\s/;

function cutAfter(text: string, from: number, to: number): number {
  const line = text.indexOf('\n', from);
  if (line !== -1 && line < to) return line + 1;
  for (let at = from; at < to; at += 1) if (GAP.test(text.charAt(at))) return at + 1;
  // A script without spaces: at least no consonant loses its marks.
  for (let at = to; at > from; at -= 1) {
    if (!/[\p{M}\u0E33\uDC00-\uDFFF]/u.test(text.charAt(at))) return at;
  }
  return to;
}
