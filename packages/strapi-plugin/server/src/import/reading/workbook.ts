import { broken, refuse, tooBig, type Archive } from './archive';
import { limits } from './limits';
import { readPart } from './xml-part';

/** The sheet of a workbook that is read. */
export interface Workbook {
  sheet: string;
  path: string;
  otherSheets: number;
  isFrom1904: boolean;
}

/** Finds the first visible sheet. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
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
export async function readDateStyles(archive: Archive): Promise<boolean[]> {
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

/** The texts cells refer to by number. */
export async function readStrings(
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
