import { createReadStream } from 'node:fs';
import { ImportRefusal } from '../data-set';

export type CsvEncoding = 'utf-8' | 'windows-874' | 'utf-16le';

const isUnused874 = new Uint8Array(256);
for (const [from, to] of [
  [0x81, 0x84],
  [0x86, 0x90],
  [0x98, 0x9f],
  [0xdb, 0xde],
  [0xfc, 0xff],
] as const) {
  isUnused874.fill(1, from, to + 1);
}

/** Counts what the bytes of a file would be in each encoding. */
class ByteCensus {
  letters = 0;
  broken = 0;
  unused874 = 0;
  firstBroken = -1;
  #position = 0;
  #wanted = 0;
  #low = 0x80;
  #high = 0xbf;

  read(bytes: Uint8Array): void {
    for (const byte of bytes) {
      this.#position += 1;
      if (byte === 0) throw new ImportRefusal(notText);
      if (isUnused874[byte]) this.unused874 += 1;
      if (this.#wanted > 0) {
        if (byte >= this.#low && byte <= this.#high) {
          this.#low = 0x80;
          this.#high = 0xbf;
          this.#wanted -= 1;
          if (this.#wanted === 0) this.letters += 1;
          continue;
        }
        this.#break();
      }
      if (byte >= 0x80) this.#lead(byte);
    }
  }

  end(): void {
    if (this.#wanted > 0) this.#break();
  }

  #lead(byte: number): void {
    this.#low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (byte >= 0xc2 && byte <= 0xdf) this.#wanted = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.#wanted = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.#wanted = 3;
    else this.#break();
  }

  #break(): void {
    this.broken += 1;
    if (this.firstBroken < 0) this.firstBroken = this.#position;
    this.#wanted = 0;
    this.#low = 0x80;
    this.#high = 0xbf;
  }
}

const notText = 'ไฟล์นี้ไม่ใช่ข้อความ CSV ให้เปิดด้วยโปรแกรมตารางคำนวณแล้วบันทึกเป็น CSV UTF-8 หรือ XLSX';

/**
 * Tells what a CSV file is written in by looking at all of its bytes: UTF-8 with or without a byte
 * order mark, UTF-16 with one, else Windows-874, in which Thai Excel saves "CSV".
 *
 * @throws {ImportRefusal} if it is none of them, or UTF-8 that was damaged on its way.
 */
export async function detectEncoding(path: string): Promise<CsvEncoding> {
  const census = new ByteCensus();
  let isFirst = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const bytes = chunk as Buffer;
    if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
    isFirst = false;
    census.read(bytes);
  }
  census.end();
  if (census.broken === 0) return 'utf-8';
  // A few broken letters among many sound ones: nobody writes Windows-874 that way by chance.
  if (census.letters > 4 * census.broken) {
    throw new ImportRefusal(
      `ไฟล์ UTF-8 นี้เสียหายที่ไบต์ ${census.firstBroken.toLocaleString('en')} อาจถูกตัดขาดระหว่างคัดลอก ให้บันทึกหรือส่งออกใหม่`
    );
  }
  if (census.unused874 > 0) {
    throw new ImportRefusal(
      'ไม่รู้จักการเข้ารหัสของไฟล์นี้ ให้บันทึกเป็น CSV UTF-8 (Excel: บันทึกเป็น > CSV UTF-8) หรือ XLSX'
    );
  }
  return 'windows-874';
}
