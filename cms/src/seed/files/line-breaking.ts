import { textWidth, type Weight } from './sarabun';

/** Text of one look inside a paragraph. */
export interface Span {
  text: string;
  weight: Weight;
  color?: string;
  link?: string;
}

export interface Line {
  spans: Span[];
  width: number;
}

// The dictionary in ICU cuts these inside (ผู้|อำนวย|การก|องค|ลัง); longest first.
const TERMS = [
  'องค์กรปกครองส่วนท้องถิ่น',
  'กรมส่งเสริมการปกครองท้องถิ่น',
  'ข้อบัญญัติท้องถิ่น',
  'ผู้บริหารท้องถิ่น',
  'ผู้อำนวยการ',
  'ส่วนท้องถิ่น',
  'ปีงบประมาณ',
  'งบประมาณ',
  'ท้องถิ่น',
  'กองคลัง',
  'สำนักคลัง',
  'ธนานุบาล',
  'เทศบัญญัติ',
  'เงินอุดหนุน',
  'เงินสะสม',
  'ค่าใช้จ่าย',
  'รายจ่าย',
  'รายรับ',
  'รายได้',
  'เจ้าหน้าที่',
  'ผู้ใช้งาน',
];

const UNBREAKABLE = new RegExp(
  [
    ...TERMS,
    String.raw`พ\.ศ\.\s?\d+`,
    String.raw`(?:มท|กค|สน)\s\d{4}(?:\.\d+)*\/ว?\s?\d+`,
    String.raw`ว\s\d+`,
    String.raw`(?:ข้อ|มาตรา|หน้า|เล่ม|บทที่|ขั้นที่|ครั้งที่|ฉบับที่|งวดที่|แบบ|หมวด)\s\d[\d./]*`,
    String.raw`\d{1,2}\s(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)\s\d{4}`,
    String.raw`[\d,.]+\s(?:บาท|วัน|ฉบับ|รายการ|เดือน|ปี)`,
    String.raw`[!-~]+`,
  ].join('|'),
  'gu'
);
const CLOSING = /^[)\]}”’,.;:!?%ๆฯ»›/]/u;
const OPENING = /[([{“‘«‹]$/u;

const words = new Intl.Segmenter('th', { granularity: 'word' });
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Offsets at which a line of this text may end. */
export function breakOffsets(text: string): Set<number> {
  const offsets = new Set<number>();
  for (const { index, segment } of words.segment(text)) offsets.add(index + segment.length);
  for (const match of text.matchAll(UNBREAKABLE)) {
    const end = match.index + match[0].length;
    for (let inside = match.index + 1; inside < end; inside++) offsets.delete(inside);
    if (match.index > 0) offsets.add(match.index);
    offsets.add(end);
  }
  for (const offset of offsets) {
    const before = text.slice(0, offset);
    const after = text.slice(offset);
    // Spaces hang at the end of a line, so a line never ends before one; an ไม้ยมก keeps its word.
    if (/^\s/u.test(after) || CLOSING.test(after) || OPENING.test(before)) offsets.delete(offset);
    if (/^\sๆ/u.test(after) || (/\s$/u.test(before) && /^ๆ/u.test(after))) offsets.delete(offset);
  }
  offsets.delete(0);
  offsets.add(text.length);
  return offsets;
}

/** Breaks a paragraph into lines no wider than `width` points; the first may be shorter by `indent`. */
export function breakLines(spans: Span[], size: number, width: number, indent = 0): Line[] {
  const lines: Line[] = [];
  let line: Span[] = [];
  let used = indent;
  const close = (): void => {
    trimEnd(line);
    lines.push({ spans: line, width: measure(line, size) });
    line = [];
    used = 0;
  };
  for (const piece of pieces(spans)) {
    const needed = measure(trimmed(piece), size);
    if (used + needed > width && line.length > 0) close();
    if (needed > width) {
      for (const part of shatter(piece, size, width)) {
        if (line.length > 0) close();
        append(line, part);
        used = measure(line, size);
      }
      continue;
    }
    append(line, piece);
    used += measure(piece, size);
  }
  if (line.length > 0) close();
  return lines;
}

/** Cuts spans at the places a line may end; a piece may hold parts of several spans. */
function pieces(spans: Span[]): Span[][] {
  const text = spans.map((span) => span.text).join('');
  const offsets = breakOffsets(text);
  const result: Span[][] = [];
  let piece: Span[] = [];
  let start = 0;
  for (const span of spans) {
    const end = start + span.text.length;
    let from = start;
    for (let at = start + 1; at <= end; at++) {
      if (!offsets.has(at) && at !== end) continue;
      if (at > from) piece.push({ ...span, text: text.slice(from, at) });
      from = at;
      if (offsets.has(at)) {
        result.push(piece);
        piece = [];
      }
    }
    start = end;
  }
  if (piece.length > 0) result.push(piece);
  return result;
}

/** Cuts what no line can hold, such as a long address, between whole characters. */
function shatter(piece: Span[], size: number, width: number): Span[][] {
  const parts: Span[][] = [];
  let part: Span[] = [];
  for (const span of piece) {
    for (const { segment } of graphemes.segment(span.text)) {
      const next = [...part.map((each) => ({ ...each }))];
      append(next, [{ ...span, text: segment }]);
      if (measure(next, size) > width && part.length > 0) {
        parts.push(part);
        part = [{ ...span, text: segment }];
      } else {
        part = next;
      }
    }
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

function append(line: Span[], piece: Span[]): void {
  for (const span of piece) {
    const last = line.at(-1);
    if (last && last.weight === span.weight && last.link === span.link && last.color === span.color)
      last.text += span.text;
    else line.push({ ...span });
  }
}

function trimmed(piece: Span[]): Span[] {
  const copy = piece.map((span) => ({ ...span }));
  trimEnd(copy);
  return copy;
}

function trimEnd(line: Span[]): void {
  for (let last = line.at(-1); last; last = line.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') return;
    line.pop();
  }
}

function measure(spans: Span[], size: number): number {
  return spans.reduce((sum, span) => sum + textWidth(span.text, span.weight, size), 0);
}
