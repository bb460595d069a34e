import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive; `claims` is the size the archive says it has, where it lies. */
export interface ZipPart {
  name: string;
  content: string | Buffer;
  claims?: number;
}

/** Bytes of a ZIP archive, as office programs write them. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims } of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const nameBytes = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(plain), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claims ?? plain.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, nameBytes, packed]);
    const entry = Buffer.concat([
      Buffer.from('504b01021400', 'hex'),
      facts,
      Buffer.alloc(14),
      nameBytes,
    ]);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local);
    directory.push(entry);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(parts.length & 0xffff, 8);
  end.writeUInt16LE(parts.length & 0xffff, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A DOCX with these paragraphs. */
export function makeDocx(paragraphs: readonly string[], more: ZipPart[] = []): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return makeZip([
    { name: '[Content_Types].xml', content: `${xml}<Types/>` },
    {
      name: 'word/document.xml',
      content: `${xml}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  ]);
}

/** An XLSX with one sheet of texts. */
export function makeXlsx(sheet: string, rows: readonly (readonly string[])[]): Buffer {
  const texts = rows.flat();
  const cells = (row: readonly string[]) =>
    row.map((text) => `<c t="s"><v>${texts.indexOf(text)}</v></c>`).join('');
  return makeZip([
    { name: '[Content_Types].xml', content: `${xml}<Types/>` },
    {
      name: 'xl/workbook.xml',
      content: `${xml}<workbook><sheets><sheet name="${sheet}"/></sheets></workbook>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `${xml}<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${xml}<worksheet><sheetData>${rows.map((row) => `<row>${cells(row)}</row>`).join('')}</sheetData></worksheet>`,
    },
  ]);
}
