import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IRunOptions,
} from 'docx';

import type { SampleForm } from '../content/types';

import {
  type Field,
  fieldLines,
  FORM_NOTICE,
  formColumns,
  formParticulars,
  isLandscape,
} from './form-layout';

// The font of government documents; Word counts sizes in half points and lengths in twentieths.
const FONT = 'TH Sarabun New';
const A4 = { width: 11906, height: 16838 };
const MARGIN = { top: 1080, right: 1020, bottom: 1080, left: 1134, header: 500, footer: 500 };
const NOTHING = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NOTHING, bottom: NOTHING, left: NOTHING, right: NOTHING };

/** A form to fill in with Word or LibreOffice. */
export async function formDocx(form: SampleForm): Promise<Buffer> {
  const landscape = isLandscape(form);
  const sheetWidth = landscape ? A4.height : A4.width;
  const width = sheetWidth - MARGIN.left - MARGIN.right;
  const document = new Document({
    title: `${form.title} (${form.code})`,
    description: form.purpose,
    creator: 'คลังความรู้ e-LAAS',
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: FONT, hAnsi: FONT, cs: FONT, eastAsia: FONT },
            size: 32,
            sizeComplexScript: 32,
            language: { value: 'th-TH', bidirectional: 'th-TH' },
          },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            // docx swaps the two lengths itself when the sheet lies across.
            size: {
              ...A4,
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: MARGIN,
          },
        },
        headers: { default: new Header({ children: [sampleMark()] }) },
        footers: { default: new Footer({ children: [foot(form)] }) },
        children: [
          paragraph([text(form.title, { bold: true, size: 40 })], AlignmentType.CENTER),
          paragraph([text(formParticulars(form), { size: 26 })], AlignmentType.CENTER),
          ...form.sections.flatMap((section) => [
            new Paragraph({
              children: [text(section.heading, { bold: true, size: 34 })],
              spacing: { before: 200, after: 60 },
              keepNext: true,
            }),
            ...(section.fields ? [fieldTable(section.fields, width)] : []),
            ...(section.columns ? [listTable(section.columns, section.rows ?? 1, width)] : []),
            ...(section.note
              ? [
                  paragraph([
                    text('หมายเหตุ ', { bold: true, size: 28 }),
                    text(section.note, { size: 28 }),
                  ]),
                ]
              : []),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Thai is a complex script in Word, which reads its size and weight from attributes of their own. */
function text(
  value: string,
  options: { bold?: boolean; size?: number; color?: string } = {}
): TextRun {
  const { bold = false, size = 32, color } = options;
  const run: IRunOptions = {
    text: value,
    bold,
    boldComplexScript: bold,
    size,
    sizeComplexScript: size,
    ...(color ? { color } : {}),
  };
  return new TextRun(run);
}

function paragraph(
  children: TextRun[],
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT
): Paragraph {
  return new Paragraph({ children, alignment });
}

function fieldTable(fields: string[], width: number): Table {
  const rows = fieldLines(fields).map((line) => {
    const cells = line.length === 2 ? line.flatMap((field) => pair(field, width / 2)) : [];
    const [only] = line;
    return new TableRow({
      cantSplit: true,
      children: cells.length > 0 ? cells : single(only!, width),
    });
  });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [width * 0.22, width * 0.28, width * 0.22, width * 0.28].map(Math.round),
    borders: { ...NO_BORDERS, insideHorizontal: NOTHING, insideVertical: NOTHING },
    rows,
  });
}

function pair(field: Field, width: number): TableCell[] {
  return [fieldCell(field.label, width * 0.44, 1), blankCell(width * 0.56, 1)];
}

function single(field: Field, width: number): TableCell[] {
  if (field.choice) return [fieldCell(`☐ ${field.label}`, width, 4)];
  return [fieldCell(field.label, width / 2, 2), blankCell(width / 2, 2)];
}

function fieldCell(label: string, width: number, columnSpan: number): TableCell {
  return new TableCell({
    children: [paragraph([text(label)])],
    columnSpan,
    width: { size: Math.round(width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.BOTTOM,
    borders: NO_BORDERS,
  });
}

function blankCell(width: number, columnSpan: number): TableCell {
  return new TableCell({
    children: [paragraph([text('')])],
    columnSpan,
    width: { size: Math.round(width), type: WidthType.DXA },
    borders: {
      ...NO_BORDERS,
      bottom: { style: BorderStyle.DOTTED, size: 6, color: '4A5568' },
    },
  });
}

function listTable(labels: string[], count: number, width: number): Table {
  const columns = formColumns(labels);
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.round((column.width / total) * width));
  const cell = (children: TextRun[], index: number, header: boolean): TableCell =>
    new TableCell({
      children: [
        paragraph(
          children,
          header || columns[index]!.kind === 'number'
            ? AlignmentType.CENTER
            : columns[index]!.kind === 'amount'
              ? AlignmentType.RIGHT
              : AlignmentType.LEFT
        ),
      ],
      width: { size: widths[index]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      ...(header ? { shading: { type: ShadingType.CLEAR, fill: 'EEF3F9', color: 'auto' } } : {}),
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ label }, index) =>
          cell([text(label, { bold: true, size: 28 })], index, true)
        ),
      }),
      ...Array.from(
        { length: count },
        (_, row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ kind }, index) =>
              cell([text(kind === 'number' ? String(row + 1) : '', { size: 28 })], index, false)
            ),
          })
      ),
    ],
  });
}

function sampleMark(): Paragraph {
  return paragraph(
    [text('เอกสารตัวอย่าง', { bold: true, size: 24, color: '8A5A00' })],
    AlignmentType.RIGHT
  );
}

function foot(form: SampleForm): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      text(`${form.code} ฉบับที่ ${form.version} · ${FORM_NOTICE} · หน้า `, { size: 22 }),
      new TextRun({
        children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES],
        size: 22,
        sizeComplexScript: 22,
      }),
    ],
  });
}
