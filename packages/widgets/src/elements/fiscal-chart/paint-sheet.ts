import type { KmElement } from '../../internal/km-element.js';
import type { Strip } from './compare-view.js';
import type { SideName } from './figures.js';
import { readLook, type Look } from './look.js';

/** A box on a sheet, in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a view gives for a picture file. */
export interface Picture {
  title: string;
  sentence: string;
  legend: readonly { side: SideName; isLastYear: boolean; label: string }[];
  /** Height of the drawing, in pixels. */
  height: number;
  paint: (target: CanvasRenderingContext2D, look: Look, box: Box, ratio: number) => void;
}

/** What stands around the drawing. */
export interface SheetWords {
  area: string;
  year: string;
  origin: string;
  /** Mark of invented figures; empty for true ones. */
  sample: string;
  /** Of the file. */
  name: string;
}

const width = 1000;
const margin = 40;
const ratio = 2;

/** Saves a picture with its title, its source and its date, light whatever the page's theme is. */
export async function savePicture(
  host: KmElement,
  picture: Picture,
  words: SheetWords
): Promise<void> {
  const look = { ...readLook(host, true), fontSize: 18 };
  const canvas = document.createElement('canvas');
  // First to learn how high it gets, then to keep.
  canvas.height = Math.ceil(paintSheet(canvas, picture, words, look) * ratio);
  canvas.width = width * ratio;
  paintSheet(canvas, picture, words, look);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!blob) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = words.name;
  link.click();
  // The browser has taken the address by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Paints everything and answers how high it is. */
function paintSheet(
  canvas: HTMLCanvasElement,
  { title, sentence, legend, height, paint }: Picture,
  { area, year, origin, sample }: SheetWords,
  look: Look
): number {
  const target = canvas.getContext('2d')!;
  target.setTransform(ratio, 0, 0, ratio, 0, 0);
  target.fillStyle = look.paper;
  target.fillRect(0, 0, width, canvas.height);
  target.textBaseline = 'top';
  const inner = width - 2 * margin;
  let y = margin;
  const write = (text: string, size: number, color: string, weight = 400) => {
    target.font = `${weight} ${size}px ${look.font}`;
    target.fillStyle = color;
    for (const line of wrap(target, text, inner)) {
      target.fillText(line, margin, y);
      y += size * 1.55;
    }
  };
  write(area, 32, look.ink, 600);
  write(`${title} ${year}${sample && ` (${sample})`}`, 22, look.ink);
  if (sentence) write(sentence, 18, look.quiet);
  y += 8;
  for (const { side, isLastYear, label } of legend) {
    target.strokeStyle = target.fillStyle = look[side];
    target.lineWidth = isLastYear ? 1 : 3;
    target.setLineDash(isLastYear ? [2, 3] : side === 'expenditure' ? [7, 4] : []);
    target.beginPath();
    target.moveTo(margin, y + 12);
    target.lineTo(margin + 44, y + 12);
    target.stroke();
    target.setLineDash([]);
    target.font = `400 17px ${look.font}`;
    target.fillStyle = look.ink;
    target.fillText(label, margin + 56, y);
    y += 28;
  }
  y += 12;
  target.font = `400 ${look.fontSize}px ${look.font}`;
  paint(target, look, { x: margin, y, width: inner, height }, ratio);
  y += height + 20;
  write(origin, 16, look.quiet);
  return y + margin;
}

/** Bars under one another, each with its name and its amount. */
export function paintBars(
  target: CanvasRenderingContext2D,
  look: Look,
  { x, y, width: room }: Box,
  bars: readonly { label: string; value: string; share: number; depth: number; color: string }[]
): void {
  bars.forEach(({ label, value, share, depth, color }, index) => {
    const top = y + index * 44;
    target.font = `${depth ? 400 : 600} 17px ${look.font}`;
    target.fillStyle = look.ink;
    target.textAlign = 'right';
    target.fillText(value, x + room, top);
    const left = x + depth * 24;
    const space = room - depth * 24 - target.measureText(value).width - 20;
    target.textAlign = 'left';
    target.fillText(wrap(target, label, space)[0] ?? '', left, top);
    target.fillStyle = color;
    target.fillRect(left, top + 25, (room - depth * 24) * share, 8);
  });
}

/** Strips under one another: the middle half of the peers, their median, the own value. */
export function paintStrips(
  target: CanvasRenderingContext2D,
  look: Look,
  { x, y, width: room }: Box,
  strips: readonly Strip[]
): void {
  strips.forEach(({ label, value, own, q1, median, q3 }, index) => {
    const top = y + index * 64;
    target.font = `400 17px ${look.font}`;
    target.fillStyle = look.ink;
    target.fillText(label, x, top);
    target.textAlign = 'right';
    target.fillText(value, x + room, top);
    target.textAlign = 'left';
    const middle = top + 40;
    target.fillStyle = look.line;
    target.fillRect(x, middle - 1, room, 2);
    target.globalAlpha = 0.35;
    target.fillStyle = look.revenue;
    target.fillRect(x + q1 * room, middle - 9, (q3 - q1) * room, 18);
    target.globalAlpha = 1;
    target.fillRect(x + median * room - 1.5, middle - 13, 3, 26);
    target.fillStyle = look.ink;
    target.beginPath();
    target.arc(x + own * room, middle, 8, 0, 2 * Math.PI);
    target.fill();
  });
}

/** Lines no longer than there is room for; Thai is broken between words where the browser knows them. */
function wrap(target: CanvasRenderingContext2D, text: string, room: number): string[] {
  const pieces =
    'Segmenter' in Intl
      ? [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text)].map(
          ({ segment }) => segment
        )
      : text.split(/(?<= )/);
  const lines = [''];
  for (const piece of pieces) {
    const longer = lines.at(-1)! + piece;
    if (lines.at(-1) && target.measureText(longer.trimEnd()).width > room) lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => line.trim());
}
