import type { Block, InlineNode, ListNode } from '../markdown';
import { plainText } from '../markdown';

import type { Span } from './line-breaking';
import { ACCENT, INK, type Paper, QUIET, RULE, TINT, WARNING, type TextStyle } from './paper';

const BODY: TextStyle = { size: 11, after: 5 };
const HEADINGS: Record<number, TextStyle> = {
  1: { size: 17, before: 14, after: 6, keep: 48, color: INK, leading: 1.45 },
  2: { size: 14.5, before: 14, after: 5, keep: 44, color: ACCENT, leading: 1.45 },
  3: { size: 12, before: 9, after: 3, keep: 40, color: INK, leading: 1.5 },
};
const INDENT = 20;

/** A heading as the contents list needs it. */
export interface PlacedHeading {
  level: number;
  text: string;
  /** Index of its page, from 0. */
  page: number;
}

export interface BlockOptions {
  body?: Partial<TextStyle>;
  onHeading?(heading: PlacedHeading): void;
}

/** Sets the blocks of a rich text below what is on the paper. */
export function setBlocks(paper: Paper, blocks: Block[], options: BlockOptions = {}): void {
  const body = { ...BODY, ...options.body };
  for (const block of blocks) {
    switch (block.type) {
      case 'heading': {
        const style = HEADINGS[block.level] ?? HEADINGS[3]!;
        paper.paragraph(
          spansOf(block.children).map((span) => ({ ...span, weight: 'bold' as const })),
          style
        );
        options.onHeading?.({
          level: block.level,
          text: plainText(block.children),
          page: paper.page,
        });
        break;
      }
      case 'paragraph':
        paper.paragraph(spansOf(block.children), body);
        break;
      case 'quote':
        setNote(paper, spansOf(block.children), body);
        break;
      case 'code':
        setNote(paper, spansOf(block.children), body);
        break;
      case 'list':
        setList(paper, block, body, 0);
        paper.space(3);
        break;
    }
  }
}

export function spansOf(nodes: InlineNode[]): Span[] {
  return nodes.flatMap((node) =>
    node.type === 'text'
      ? [{ text: node.text, weight: node.bold ? ('bold' as const) : ('regular' as const) }]
      : node.children.map((child) => ({
          text: child.text,
          weight: child.bold ? ('bold' as const) : ('regular' as const),
          color: ACCENT,
          link: node.url,
        }))
  );
}

function setList(paper: Paper, list: ListNode, body: TextStyle, depth: number): void {
  const left = (body.left ?? 0) + INDENT * (depth + 1);
  let number = 0;
  for (const child of list.children) {
    if (child.type === 'list') {
      setList(paper, child, body, depth + 1);
      continue;
    }
    number++;
    const style = { ...body, left, firstLine: 0, after: 2 };
    const lineHeight = style.size * (style.leading ?? 1.6);
    paper.need(lineHeight * Math.min(2, paper.linesOf(spansOf(child.children), style).length));
    const mark = list.format === 'ordered' ? `${number}.` : depth === 0 ? '•' : '–';
    paper.line(
      [{ text: mark, weight: 'regular', color: list.format === 'ordered' ? INK : ACCENT }],
      paper.margins.left + left - (list.format === 'ordered' ? 17 : 12),
      paper.y,
      style
    );
    paper.paragraph(spansOf(child.children), style);
  }
}

/** A quote is how writers set a warning or a tip: a tinted box with a bar at its left. */
function setNote(paper: Paper, spans: Span[], body: TextStyle): void {
  const style: TextStyle = { ...body, left: 0, firstLine: 0, color: INK };
  const inset = 12;
  const width = paper.width - 2 * inset;
  const height = paper.heightOf(spans, width, style) + 12;
  paper.space(4);
  paper.need(height + 6);
  const left = paper.margins.left;
  const warning = /^(?:ข้อควรระวัง|คำเตือน|ข้อสังเกต|สำคัญ)/u.test(spans[0]?.text ?? '');
  paper.box(left, paper.y, paper.width, height, warning ? '#fdf5e6' : TINT);
  paper.box(left, paper.y, 3, height, warning ? WARNING : ACCENT);
  paper.textBox(spans, left + inset, paper.y + 6, width, style);
  paper.y += height + 8;
}

export interface Cell {
  text: string;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
}

export interface TableOptions {
  /** Relative widths of the columns. */
  widths: number[];
  header?: Cell[];
  rows: Cell[][];
  size?: number;
  /** Least height of a row, in points. */
  rowHeight?: number;
}

/** Sets a table with rules; its header is repeated on every page it reaches. */
export function setTable(paper: Paper, options: TableOptions): void {
  const { header, rows, size = 10, rowHeight = 0 } = options;
  const total = options.widths.reduce((sum, width) => sum + width, 0);
  const widths = options.widths.map((width) => (width / total) * paper.width);
  const style: TextStyle = { size, leading: 1.5 };
  const pad = 5;

  const heightOf = (cells: Cell[]): number =>
    Math.max(
      rowHeight,
      ...cells.map(
        (cell, column) =>
          paper.heightOf(cellSpans(cell), (widths[column] ?? 0) - 2 * pad, style) + 8
      )
    );
  const setRow = (cells: Cell[], height: number, fill?: string): void => {
    let x = paper.margins.left;
    for (const [column, width] of widths.entries()) {
      const cell = cells[column] ?? { text: '' };
      paper.box(x, paper.y, width, height, fill, '#76808f');
      if (cell.text !== '') {
        const spans = cellSpans(cell);
        const inner = width - 2 * pad;
        const drop = fill ? (height - paper.heightOf(spans, inner, style)) / 2 : 4;
        paper.textBox(spans, x + pad, paper.y + drop, inner, {
          ...style,
          align: cell.align ?? 'left',
          color: fill ? INK : QUIET,
        });
      }
      x += width;
    }
    paper.y += height;
  };

  const headerHeight = header ? heightOf(header) : 0;
  paper.need(headerHeight + Math.max(rowHeight, 24) * Math.min(2, rows.length));
  if (header) setRow(header, headerHeight, TINT);
  for (const row of rows) {
    const height = heightOf(row);
    if (paper.y + height > paper.bottom) {
      paper.newPage();
      if (header) setRow(header, headerHeight, TINT);
    }
    setRow(row, height);
  }
}

function cellSpans(cell: Cell): Span[] {
  return [{ text: cell.text, weight: cell.bold ? 'bold' : 'regular' }];
}

/** Marks a document as invented: a label above the text and a sentence below it, on every page. */
export function markAsSample(paper: Paper): void {
  const label = 'เอกสารตัวอย่าง';
  const style: TextStyle = { size: 9, leading: 1.5, color: WARNING };
  const width = 74;
  const x = paper.margins.left + paper.width - width;
  paper.doc.roundedRect(x, 24, width, 18, 3).lineWidth(0.75).strokeColor(WARNING).stroke();
  paper.textBox([{ text: label, weight: 'bold' }], x, 26, width, { ...style, align: 'center' });
}

/** The foot of a page: what this is, and page x of y. */
export function setFoot(paper: Paper, text: string, page: number, pages: number): void {
  const y = paper.height - 46;
  const style: TextStyle = { size: 8.5, leading: 1.5, color: QUIET };
  paper.rule(y, paper.margins.left, paper.margins.left + paper.width, RULE);
  paper.textBox(text, paper.margins.left, y + 5, paper.width - 70, style);
  paper.textBox(`หน้า ${page + 1}/${pages}`, paper.margins.left + paper.width - 70, y + 5, 70, {
    ...style,
    align: 'right',
  });
}
