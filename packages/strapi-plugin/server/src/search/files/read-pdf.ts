import { readFile } from 'node:fs/promises';
import type { PageSink } from './page-sink';
import { UnreadableFile } from './unreadable';

/** Pages in a row without a letter after which a long document is taken for a scan. */
const patience = 300;

/** Reads the words of a PDF page by page. A page that cannot be read is left out. */
export async function readPdf(path: string, sink: PageSink): Promise<void> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = pdfjs.getDocument({
    data: new Uint8Array(await readFile(path)),
    // Nothing is drawn and nothing in the file may run or be fetched.
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    let unread = 0;
    for (let number = 1; number <= document.numPages && !sink.isFull(); number += 1) {
      try {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        let text = '';
        for (const item of items) {
          if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
        }
        sink.write(joinWrappedLines(text));
        page.cleanup();
      } catch {
        unread += 1;
      }
      sink.endPage(number);
      if (sink.characters === 0 && number >= patience) break;
    }
    if (unread === document.numPages) throw new UnreadableFile('broken');
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const isLocked = (error as { name?: string }).name === 'PasswordException';
    throw new UnreadableFile(isLocked ? 'encrypted' : 'broken');
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

/**
 * Puts together what was broken only because the paper ended: a line about as long as the longest
 * ones, between two Thai letters. Thai is written without blanks, so a word may be cut there.
 */
export function joinWrappedLines(text: string): string {
  const lines = text.split('\n');
  const lengths = lines.map(({ length }) => length).sort((a, b) => b - a);
  const long = 0.8 * (lengths[Math.floor(lengths.length / 20)] ?? 0);
  let joined = '';
  for (const [place, line] of lines.entries()) {
    const next = lines[place + 1];
    const isWrapped =
      next !== undefined &&
      line.length >= Math.max(long, 40) &&
      /[ก-๎]$/.test(line) &&
      /^[ก-์]/.test(next);
    joined += isWrapped || next === undefined ? line : `${line}\n`;
  }
  return joined;
}
