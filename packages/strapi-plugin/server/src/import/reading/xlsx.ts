import { Archive, broken, refuse } from './archive';
import { limits } from './limits';
import type { RowSink } from './rows';
import { readDateStyles, readStrings, readWorkbook } from './workbook';
import { readPart, type Attributes, type XmlHandler } from './xml-part';

/** Column of a cell's address, from 0: `C7` is 2; -1 where it says none. */
function columnOf(address: string | undefined): number {
  if (!address) return -1;
  let column = 0;
  for (let index = 0; index < address.length; index += 1) {
    const code = address.charCodeAt(index);
    if (code < 65 || code > 90) break;
    column = 26 * column + code - 64;
    if (column > 100_000) break;
  }
  return column - 1;
}

const dayLength = 86_400_000;

/** A workbook's day number as an ISO date, or null where it is none. */
export function dayOfSerial(serial: number, isFrom1904: boolean): string | null {
  const days = Math.floor(serial) + (isFrom1904 ? 1462 : 0);
  if (!(days >= 1 && days <= 2_958_465)) return null;
  // Excel believes in 29 February 1900, so the days before it are one off.
  const start = days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  return new Date(start + days * dayLength).toISOString().slice(0, 10);
}

/** A number as Excel shows it: fifteen digits, so that 0.1+0.2 is 0.3, and never an exponent. */
export function plainNumber(text: string): string {
  if (text.length <= 15 && /^-?\d+(?:\.\d+)?$/.test(text)) return text;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  const rounded = Number(value.toPrecision(15));
  if (Math.abs(rounded) >= 1e21) return text;
  const short = String(rounded);
  return short.includes('e') ? rounded.toFixed(20).replace(/\.?0+$/, '') : short;
}

/** Turns the tags of a sheet into rows. */
class SheetHandler implements XmlHandler {
  #row: string[] = [];
  #rowNumber = 0;
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #isReading = false;
  #isPhonetic = false;

  constructor(
    private readonly sink: RowSink,
    private readonly strings: readonly string[],
    private readonly dateStyles: readonly boolean[],
    private readonly isFrom1904: boolean
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'c') {
      const column = columnOf(attributes.r);
      this.#column = column < 0 ? this.#column + 1 : column;
      this.#type = attributes.t ?? 'n';
      this.#style = Number(attributes.s ?? 0);
      this.#value = '';
    } else if (name === 'v') {
      this.#isReading = true;
      this.#value = '';
    } else if (name === 't') this.#isReading = !this.#isPhonetic;
    else if (name === 'rPh') this.#isPhonetic = true;
    else if (name === 'row') {
      const number = Number(attributes.r ?? this.#rowNumber + 1);
      // Rows go down; one that goes back up would be read over another.
      if (!(number > this.#rowNumber && number <= 1_048_576)) refuse(broken);
      this.#rowNumber = number;
      this.#row = [];
      this.#column = -1;
    }
  }

  text(text: string): void {
    if (!this.#isReading) return;
    this.#value += text;
    if (this.#value.length > limits.cellLength)
      this.#value = this.#value.slice(0, limits.cellLength);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isReading = false;
    else if (name === 'rPh') this.#isPhonetic = false;
    else if (name === 'c') this.#keep();
    else if (name === 'row') this.sink.row(this.#row, this.#rowNumber);
  }

  #keep(): void {
    if (this.#value === '') return;
    if (this.#column >= limits.columns) {
      refuse(`แผ่นงานมีคอลัมน์เกิน ${limits.columns} คอลัมน์ ลบคอลัมน์ที่ไม่ใช้แล้วนำเข้าใหม่`);
    }
    while (this.#row.length < this.#column) this.#row.push('');
    this.#row[this.#column] = this.#meaning();
  }

  #meaning(): string {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return this.strings[Number(value)] ?? refuse(broken);
      case 'n': {
        const day = this.dateStyles[this.#style]
          ? dayOfSerial(Number(value), this.isFrom1904)
          : null;
        return day ?? plainNumber(value);
      }
      case 'd':
        return value.slice(0, 10);
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      default:
        return value;
    }
  }
}

/**
 * Reads the first visible sheet of a workbook: texts, numbers, days and what formulas came to when
 * the file was saved. Nothing in it is run, followed or fetched.
 */
export async function readXlsx(
  path: string,
  sink: RowSink
): Promise<{ sheet: string; otherSheets: number }> {
  const archive = await Archive.open(path);
  try {
    if (archive.has('xl/vbaProject.bin')) {
      refuse('ไฟล์นี้มีมาโคร ให้บันทึกเป็น .xlsx ที่ไม่มีมาโครแล้วนำเข้าใหม่');
    }
    if (!archive.has('xl/workbook.xml') || !archive.has('xl/_rels/workbook.xml.rels')) {
      refuse(broken);
    }
    const workbook = await readWorkbook(archive);
    const total = archive.sizeOf('xl/sharedStrings.xml') + archive.sizeOf(workbook.path);
    let done = 0;
    const between = (length: number) => {
      done += length;
      return sink.pause(Math.min(done, total), total);
    };
    const dateStyles = await readDateStyles(archive);
    const strings = await readStrings(archive, between);
    const handler = new SheetHandler(sink, strings, dateStyles, workbook.isFrom1904);
    await readPart(archive, workbook.path, limits.sheetBytes, handler, between);
    return { sheet: workbook.sheet, otherSheets: workbook.otherSheets };
  } finally {
    archive.close();
  }
}
