import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { CsvError, Parser } from 'csv-parse';
import { ImportRefusal } from '../data-set';
import type { CsvEncoding } from './encoding';
import { limits } from './limits';
import type { RowSink } from './rows';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The beginning of a file as text, for finding out how it is divided. */
export async function readBeginning(path: string, encoding: CsvEncoding): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead), { stream: true });
  } finally {
    await file.close();
  }
}

/** The first records of a text as they would be with that delimiter; what it makes no sense of is left. */
export function firstRecords(text: string, delimiter: Delimiter): string[][] {
  const records: string[][] = [];
  const parser = createParser(delimiter, (record) => records.push(record));
  parser.on('error', () => undefined);
  parser.write(text);
  return records.slice(0, limits.headerRows);
}

function createParser(delimiter: Delimiter, take: (record: string[]) => void): Parser {
  const parser = new Parser({
    delimiter,
    relax_column_count: true,
    // `12" ท่อ` is a measure, not a quotation.
    relax_quotes: true,
    max_record_size: limits.recordLength,
    on_record(record: string[]) {
      take(record);
      // Taken already; nothing piles up in the parser's own queue.
      return null;
    },
  });
  // Without a reader the stream would never end.
  parser.resume();
  return parser;
}

/** Reads a CSV file from end to end. */
export async function readCsv(
  path: string,
  { encoding, delimiter }: { encoding: CsvEncoding; delimiter: Delimiter },
  sink: RowSink
): Promise<void> {
  const { size } = await stat(path);
  const decoder = new TextDecoder(encoding);
  let number = 0;
  let failure: unknown;
  const take = (record: string[]): void => {
    number += 1;
    sink.row(record, number);
  };
  const parser = createParser(delimiter, take);
  parser.on('error', (error) => (failure ??= error));
  const ended = new Promise<void>((resolve) => parser.once('close', resolve));
  let done = 0;
  let rest = '';
  let isPlain = true;
  for await (const chunk of createReadStream(path)) {
    done += (chunk as Buffer).length;
    const text = rest + decoder.decode(chunk as Buffer, { stream: true });
    const end = text.lastIndexOf('\n') + 1;
    const lines = text.slice(0, end);
    rest = text.slice(end);
    // What comes after the first quotation mark is the parser's: it alone knows what a mark closes.
    isPlain &&= isCutByLines(lines) && rest.length <= limits.recordLength;
    if (isPlain) {
      for (const line of linesOf(lines)) take(line.split(delimiter));
    } else {
      rest = '';
      if (!parser.write(text) && !failure) await Promise.race([once(parser, 'drain'), ended]);
    }
    if (failure) throw explain(failure, number);
    await sink.pause(done, size);
  }
  parser.end(rest + decoder.decode());
  await ended;
  if (failure) throw explain(failure, number);
  await sink.pause(size, size);
}

const loneReturn = /\r(?!\n)/;

/** Whether every line of a text is a record: most files are so, and are read ten times as fast. */
function isCutByLines(text: string): boolean {
  return !text.includes('"') && !(text.includes('\r') && loneReturn.test(text));
}

/** The lines of a text that ends with the end of one. */
function linesOf(text: string): string[] {
  const lines = text.split(text.includes('\r') ? /\r?\n/ : '\n');
  lines.pop();
  return lines;
}

function explain(error: unknown, rows: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const after = `หลังแถวที่ ${rows.toLocaleString('en')}`;
  return new ImportRefusal(
    error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
      ? `อ่านไฟล์ต่อไม่ได้${after} เพราะเครื่องหมายคำพูด (") เปิดแล้วไม่ปิด แก้แถวนั้นแล้วนำเข้าใหม่`
      : `อ่านไฟล์ต่อไม่ได้${after} รูปแบบ CSV ไม่ถูกต้อง เปิดไฟล์ด้วยโปรแกรมตารางคำนวณแล้วบันทึกใหม่`
  );
}
