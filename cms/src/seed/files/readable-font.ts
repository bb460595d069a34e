import type { Font, GlyphRun } from 'fontkit';

import { readableGlyphs } from './sarabun';

type Position = GlyphRun['positions'][number];

/** What pdfkit and fontkit keep to themselves about a font in a document. */
interface EmbeddedFont {
  font: Font & { maxp: { maxComponentElements: number; maxComponentDepth: number } };
  subset: FontSubset;
  widths: number[];
  unicode: number[][];
  scale: number;
  layout(text: string): GlyphRun;
  encode(text: string): [string[], Position[]];
}

interface FontSubset {
  /** Glyph of the font by its place in the subset. */
  glyphs: number[];
  glyf: Uint8Array[];
  loca: { offsets: number[] };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  offset: number;
  _addGlyph(glyph: number): number;
}

interface MovedGlyph {
  /** Place of the unmoved glyph in the subset. */
  slot: number;
  x: number;
  y: number;
  advance: number;
}

// Glyph ids of a font end at 65,535.
const FIRST_MOVED = 0x10000;

/**
 * Makes pdfkit write text that survives copying, searching and screen readers with the document's
 * current font. Two things need it:
 *
 * - One glyph may stand for two texts (the า of ำ, and า); it then goes into the font once for each.
 * - Vowel and tone marks are moved to fit their letter. pdfkit would start a new piece of text at
 *   another place for each, and readers of PDF then see "เริม ่" for "เริ่ม". So a moved mark becomes
 *   a glyph of its own, made of the unmoved one, and the text runs on.
 */
export function embedReadably(doc: PDFKit.PDFDocument): void {
  const embedded = (doc as unknown as { _font: EmbeddedFont })._font;
  const slots = new Map<string, number>();
  const moved: MovedGlyph[] = [];
  const { subset } = embedded;

  const slotFor = (key: string, glyph: () => number, advance: number, text: number[]): number => {
    const known = slots.get(key);
    if (known !== undefined) return known;
    const slot = subset.glyphs.push(glyph()) - 1;
    slots.set(key, slot);
    embedded.widths[slot] = advance * embedded.scale;
    embedded.unicode[slot] = text;
    return slot;
  };

  embedded.encode = (text) => {
    const codes: string[] = [];
    const positions: Position[] = [];
    const laidOut = readableGlyphs(embedded.font, embedded.layout(text));
    for (const { glyph, position, codePoints } of laidOut) {
      const x = Math.round(position.xOffset);
      const y = Math.round(position.yOffset);
      const key = `${glyph.id} ${codePoints.join(' ')}`;
      const advance = glyph.advanceWidth;
      let slot = slotFor(key, () => glyph.id, advance, codePoints);
      if (x !== 0 || y !== 0) {
        const unmoved = slot;
        const addMoved = (): number =>
          FIRST_MOVED + moved.push({ slot: unmoved, x, y, advance }) - 1;
        slot = slotFor(`${key} ${x} ${y}`, addMoved, advance, codePoints);
      }
      codes.push(slot.toString(16).padStart(4, '0'));
      positions.push({ ...position, xOffset: 0, yOffset: 0 });
    }
    return [codes, positions];
  };

  const addGlyph = subset._addGlyph.bind(subset);
  subset._addGlyph = (id) => {
    const glyph = moved[id - FIRST_MOVED];
    if (!glyph) return addGlyph(id);
    const bytes = compositeGlyph(glyph, Buffer.from(subset.glyf[glyph.slot]!));
    subset.glyf.push(bytes);
    subset.loca.offsets.push(subset.offset);
    // Renderers put a glyph where its left edge equals its bearing, so the two must agree.
    subset.hmtx.metrics.push({ advance: glyph.advance, bearing: bytes.readInt16BE(2) });
    subset.offset += bytes.length;
    return subset.glyf.length - 1;
  };
  const { maxp } = embedded.font;
  maxp.maxComponentElements = Math.max(maxp.maxComponentElements, 1);
  maxp.maxComponentDepth = Math.max(maxp.maxComponentDepth, 2);
}

/** A TrueType glyph that is another glyph, moved. */
function compositeGlyph({ slot, x, y }: MovedGlyph, original: Buffer): Buffer {
  const WORDS = 0x0001;
  const ARE_OFFSETS = 0x0002;
  const bytes = Buffer.alloc(20);
  bytes.writeInt16BE(-1, 0);
  // The box around the outline: left, bottom, right, top.
  [x, y, x, y].forEach((shift, edge) => {
    const at = 2 + 2 * edge;
    bytes.writeInt16BE(original.readInt16BE(at) + shift, at);
  });
  bytes.writeUInt16BE(WORDS | ARE_OFFSETS, 10);
  bytes.writeUInt16BE(slot, 12);
  bytes.writeInt16BE(x, 14);
  bytes.writeInt16BE(y, 16);
  return bytes;
}
