import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import * as fontkit from 'fontkit';
import type { Font, Glyph, GlyphRun } from 'fontkit';

import { woffToTrueType } from './woff';

export type Weight = 'regular' | 'bold';
export type Script = 'thai' | 'latin';

/** Part of a text that one font file can set. */
export interface FontRun {
  script: Script;
  text: string;
}

const WEIGHTS = { regular: 400, bold: 700 } as const;
const FILES = join(dirname(require.resolve('@fontsource/sarabun/package.json')), 'files');

// Signs Sarabun has no glyph for, and what a Thai typist would put instead.
const SUBSTITUTES: Record<string, string> = {
  '→': '›',
  '←': '‹',
  '☐': '[ ]',
  '☑': '[x]',
  '≥': 'ไม่น้อยกว่า ',
  '≤': 'ไม่เกิน ',
  '\u00a0': ' ',
  '\u2011': '-',
  '\u200b': '',
  '\t': ' ',
  '\n': ' ',
};

const fontFiles = new Map<string, Buffer>();
const fonts = new Map<string, Font>();
const characters = new Map<Script, Set<number>>();
const widths = new Map<string, number>();

/** A TrueType file of Sarabun; it comes cut by script, so a Thai text with figures needs two. */
export function sarabunFile(script: Script, weight: Weight): Buffer {
  const name = `sarabun-${script}-${WEIGHTS[weight]}-normal.woff`;
  let file = fontFiles.get(name);
  if (!file) {
    file = woffToTrueType(readFileSync(join(FILES, name)));
    fontFiles.set(name, file);
  }
  return file;
}

export function sarabunFont(script: Script, weight: Weight): Font {
  const key = `${script}-${weight}`;
  const known = fonts.get(key);
  if (known) return known;
  const font = fontkit.create(sarabunFile(script, weight)) as Font;
  fonts.set(key, font);
  return font;
}

/** Replaces the few signs Sarabun cannot draw. */
export function drawable(text: string): string {
  return text.replace(/[→←☐☑≥≤\u00a0\u2011\u200b\t\n]/gu, (sign) => SUBSTITUTES[sign] ?? sign);
}

/** Characters of a text that stay undrawable after substitution. */
export function undrawable(text: string): string[] {
  const missing = [...drawable(text)].filter(
    (character) => !covers('thai', character) && !covers('latin', character)
  );
  return [...new Set(missing)];
}

/** Cuts a text where the font file has to change; spaces stay with what stands before them. */
export function fontRuns(text: string): FontRun[] {
  const runs: FontRun[] = [];
  for (const character of drawable(text)) {
    const last = runs.at(-1);
    const script: Script =
      character === ' ' && last ? last.script : covers('thai', character) ? 'thai' : 'latin';
    if (last?.script === script) last.text += character;
    else runs.push({ script, text: character });
  }
  return runs;
}

/** Width of a text in points at a size. */
export function textWidth(text: string, weight: Weight, size: number): number {
  const key = `${weight} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    width = 0;
    for (const run of fontRuns(text)) {
      const font = sarabunFont(run.script, weight);
      width += font.layout(run.text).advanceWidth / font.unitsPerEm;
    }
    widths.set(key, width);
  }
  return width * size;
}

/** A glyph as it is drawn, with the text a reader gets who selects and copies it. */
export interface ReadableGlyph {
  glyph: Glyph;
  position: GlyphRun['positions'][number];
  codePoints: number[];
}

const NIKHAHIT = /^uni0E4D(?:0E4([8-B]))?(?:\.narrow)?$/;
const SARA_AA = 0x0e32;
const SARA_AM = 0x0e33;

/**
 * Names the text behind each glyph of a laid-out run. Sarabun takes ำ apart while shaping (น้ำ is
 * set as น, ◌ํ้ and า), and fontkit leaves the pieces with wrong or no text, so that a copied
 * "น้ำ" would read "น้ำา". A bare ◌ํ + า becomes the whole ำ again; under a tone mark the mark keeps
 * its own text and the า stands for ำ.
 */
export function readableGlyphs(font: Font, run: GlyphRun): ReadableGlyph[] {
  const known = codePointsByGlyph(font);
  const saraAa = font.glyphForCodePoint(SARA_AA).id;
  const result: ReadableGlyph[] = [];
  for (let index = 0; index < run.glyphs.length; index++) {
    const glyph = run.glyphs[index]!;
    const position = run.positions[index]!;
    const parts = NIKHAHIT.exec(glyph.name);
    const following = run.glyphs[index + 1];
    if (parts && following?.id === saraAa) {
      const after = run.positions[index + 1]!;
      index++;
      if (parts[1]) {
        const tone = 0x0e40 + Number.parseInt(parts[1], 16);
        result.push({ glyph, position, codePoints: [tone] });
        result.push({ glyph: following, position: after, codePoints: [SARA_AM] });
      } else {
        const whole = font.glyphForCodePoint(SARA_AM);
        result.push({ glyph: whole, position: after, codePoints: [SARA_AM] });
      }
      continue;
    }
    result.push({ glyph, position, codePoints: known.get(glyph.id) ?? glyph.codePoints });
  }
  return result;
}

const reverseMaps = new WeakMap<Font, Map<number, number[]>>();

function codePointsByGlyph(font: Font): Map<number, number[]> {
  const cached = reverseMaps.get(font);
  if (cached) return cached;
  const map = new Map<number, number[]>();
  // Shaped variants are named after their letter: uni0E48.small is still ◌่.
  for (let id = 0; id < font.numGlyphs; id++) {
    const code = /^uni([0-9A-F]{4})(?:\.\w+)?$/.exec(font.getGlyph(id).name)?.[1];
    if (code) map.set(id, [Number.parseInt(code, 16)]);
  }
  for (const codePoint of font.characterSet) {
    if (codePoint >= 0xffff || codePoint === 0xa0) continue;
    map.set(font.glyphForCodePoint(codePoint).id, [codePoint]);
  }
  reverseMaps.set(font, map);
  return map;
}

function covers(script: Script, character: string): boolean {
  let set = characters.get(script);
  if (!set) {
    set = new Set(sarabunFont(script, 'regular').characterSet);
    characters.set(script, set);
  }
  const codePoint = character.codePointAt(0)!;
  // The Latin file draws signs and figures better than the few the Thai file repeats.
  if (script === 'thai') return codePoint >= 0x0e00 && codePoint <= 0x0e7f && set.has(codePoint);
  return set.has(codePoint);
}
