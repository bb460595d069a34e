import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ImportRefusal } from '../data-set';
import { limits } from './limits';
import type { RowSink } from './rows';

const broken = 'ไฟล์ XLSX เสียหายหรือไม่ใช่ไฟล์ Excel ให้เปิดด้วยโปรแกรมตารางคำนวณแล้วบันทึกใหม่';
const tooBig = 'ไฟล์ XLSX นี้ขยายตัวใหญ่เกินกว่าที่ระบบรับได้ แบ่งเป็นหลายไฟล์ หรือบันทึกเป็น CSV UTF-8';

function refuse(sentence: string): never {
  throw new ImportRefusal(sentence);
}

/** A workbook's parts, opened with everything a hostile one could try in mind. */
class Archive {
  readonly #entries = new Map<string, Entry>();

  private constructor(private readonly zip: ZipFile) {}

  static async open(path: string): Promise<Archive> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, opened) =>
        error ? reject(new ImportRefusal(broken)) : resolve(opened)
      );
    });
    const archive = new Archive(zip);
    try {
      await archive.#list();
    } catch (error) {
      zip.close();
      throw error;
    }
    return archive;
  }

  async #list(): Promise<void> {
    if (this.zip.entryCount > limits.entries) refuse(tooBig);
    await new Promise<void>((resolve, reject) => {
      this.zip.on('error', () => reject(new ImportRefusal(broken)));
      this.zip.on('end', resolve);
      this.zip.on('entry', (entry: Entry) => {
        // Of two parts by one name, programs disagree which counts.
        if (this.#entries.has(entry.fileName)) reject(new ImportRefusal(broken));
        this.#entries.set(entry.fileName, entry);
        if (this.#entries.size > limits.entries) reject(new ImportRefusal(tooBig));
        else this.zip.readEntry();
      });
      this.zip.readEntry();
    });
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  sizeOf(name: string): number {
    return this.#entries.get(name)?.uncompressedSize ?? 0;
  }

  /** Streams a part; what it unpacks to is counted, not believed. */
  async *read(name: string, most: number): AsyncGenerator<string> {
    const entry = this.#entries.get(name) ?? refuse(broken);
    if (entry.generalPurposeBitFlag & 1) refuse('ไฟล์นี้ตั้งรหัสผ่านไว้ เอารหัสผ่านออกแล้วนำเข้าใหม่');
    const suspicious = Math.max(1024 ** 2, entry.compressedSize * limits.ratio);
    if (entry.uncompressedSize > most || entry.uncompressedSize > suspicious) refuse(tooBig);
    const stream = await new Promise<Readable>((resolve, reject) => {
      this.zip.openReadStream(entry, (error, opened) =>
        error ? reject(new ImportRefusal(broken)) : resolve(opened)
      );
    });
    const decoder = new TextDecoder('utf-8');
    let bytes = 0;
    try {
      for await (const chunk of stream) {
        bytes += (chunk as Buffer).length;
        if (bytes > most || bytes > suspicious) refuse(tooBig);
        yield decoder.decode(chunk as Buffer, { stream: true });
      }
    } catch (error) {
      if (error instanceof ImportRefusal) throw error;
      refuse(broken);
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }
}

type Attributes = Record<string, string>;

interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** A prefix is only a spelling of the namespace. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function createXmlParser(handler: XmlHandler): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  // Entities of a DTD are how XML bombs and thefts of files begin; no workbook needs one.
  parser.on('doctype', () => refuse('ไฟล์ XLSX นี้มีส่วนที่ไม่ปลอดภัย (DTD) จึงไม่รับ'));
  parser.on('error', () => refuse(broken));
  parser.on('opentag', (tag: SaxesTagPlain) => handler.open?.(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag: SaxesTagPlain) => handler.close?.(localName(tag.name)));
  if (handler.text) {
    parser.on('text', (text) => handler.text?.(text));
    parser.on('cdata', (text) => handler.text?.(text));
  }
  return parser;
}

async function readPart(
  archive: Archive,
  name: string,
  most: number,
  handler: XmlHandler,
  between?: (length: number) => Promise<void>
): Promise<void> {
  const parser = createXmlParser(handler);
  for await (const text of archive.read(name, most)) {
    parser.write(text);
    await between?.(text.length);
  }
  parser.close();
}

interface Workbook {
  sheet: string;
  path: string;
  otherSheets: number;
  isFrom1904: boolean;
}

async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = new Map<string, string>();
  await readPart(archive, 'xl/_rels/workbook.xml.rels', limits.partBytes, {
    open(name, { Id, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { name: string; id: string; isHidden: boolean }[] = [];
  let isFrom1904 = false;
  await readPart(archive, 'xl/workbook.xml', limits.partBytes, {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? '';
      const isHidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.name ?? '', id, isHidden });
    },
  });
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const [first] = visible;
  const path = first && targets.get(first.id);
  if (!first || !path || !archive.has(path)) refuse(broken);
  return {
    sheet: first.name.slice(0, 60),
    path,
    otherSheets: visible.length - 1,
    isFrom1904,
  };
}

/** Formats of dates every Excel knows by number, those of Thai Excel among them. */
const dateFormats = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58, 71, 72,
  73, 74, 77, 81,
]);

function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').split(';')[0];
  return /[dybวดป]/i.test(bare ?? '') && !/general/i.test(bare ?? '');
}

/** Which of a workbook's cell styles show a day. */
async function readDateStyles(archive: Archive): Promise<boolean[]> {
  if (!archive.has('xl/styles.xml')) return [];
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let isInside = false;
  await readPart(archive, 'xl/styles.xml', limits.partBytes, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') isInside = true;
      if (name !== 'xf' || !isInside) return;
      const id = Number(attributes.numFmtId ?? 0);
      const own = formats.get(id);
      styles.push(own === undefined ? dateFormats.has(id) : isDateFormat(own));
    },
    close(name) {
      if (name === 'cellXfs') isInside = false;
    },
  });
  return styles;
}

async function readStrings(
  archive: Archive,
  between: (length: number) => Promise<void>
): Promise<string[]> {
  if (!archive.has('xl/sharedStrings.xml')) return [];
  const strings: string[] = [];
  let length = 0;
  let current = '';
  let isText = false;
  let isPhonetic = false;
  await readPart(
    archive,
    'xl/sharedStrings.xml',
    limits.stringsBytes,
    {
      open(name) {
        if (name === 'si') current = '';
        else if (name === 'rPh') isPhonetic = true;
        else if (name === 't') isText = !isPhonetic;
      },
      text(text) {
        if (isText) current += text;
      },
      close(name) {
        if (name === 't') isText = false;
        else if (name === 'rPh') isPhonetic = false;
        else if (name === 'si') {
          const string = current.slice(0, limits.cellLength);
          length += string.length;
          if (strings.length >= limits.strings || length > limits.stringsLength) refuse(tooBig);
          strings.push(string);
        }
      },
    },
    between
  );
  return strings;
}

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
