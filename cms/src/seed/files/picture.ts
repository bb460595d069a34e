import sharp from 'sharp';

import { breakLines } from './line-breaking';
import { ACCENT, INK, QUIET, RULE, TINT } from './paper';
import { fontRuns, sarabunFont, textWidth, type Weight } from './sarabun';

const SCREEN = { width: 960, height: 540 };
const BANNER = { width: 1200, height: 630 };
const PHASES = {
  before: { label: 'ก่อนปรับปรุง', color: '#8a5a00', ground: '#fdf5e6' },
  after: { label: 'หลังปรับปรุง', color: '#1b6e3c', ground: '#eaf5ee' },
} as const;

export interface ScreenPicture {
  phase: keyof typeof PHASES;
  /** Name of the menu, as on the screen's title bar. */
  menu: string;
  caption: string;
}

/** A drawing of a screen before or after a change; it stands for a screenshot and says so. */
export async function screenPicture({ phase, menu, caption }: ScreenPicture): Promise<Buffer> {
  const { label, color, ground } = PHASES[phase];
  const lines = breakLines([{ text: caption, weight: 'bold' }], 25, 600);
  const boxHeight = lines.length * 41 + 40;
  const boxTop = 148;
  const rowTops = [
    boxTop + boxHeight + 26,
    boxTop + boxHeight + 62,
    boxTop + boxHeight + 98,
    boxTop + boxHeight + 134,
    boxTop + boxHeight + 170,
  ];
  return png(SCREEN, [
    rect(0, 0, 960, 540, '#ffffff'),
    rect(0, 0, 960, 56, ACCENT),
    textShape('e-LAAS', 24, 36, 22, 'bold', '#ffffff'),
    textShape(clip(menu, 620, 19), 130, 35, 19, 'regular', '#ffffff'),
    rect(0, 56, 200, 484, TINT),
    ...[0, 1, 2, 3, 4, 5].map((row) =>
      rect(
        24,
        92 + row * 44,
        row === 2 ? 150 : 110 + ((row * 37) % 40),
        14,
        row === 2 ? ACCENT : RULE,
        4
      )
    ),
    rect(236, 88, 260, 16, RULE, 4),
    rect(236, 116, 688, 1.5, RULE),
    rect(236, boxTop, 688, boxHeight, ground, 8, color),
    rect(236, boxTop, 8, boxHeight, color),
    ...lines.map((line, index) =>
      textShape(
        line.spans.map((span) => span.text).join(''),
        272,
        boxTop + 48 + index * 41,
        25,
        'bold',
        INK
      )
    ),
    ...rowTops
      .filter((top) => top < 480)
      .flatMap((top) => [
        rect(236, top, 180, 14, RULE, 4),
        rect(440, top, 300, 14, TINT, 4),
        rect(764, top, 160, 14, TINT, 4),
      ]),
    rect(748, 68, 176, 38, color, 19),
    centredText(label, 836, 94, 20, 'bold', '#ffffff'),
    textShape('ภาพตัวอย่าง วาดขึ้นแทนภาพหน้าจอจริง', 236, 522, 15, 'regular', QUIET),
  ]);
}

/** A banner for an announcement. */
export async function newsPicture(title: string): Promise<Buffer> {
  const lines = breakLines([{ text: title, weight: 'bold' }], 52, 860).slice(0, 4);
  const top = 330 - (lines.length * 80) / 2;
  return png(BANNER, [
    rect(0, 0, 1200, 630, ACCENT),
    circle(1090, 90, 250, '#1866b8'),
    circle(1150, 560, 170, '#094a8c'),
    rect(80, 92, 64, 8, '#ffffff'),
    textShape('ข่าวประชาสัมพันธ์ e-LAAS', 80, 150, 30, 'regular', '#dbe9f8'),
    ...lines.map((line, index) =>
      textShape(
        line.spans.map((span) => span.text).join(''),
        80,
        top + 58 + index * 80,
        52,
        'bold',
        '#ffffff'
      )
    ),
    textShape('ภาพตัวอย่าง', 80, 580, 22, 'regular', '#dbe9f8'),
  ]);
}

// Letters are drawn as outlines: a machine without a Thai font draws the same picture.
function textShape(
  text: string,
  x: number,
  baseline: number,
  size: number,
  weight: Weight,
  color: string
): string {
  const outlines: string[] = [];
  let at = x;
  for (const run of fontRuns(text)) {
    const font = sarabunFont(run.script, weight);
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(run.text);
    for (const [index, glyph] of glyphs.entries()) {
      const position = positions[index]!;
      outlines.push(
        glyph.path
          .scale(scale, -scale)
          .translate(at + position.xOffset * scale, baseline - position.yOffset * scale)
          .toSVG()
      );
      at += position.xAdvance * scale;
    }
  }
  return `<path fill="${color}" d="${outlines.join('')}"/>`;
}

function centredText(
  text: string,
  middle: number,
  baseline: number,
  size: number,
  weight: Weight,
  color: string
): string {
  const width = textWidth(text, weight, size);
  return textShape(text, middle - width / 2, baseline, size, weight, color);
}

function clip(text: string, width: number, size: number): string {
  const [line] = breakLines([{ text, weight: 'regular' }], size, width);
  return line?.spans.map((span) => span.text).join('') ?? '';
}

function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  radius = 0,
  stroke?: string
): string {
  const edge = stroke ? ` stroke="${stroke}" stroke-width="1.5"` : '';
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"${edge}/>`;
}

function circle(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
}

async function png(size: { width: number; height: number }, shapes: string[]): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64 }).toBuffer();
}
