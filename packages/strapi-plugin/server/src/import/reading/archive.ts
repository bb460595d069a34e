import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ImportRefusal } from '../data-set';
import { limits } from './limits';

/** What is said of a file that is no workbook, or a damaged one. */
export const broken = 'ไฟล์ XLSX เสียหายหรือไม่ใช่ไฟล์ Excel ให้เปิดด้วยโปรแกรมตารางคำนวณแล้วบันทึกใหม่';
/** What is said of a file that would unpack to more than it may. */
export const tooBig = 'ไฟล์ XLSX นี้ขยายตัวใหญ่เกินกว่าที่ระบบรับได้ แบ่งเป็นหลายไฟล์ หรือบันทึกเป็น CSV UTF-8';

export function refuse(sentence: string): never {
  throw new ImportRefusal(sentence);
}

/** A workbook's parts, opened with everything a hostile one could try in mind. */
export class Archive {
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
