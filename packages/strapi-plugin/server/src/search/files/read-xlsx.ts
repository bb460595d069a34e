import { openArchive, type Archive } from './archive';
import type { PageSink } from './page-sink';

/** Texts a workbook shares among its cells; more than this is no form and no table for readers. */
const mostShared = 200_000;

/** Reads the words of an XLSX: a sheet a page, a row a line, its name above it. Formulas are not run. */
export async function readXlsx(path: string, sink: PageSink): Promise<void> {
  const archive = await openArchive(path);
  try {
    const shared = await sharedTexts(archive);
    const names = await sheetNames(archive);
    const sheets = archive.names
      .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
      .sort((a, b) => numberIn(a) - numberIn(b));
    for (const [place, part] of sheets.entries()) {
      if (sink.isFull()) break;
      if (names[place]) sink.write(`${names[place]}\n`);
      await readSheet(archive, part, shared, sink);
      sink.endPage(null);
    }
  } finally {
    archive.close();
  }
}

async function sharedTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = [];
  let current = '';
  let inText = false;
  // Readings of Japanese text stand beside it and would be read twice.
  let inReading = false;
  await archive.read('xl/sharedStrings.xml', {
    open(tag) {
      if (tag === 'si') current = '';
      else if (tag === 't') inText = true;
      else if (tag === 'rPh') inReading = true;
    },
    close(tag) {
      if (tag === 'si') texts.push(current);
      else if (tag === 't') inText = false;
      else if (tag === 'rPh') inReading = false;
    },
    text(text) {
      if (inText && !inReading) current += text;
    },
    isDone: () => texts.length >= mostShared,
  });
  return texts;
}

async function sheetNames(archive: Archive): Promise<string[]> {
  const names: string[] = [];
  await archive.read('xl/workbook.xml', {
    open(tag, attributes) {
      if (tag === 'sheet') names.push(attributes.name ?? '');
    },
  });
  return names;
}

async function readSheet(
  archive: Archive,
  part: string,
  shared: readonly string[],
  sink: PageSink
): Promise<void> {
  let type = '';
  let value = '';
  let inValue = false;
  let isFirst = true;
  await archive.read(part, {
    open(tag, attributes) {
      if (tag === 'row') isFirst = true;
      else if (tag === 'c') {
        type = attributes.t ?? '';
        value = '';
      } else if (tag === 'v' || tag === 't') inValue = true;
    },
    close(tag) {
      if (tag === 'v' || tag === 't') inValue = false;
      else if (tag === 'c') {
        const text = type === 's' ? (shared[Number(value)] ?? '') : value;
        if (text.trim() === '') return;
        sink.write(isFirst ? text : `\t${text}`);
        isFirst = false;
      } else if (tag === 'row' && !isFirst) sink.write('\n');
    },
    text(text) {
      if (inValue) value += text;
    },
    isDone: () => sink.isFull(),
  });
}

function numberIn(name: string): number {
  return Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
}
