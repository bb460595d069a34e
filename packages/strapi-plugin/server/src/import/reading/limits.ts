/** What a file may be, whatever its size on disk; more of it is refused with a sentence. */
export const limits = {
  /** Rows below the headings. Excel itself ends at 1,048,576. */
  rows: 2_000_000,
  /** Columns with something in them. */
  columns: 200,
  /** Rows in which the headings are looked for. */
  headerRows: 20,
  /** Letters of one CSV record: an unclosed quotation mark would swallow the rest of the file. */
  recordLength: 128 * 1024,
  /** Files inside a workbook. */
  entries: 2000,
  /** Bytes of a workbook's sheet once unpacked, of its texts, and of everything small. */
  sheetBytes: 1024 ** 3,
  stringsBytes: 192 * 1024 ** 2,
  partBytes: 16 * 1024 ** 2,
  /** Distinct texts of a workbook, and letters of all of them. */
  strings: 1_500_000,
  stringsLength: 48 * 1024 ** 2,
  /** Letters of one cell, as Excel has it. */
  cellLength: 32_767,
  /** Unpacked bytes for a packed one; what people type packs to a twentieth at best. */
  ratio: 300,
  /** Faults kept of a file; all are counted. */
  faults: 10_000,
  /** Letters of a value as typed that a fault shows. */
  faultValue: 200,
  /** Good rows in a chunk. */
  chunkRows: 800,
} as const;
