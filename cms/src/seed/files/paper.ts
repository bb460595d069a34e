import PDFDocument from 'pdfkit';

import { breakLines, type Line, type Span } from './line-breaking';
import { embedReadably } from './readable-font';
import { fontRuns, sarabunFile, textWidth, type Weight } from './sarabun';

export const MM = 72 / 25.4;
export const INK = '#17202e';
export const QUIET = '#4a5568';
export const ACCENT = '#0b57a4';
export const RULE = '#c5cedb';
export const TINT = '#eef3f9';
export const WARNING = '#8a5a00';

const A4 = { short: 595.28, long: 841.89 };
const FACES = [
  ['thai', 'regular'],
  ['thai', 'bold'],
  ['latin', 'regular'],
  ['latin', 'bold'],
] as const;

export interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** How a paragraph is set; lengths in points. */
export interface TextStyle {
  size: number;
  /** Line height as a multiple of the size. */
  leading?: number;
  color?: string;
  align?: 'left' | 'center' | 'right';
  /** Distance of the whole paragraph from the left margin. */
  left?: number;
  /** Further distance of its first line. */
  firstLine?: number;
  /** Width to set in; to the right margin when absent. */
  width?: number;
  before?: number;
  after?: number;
  /** Points that must still fit below the paragraph, so that a heading keeps its text. */
  keep?: number;
}

export interface PaperOptions {
  title: string;
  subject?: string;
  margins: Margins;
  landscape?: boolean;
}

/**
 * An A4 document that flows Thai text down its pages. pdfkit draws; lines are broken here, because
 * pdfkit knows no Thai words. Everything drawn stays selectable text.
 */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly margins: Margins;
  /** Height of the sheet. */
  readonly height: number;
  y: number;
  readonly #sheetWidth: number;
  readonly #finished: Promise<Buffer>;
  #decoration: ((paper: Paper, page: number, pages: number) => void) | null = null;

  constructor({ title, subject, margins, landscape = false }: PaperOptions) {
    this.margins = margins;
    this.height = landscape ? A4.short : A4.long;
    this.#sheetWidth = landscape ? A4.long : A4.short;
    this.y = margins.top;
    this.doc = new PDFDocument({
      size: [this.#sheetWidth, this.height],
      // Margins of pdfkit would make it start pages by itself near the foot of the sheet.
      margin: 0,
      bufferPages: true,
      lang: 'th-TH',
      displayTitle: true,
      pdfVersion: '1.7',
      info: {
        Title: title,
        Author: 'คลังความรู้ e-LAAS',
        ...(subject ? { Subject: subject } : {}),
      },
    });
    const chunks: Buffer[] = [];
    this.#finished = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.doc.on('end', () => resolve(Buffer.concat(chunks)));
      this.doc.on('error', reject);
    });
    for (const [script, weight] of FACES) {
      this.doc.registerFont(`${script}-${weight}`, sarabunFile(script, weight));
      this.doc.font(`${script}-${weight}`);
      embedReadably(this.doc);
    }
  }

  get width(): number {
    return this.#sheetWidth - this.margins.left - this.margins.right;
  }

  get bottom(): number {
    return this.height - this.margins.bottom;
  }

  /** Index of the page being written, from 0. */
  get page(): number {
    const { start, count } = this.doc.bufferedPageRange();
    return start + count - 1;
  }

  /** Draws on every page when the document is finished, when their number is known. */
  decorate(draw: (paper: Paper, page: number, pages: number) => void): void {
    this.#decoration = draw;
  }

  newPage(): void {
    this.doc.addPage();
    this.y = this.margins.top;
  }

  /** Starts a new page unless `height` points are left on this one. */
  need(height: number): void {
    if (this.y + height > this.bottom && this.y > this.margins.top) this.newPage();
  }

  space(height: number): void {
    if (this.y > this.margins.top) this.y += height;
  }

  /** Sets a paragraph below what is there and moves on to the next page where it must. */
  paragraph(content: string | Span[], style: TextStyle): void {
    const lines = this.linesOf(content, style);
    const height = style.size * (style.leading ?? 1.6);
    this.space(style.before ?? 0);
    this.need(Math.min(lines.length, 2) * height + (style.keep ?? 0));
    for (const [index, line] of lines.entries()) {
      this.need(height);
      const indent = index === 0 ? (style.firstLine ?? 0) : 0;
      this.#alignedLine(line, this.y, style, indent);
      this.y += height;
    }
    this.y += style.after ?? 0;
  }

  linesOf(content: string | Span[], style: TextStyle, weight: Weight = 'regular'): Line[] {
    const spans = typeof content === 'string' ? [{ text: content, weight }] : content;
    return breakLines(spans, style.size, this.#widthFor(style), style.firstLine ?? 0);
  }

  /** Sets lines in a box at a fixed place, without moving on. */
  textBox(content: string | Span[], x: number, y: number, width: number, style: TextStyle): number {
    const left = x - this.margins.left;
    const boxed = { ...style, left, width };
    const lines = this.linesOf(content, boxed);
    const height = style.size * (style.leading ?? 1.6);
    lines.forEach((line, index) => this.#alignedLine(line, y + index * height, boxed, 0));
    return lines.length * height;
  }

  heightOf(content: string | Span[], width: number, style: TextStyle): number {
    return this.linesOf(content, { ...style, width }).length * style.size * (style.leading ?? 1.6);
  }

  /** Draws one line of text with its line box starting at `y`; returns where it ends. */
  line(spans: Span[], x: number, y: number, style: TextStyle): number {
    const height = style.size * (style.leading ?? 1.6);
    // Sarabun rises 1.068 and falls 0.232 of its size; pdfkit puts the top of the rise at y.
    const top = y + (height - style.size * 1.3) / 2;
    let at = x;
    for (const span of spans) {
      const start = at;
      for (const run of fontRuns(span.text)) {
        this.doc
          .font(`${run.script}-${span.weight}`)
          .fontSize(style.size)
          .fillColor(span.color ?? style.color ?? INK)
          .text(run.text, at, top, { lineBreak: false });
        at += textWidth(run.text, span.weight, style.size);
      }
      if (span.link) this.doc.link(start, y, at - start, height, span.link);
    }
    return at;
  }

  rule(y: number, from: number, to: number, color = RULE, thickness = 0.75): void {
    this.doc.moveTo(from, y).lineTo(to, y).lineWidth(thickness).strokeColor(color).stroke();
  }

  box(x: number, y: number, width: number, height: number, fill?: string, stroke?: string): void {
    this.doc.rect(x, y, width, height).lineWidth(0.75);
    if (fill && stroke) this.doc.fillAndStroke(fill, stroke);
    else if (fill) this.doc.fill(fill);
    else this.doc.strokeColor(stroke ?? RULE).stroke();
  }

  /** Puts the running heads on every page and answers the finished file. */
  async finish(): Promise<{ bytes: Buffer; pages: number }> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(start + page);
      this.#decoration?.(this, page, count);
    }
    this.doc.end();
    return { bytes: await this.#finished, pages: count };
  }

  #widthFor(style: TextStyle): number {
    return style.width ?? this.width - (style.left ?? 0);
  }

  #alignedLine(line: Line, y: number, style: TextStyle, indent: number): void {
    const free = this.#widthFor(style) - indent - line.width;
    const shift = style.align === 'center' ? free / 2 : style.align === 'right' ? free : 0;
    this.line(line.spans, this.margins.left + (style.left ?? 0) + indent + shift, y, style);
  }
}
