import { open, stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '../../platform/give-way';
import { PageSink, type ReadPage } from './page-sink';
import { readDocx } from './read-docx';
import { readPdf } from './read-pdf';
import { readXlsx } from './read-xlsx';
import { UnreadableFile, type Unreadable } from './unreadable';

/** What the thread is given. */
export interface ExtractRequest {
  path: string;
  kind: string;
}

/** What the thread says: pages as they are read, then how it ended. */
export type ExtractMessage =
  { pages: ReadPage[] } | { done: { cut: boolean } } | { error: Unreadable };

const mostBytes = 80 * 1024 * 1024;
const readers: Record<string, (path: string, sink: PageSink) => Promise<void>> = {
  PDF: readPdf,
  DOCX: readDocx,
  XLSX: readXlsx,
};
/** Opens Office files that are locked with a password, and all that were made before 2007. */
const compoundFile = 'd0cf11e0';

async function extract({ path, kind }: ExtractRequest): Promise<void> {
  const reader = readers[kind];
  if (!reader) throw new UnreadableFile('broken');
  if ((await stat(path)).size > mostBytes) throw new UnreadableFile('tooLarge');
  if (kind !== 'PDF' && (await openingOf(path)) === compoundFile) {
    throw new UnreadableFile('encrypted');
  }
  let waiting: ReadPage[] = [];
  const sink = new PageSink((page) => {
    waiting.push(page);
    if (waiting.length < 20) return;
    say({ pages: waiting });
    waiting = [];
  });
  await reader(path, sink);
  if (waiting.length > 0) say({ pages: waiting });
  if (sink.characters === 0) throw new UnreadableFile('noText');
  say({ done: { cut: sink.isCut } });
}

async function openingOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('hex', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function say(message: ExtractMessage): void {
  parentPort?.postMessage(message);
}

giveWay();
extract(workerData as ExtractRequest).catch((error: unknown) => {
  say({ error: error instanceof UnreadableFile ? error.reason : 'broken' });
});
