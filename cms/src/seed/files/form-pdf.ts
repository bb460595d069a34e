import type { SampleForm } from '../content/types';

import { markAsSample, setFoot, setTable } from './blocks-on-paper';
import {
  type Field,
  fieldLines,
  FORM_NOTICE,
  formColumns,
  formParticulars,
  isLandscape,
} from './form-layout';
import { ACCENT, MM, Paper, QUIET, type TextStyle } from './paper';
import { textWidth } from './sarabun';

const MARGINS = { top: 19 * MM, right: 18 * MM, bottom: 22 * MM, left: 20 * MM };
const FIELD: TextStyle = { size: 11, leading: 1.6 };
const LINE = 25;

/** A form to print and fill in by hand. */
export async function formPdf(form: SampleForm): Promise<{ bytes: Buffer; pages: number }> {
  const paper = new Paper({
    title: `${form.title} (${form.code})`,
    subject: form.purpose,
    margins: MARGINS,
    landscape: isLandscape(form),
  });
  paper.paragraph([{ text: form.title, weight: 'bold' }], {
    size: 16,
    leading: 1.4,
    align: 'center',
  });
  paper.paragraph(formParticulars(form), {
    size: 9.5,
    align: 'center',
    color: QUIET,
    after: 6,
  });

  for (const section of form.sections) {
    paper.paragraph([{ text: section.heading, weight: 'bold' }], {
      size: 12,
      before: 10,
      after: 4,
      keep: 60,
      color: ACCENT,
    });
    for (const line of fieldLines(section.fields ?? [])) setFields(paper, line);
    if (section.columns) {
      const columns = formColumns(section.columns);
      setTable(paper, {
        widths: columns.map((column) => column.width),
        size: 9.5,
        rowHeight: 24,
        header: columns.map(({ label }) => ({ text: label, bold: true, align: 'center' })),
        rows: Array.from({ length: section.rows ?? 1 }, (_, row) =>
          columns.map(({ kind }) => ({
            text: kind === 'number' ? String(row + 1) : '',
            align: 'center',
          }))
        ),
      });
    }
    if (section.note) {
      paper.paragraph(
        [
          { text: 'หมายเหตุ ', weight: 'bold' },
          { text: section.note, weight: 'regular' },
        ],
        {
          size: 9.5,
          before: 4,
          color: QUIET,
        }
      );
    }
  }

  paper.decorate((sheet, page, pages) => {
    markAsSample(sheet);
    setFoot(sheet, `${form.code} ฉบับที่ ${form.version} · ${FORM_NOTICE}`, page, pages);
  });
  return paper.finish();
}

function setFields(paper: Paper, fields: Field[]): void {
  paper.need(LINE);
  const gap = 14;
  const width = (paper.width - gap * (fields.length - 1)) / fields.length;
  fields.forEach((field, index) => {
    let x = paper.margins.left + index * (width + gap);
    const end = x + width;
    if (field.choice) {
      paper.box(x + 1, paper.y + 6, 10, 10, undefined, QUIET);
      x += 18;
    }
    const drawn = paper.line([{ text: field.label, weight: 'regular' }], x, paper.y + 3, FIELD);
    // A choice that ends in "such as" or "because" asks for words; the others only for a tick.
    if (field.choice && !/(?:เนื่องจาก|ระบุ|เดิม|คือ|อื่น\s?ๆ)$/u.test(field.label)) return;
    if (end - drawn < 40) return;
    const base = paper.y + 3 + FIELD.size * 1.28;
    paper.doc
      .moveTo(drawn + 5, base)
      .lineTo(end, base)
      .lineWidth(0.75)
      .dash(1, { space: 2 });
    paper.doc.strokeColor(QUIET).stroke().undash();
  });
  const longest = Math.max(...fields.map((field) => textWidth(field.label, 'regular', FIELD.size)));
  // A label that fills its line leaves no room to write: the next line is for the answer.
  if (fields.length === 1 && !fields[0]!.choice && paper.width - longest < 45) {
    paper.y += LINE;
    paper.need(LINE);
    const base = paper.y + 3 + FIELD.size * 1.28;
    paper.rule(base, paper.margins.left, paper.margins.left + paper.width, QUIET, 0.5);
  }
  paper.y += LINE;
}
