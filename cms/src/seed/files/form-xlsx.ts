import { Workbook, type Borders, type Row, type Worksheet } from 'exceljs';

import type { SampleForm } from '../content/types';

import { fieldLines, FORM_NOTICE, formColumns, formParticulars, isLandscape } from './form-layout';

const FONT = { name: 'TH Sarabun New', size: 16 };
const THIN: Partial<Borders> = {
  top: { style: 'thin' },
  left: { style: 'thin' },
  bottom: { style: 'thin' },
  right: { style: 'thin' },
};
const LABEL_SPAN = 2;

/** A form to fill in with Excel or LibreOffice: tables take figures and add them up. */
export async function formXlsx(form: SampleForm): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.creator = 'คลังความรู้ e-LAAS';
  workbook.title = `${form.title} (${form.code})`;
  const sheet = workbook.addWorksheet('แบบฟอร์ม', {
    views: [{ showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: isLandscape(form) ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: '&R&"TH Sarabun New,Bold"&12เอกสารตัวอย่าง',
      oddFooter: `&C&"TH Sarabun New,Regular"&11${form.code} ฉบับที่ ${form.version} · ${FORM_NOTICE} · หน้า &P/&N`,
    },
  });

  const columns = columnCount(form);
  setColumnWidths(sheet, form, columns);
  wholeLine(sheet, columns, form.title, { size: 20, bold: true, center: true });
  wholeLine(sheet, columns, formParticulars(form), { size: 14, center: true });
  for (const section of form.sections) {
    sheet.addRow([]);
    wholeLine(sheet, columns, section.heading, { size: 17, bold: true });
    for (const line of fieldLines(section.fields ?? [])) {
      // Two fields on a line need two columns each for label and answer.
      if (columns >= 6) addFields(sheet, columns, line);
      else for (const field of line) addFields(sheet, columns, [field]);
    }
    if (section.columns) addTable(sheet, section.columns, section.rows ?? 1);
    if (section.note) wholeLine(sheet, columns, `หมายเหตุ ${section.note}`, { size: 14 });
  }
  const bytes = await workbook.xlsx.writeBuffer();
  return Buffer.from(bytes);
}

function columnCount(form: SampleForm): number {
  return Math.max(4, ...form.sections.map((section) => section.columns?.length ?? 0));
}

function setColumnWidths(sheet: Worksheet, form: SampleForm, count: number): void {
  for (let index = 0; index < count; index++) {
    const widest = Math.max(
      ...form.sections.map((section) => formColumns(section.columns ?? [])[index]?.width ?? 0)
    );
    sheet.getColumn(index + 1).width = widest === 0 ? 18 : Math.max(9, widest * 16);
  }
}

function wholeLine(
  sheet: Worksheet,
  columns: number,
  text: string,
  { size, bold = false, center = false }: { size: number; bold?: boolean; center?: boolean }
): void {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, columns);
  const cell = row.getCell(1);
  cell.font = { ...FONT, size, bold };
  cell.alignment = { wrapText: true, vertical: 'middle', horizontal: center ? 'center' : 'left' };
  // Merged cells do not grow with their text in Excel.
  const perLine = columns * 16;
  row.height = size * 1.6 * Math.max(1, Math.ceil([...text].length / perLine));
}

function addFields(
  sheet: Worksheet,
  columns: number,
  fields: { label: string; choice: boolean }[]
): void {
  const row = sheet.addRow([]);
  row.height = 26;
  const width = Math.floor(columns / fields.length);
  fields.forEach((field, index) => {
    const first = index * width + 1;
    const last = index === fields.length - 1 ? columns : first + width - 1;
    const labelEnd = field.choice ? last : Math.min(first + LABEL_SPAN - 1, last - 1);
    if (labelEnd > first) sheet.mergeCells(row.number, first, row.number, labelEnd);
    const label = row.getCell(first);
    label.value = field.choice ? `☐ ${field.label}` : field.label;
    label.font = FONT;
    label.alignment = { vertical: 'middle', wrapText: true };
    const perLine = (labelEnd - first + 1) * 14;
    const lines = Math.ceil([...field.label].length / perLine);
    row.height = Math.max(row.height, 26 * lines);
    if (field.choice) return;
    if (last > labelEnd + 1) sheet.mergeCells(row.number, labelEnd + 1, row.number, last);
    const answer = row.getCell(labelEnd + 1);
    answer.font = FONT;
    answer.border = { bottom: { style: 'dotted' } };
  });
}

function addTable(sheet: Worksheet, labels: string[], count: number): void {
  const columns = formColumns(labels);
  const header = sheet.addRow(labels);
  header.height = 44;
  eachCell(header, columns.length, (cell) => {
    cell.font = { ...FONT, size: 14, bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF3F9' } };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = THIN;
  });
  const first = sheet.rowCount + 1;
  for (let index = 0; index < count; index++) {
    const row = sheet.addRow(columns.map(({ kind }) => (kind === 'number' ? index + 1 : null)));
    row.height = 24;
    eachCell(row, columns.length, (cell, column) => {
      const { kind } = columns[column]!;
      cell.font = FONT;
      cell.border = THIN;
      cell.alignment = { horizontal: kind === 'number' ? 'center' : undefined, wrapText: true };
      if (kind === 'amount') cell.numFmt = '#,##0.00';
    });
  }
  const amounts = columns.flatMap(({ kind }, index) => (kind === 'amount' ? [index + 1] : []));
  if (amounts.length === 0) return;
  const total = sheet.addRow([]);
  total.height = 26;
  total.getCell(amounts[0] === 1 ? columns.length : 1).value = 'รวม';
  for (const column of amounts) {
    const letter = sheet.getColumn(column).letter;
    total.getCell(column).value = {
      formula: `SUM(${letter}${first}:${letter}${first + count - 1})`,
      result: 0,
    };
    total.getCell(column).numFmt = '#,##0.00';
  }
  eachCell(total, columns.length, (cell) => {
    cell.font = { ...FONT, bold: true };
    cell.border = THIN;
  });
}

function eachCell(
  row: Row,
  count: number,
  apply: (cell: ReturnType<Row['getCell']>, column: number) => void
): void {
  for (let column = 0; column < count; column++) apply(row.getCell(column + 1), column);
}
