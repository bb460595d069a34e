import { openArchive } from './archive';
import type { PageSink } from './page-sink';

/** Reads the words of a DOCX: paragraphs a line each, cells of a row on one. */
export async function readDocx(path: string, sink: PageSink): Promise<void> {
  const archive = await openArchive(path);
  try {
    for (const name of ['word/document.xml', 'word/footnotes.xml']) {
      let inText = false;
      await archive.read(name, {
        open(tag) {
          if (tag === 'w:t') inText = true;
          else if (tag === 'w:tab') sink.write('\t');
          else if (tag === 'w:br' || tag === 'w:cr') sink.write('\n');
        },
        close(tag) {
          if (tag === 'w:t') inText = false;
          else if (tag === 'w:p') sink.write('\n');
        },
        text(text) {
          if (inText) sink.write(text);
        },
        isDone: () => sink.isFull(),
      });
    }
    sink.endPage(null);
  } finally {
    archive.close();
  }
}
