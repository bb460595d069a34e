import { zipNames } from './zip-names';

/** A kind of file readers may be offered. */
export interface FileKind {
  mime: string;
  /** Whether it is shown in pages, and so must be light. */
  isPicture: boolean;
  /** Whether the bytes are what the ending says. */
  holds(bytes: Buffer): boolean;
}

const openXml = 'application/vnd.openxmlformats-officedocument';

/**
 * Every kind that may be uploaded, by its ending. Old Office files and archives are not among them:
 * they carry macros or anything at all, and municipal computers open them without asking.
 */
export const fileKinds: Readonly<Record<string, FileKind>> = {
  '.pdf': document('application/pdf', (bytes) => bytes.subarray(0, 1024).includes('%PDF-')),
  '.docx': document(`${openXml}.wordprocessingml.document`, officeFile('word/document.xml')),
  '.xlsx': document(`${openXml}.spreadsheetml.sheet`, officeFile('xl/workbook.xml')),
  '.pptx': document(`${openXml}.presentationml.presentation`, officeFile('ppt/presentation.xml')),
  '.odt': document('application/vnd.oasis.opendocument.text', openDocument('text')),
  '.ods': document('application/vnd.oasis.opendocument.spreadsheet', openDocument('spreadsheet')),
  '.csv': document('text/csv', isPlainText),
  '.png': picture('image/png', (bytes) => startsWith(bytes, '89504e470d0a1a0a')),
  '.jpg': picture('image/jpeg', isJpeg),
  '.jpeg': picture('image/jpeg', isJpeg),
  '.webp': picture(
    'image/webp',
    (bytes) =>
      bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
  ),
};

/** The kinds as a sentence lists them. */
export const kindsInWords = 'PDF DOCX XLSX PPTX ODT ODS CSV PNG JPG และ WEBP';

function document(mime: string, holds: FileKind['holds']): FileKind {
  return { mime, isPicture: false, holds };
}

function picture(mime: string, holds: FileKind['holds']): FileKind {
  return { mime, isPicture: true, holds };
}

function officeFile(part: string): FileKind['holds'] {
  return (bytes) => {
    const names = startsWith(bytes, '504b0304') ? zipNames(bytes) : null;
    if (!names?.includes('[Content_Types].xml') || !names.includes(part)) return false;
    return !names.some((name) => /vbaProject\.bin$|macrosheets\//i.test(name));
  };
}

/** An OpenDocument file begins with its own kind, uncompressed, as its format asks. */
function openDocument(kind: string): FileKind['holds'] {
  const mark = `mimetypeapplication/vnd.oasis.opendocument.${kind}`;
  return (bytes) =>
    startsWith(bytes, '504b0304') &&
    bytes.toString('latin1', 30, 30 + mark.length) === mark &&
    !zipNames(bytes)?.some((name) => name.startsWith('Basic/'));
}

function isJpeg(bytes: Buffer): boolean {
  return startsWith(bytes, 'ffd8ff');
}

/** Text in UTF-8, UTF-16 or Windows-874; never a web page that calls itself a table. */
function isPlainText(bytes: Buffer): boolean {
  if (bytes.length === 0) return false;
  const isUtf16 = startsWith(bytes, 'fffe') || startsWith(bytes, 'feff');
  if (isUtf16) return true;
  const opening = bytes.toString('latin1', 0, 4096).replace(/^\u00ef\u00bb\u00bf/, '');
  return !opening.includes('\0') && !/^\s*<(?:!doctype|html|svg|script|\?xml)/i.test(opening);
}

function startsWith(bytes: Buffer, hex: string): boolean {
  return bytes.subarray(0, hex.length / 2).toString('hex') === hex;
}
