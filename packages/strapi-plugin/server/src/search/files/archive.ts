import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { open, type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from './unreadable';

/** Entries an office file may have; a real one has dozens, one full of pictures some hundreds. */
const mostEntries = 5000;
/** Bytes of XML read out of one file, and of one part of it. */
const mostBytes = 200 * 1024 * 1024;
const mostOfOne = 120 * 1024 * 1024;
/** Text packs to a tenth of its size; what packs to a four-hundredth was made to swell. */
const mostSwelling = 400;
const smallEnough = 4 * 1024 * 1024;

/** What the parser of one part is told. */
export interface PartHandlers {
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Says that enough has been read. */
  isDone?(): boolean;
}

/** An office file whose parts are read one after the other. */
export interface Archive {
  names: string[];
  /** Streams a part through an XML parser; false where there is no such part. */
  read(name: string, handlers: PartHandlers): Promise<boolean>;
  close(): void;
}

/**
 * Opens a ZIP archive without unpacking anything. Sizes are counted while they are read, for what an
 * archive says of itself is anybody's word.
 */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openZip(path);
  const entries = await directoryOf(zip);
  let total = 0;

  async function read(name: string, handlers: PartHandlers): Promise<boolean> {
    const entry = entries.get(name);
    if (!entry) return false;
    if (entry.isEncrypted()) throw new UnreadableFile('encrypted');
    const stream = await streamOf(zip, entry);
    const parser = new SaxesParser({ xmlns: false, fragment: false });
    let failed = false;
    parser.on('error', () => {
      failed = true;
    });
    parser.on('opentag', ({ name: tag, attributes }: SaxesTagPlain) =>
      handlers.open?.(tag, attributes)
    );
    parser.on('closetag', ({ name: tag }) => handlers.close?.(tag));
    parser.on('text', (text) => handlers.text?.(text));
    const decoder = new TextDecoder('utf-8');
    let size = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length;
        total += chunk.length;
        const swells = size > smallEnough && size > entry.compressedSize * mostSwelling;
        if (size > mostOfOne || total > mostBytes || swells) throw new UnreadableFile('hostile');
        parser.write(decoder.decode(chunk, { stream: true }));
        if (failed) throw new UnreadableFile('broken');
        if (handlers.isDone?.()) return true;
      }
    } catch (error) {
      if (error instanceof UnreadableFile) throw error;
      // Wrong checks, wrong sizes, streams that end too soon.
      throw new UnreadableFile('broken');
    } finally {
      stream.destroy();
    }
    return true;
  }

  return { names: [...entries.keys()], read, close: () => zip.close() };
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) reject(new UnreadableFile('broken'));
      else resolve(zip);
    });
  });
}

function directoryOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    if (zip.entryCount > mostEntries) {
      zip.close();
      reject(new UnreadableFile('hostile'));
      return;
    }
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > mostEntries) reject(new UnreadableFile('hostile'));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(new UnreadableFile('broken')));
    zip.readEntry();
  });
}

function streamOf(
  zip: ZipFile,
  entry: Entry
): Promise<NodeJS.ReadableStream & { destroy(): void }> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) reject(new UnreadableFile('broken'));
      else resolve(stream);
    });
  });
}
