import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { broken, refuse, type Archive } from './archive';

export type Attributes = Record<string, string>;

/** Hears of the tags and texts of a part, by their names without a prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** A prefix is only a spelling of the namespace. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function createXmlParser(handler: XmlHandler): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  // Entities of a DTD are how XML bombs and thefts of files begin; no workbook needs one.
  parser.on('doctype', () => refuse('ไฟล์ XLSX นี้มีส่วนที่ไม่ปลอดภัย (DTD) จึงไม่รับ'));
  parser.on('error', () => refuse(broken));
  parser.on('opentag', (tag: SaxesTagPlain) => handler.open?.(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag: SaxesTagPlain) => handler.close?.(localName(tag.name)));
  if (handler.text) {
    parser.on('text', (text) => handler.text?.(text));
    parser.on('cdata', (text) => handler.text?.(text));
  }
  return parser;
}

/** Reads one part of a workbook from end to end. */
export async function readPart(
  archive: Archive,
  name: string,
  most: number,
  handler: XmlHandler,
  between?: (length: number) => Promise<void>
): Promise<void> {
  const parser = createXmlParser(handler);
  for await (const text of archive.read(name, most)) {
    parser.write(text);
    await between?.(text.length);
  }
  parser.close();
}
