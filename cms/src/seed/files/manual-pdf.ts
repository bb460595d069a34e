import type { Block } from '../markdown';

import { markAsSample, setBlocks, setFoot, setTable, type PlacedHeading } from './blocks-on-paper';
import { ACCENT, MM, Paper, QUIET, RULE, type TextStyle } from './paper';
import { textWidth } from './sarabun';

const MARGINS = { top: 22 * MM, right: 20 * MM, bottom: 24 * MM, left: 25 * MM };
const CONTENTS: TextStyle = { size: 10.5, leading: 1.7 };

export interface ManualPaper {
  title: string;
  summary: string;
  blocks: Block[];
  /** Facts of the title block, label and value. */
  facts: [string, string][];
}

/** A manual as an A4 document: title block, contents with page numbers, body. */
export async function manualPdf(manual: ManualPaper): Promise<{ bytes: Buffer; pages: number }> {
  const paper = new Paper({ title: manual.title, subject: manual.summary, margins: MARGINS });
  setTitleBlock(paper, manual);

  const headings = headingsOf(manual.blocks);
  const entries: { page: number; y: number; level: number; text: string }[] = [];
  if (headings.length >= 3) {
    paper.paragraph([{ text: 'สารบัญ', weight: 'bold' }], {
      size: 14.5,
      before: 18,
      after: 4,
      keep: 60,
      color: ACCENT,
    });
    for (const heading of headings) {
      paper.need(CONTENTS.size * 1.7);
      entries.push({ ...heading, page: paper.page, y: paper.y });
      paper.y += CONTENTS.size * 1.7;
    }
    paper.newPage();
  } else {
    paper.space(14);
  }

  const placed: PlacedHeading[] = [];
  const outline: PDFKit.PDFOutline[] = [paper.doc.outline];
  setBlocks(paper, manual.blocks, {
    onHeading: (heading) => {
      if (heading.level > 3) return;
      const name = `heading-${placed.push(heading)}`;
      paper.doc.addNamedDestination(name, 'XYZ', 0, Math.max(0, paper.y - 40), null);
      const parent = outline[heading.level === 3 ? 1 : 0] ?? paper.doc.outline;
      const item = parent.addItem(heading.text);
      if (heading.level <= 2) outline[1] = item;
    },
  });

  paper.decorate((sheet, page, pages) => {
    markAsSample(sheet);
    if (page > 0) setRunningHead(sheet, manual.title);
    setFoot(sheet, 'คลังความรู้ e-LAAS · เอกสารตัวอย่างสำหรับทดลองใช้ระบบ ไม่ใช่เอกสารราชการ', page, pages);
    for (const [index, entry] of entries.entries()) {
      if (entry.page === page) setContentsLine(sheet, entry, index, placed[index]!.page);
    }
  });
  return paper.finish();
}

function setTitleBlock(paper: Paper, manual: ManualPaper): void {
  paper.y = 60;
  paper.paragraph([{ text: 'คลังความรู้ e-LAAS', weight: 'bold' }], { size: 10, color: ACCENT });
  paper.paragraph([{ text: manual.title, weight: 'bold' }], { size: 22, leading: 1.4, after: 6 });
  paper.paragraph(manual.summary, { size: 11.5, color: QUIET, after: 10 });
  setTable(paper, {
    widths: [1, 2.6],
    size: 10,
    rows: manual.facts.map(([label, value]) => [{ text: label, bold: true }, { text: value }]),
  });
}

function setRunningHead(paper: Paper, title: string): void {
  const style: TextStyle = { size: 8.5, leading: 1.5, color: QUIET };
  const [first] = paper.linesOf(title, { ...style, width: paper.width - 90 });
  if (first) paper.line(first.spans, paper.margins.left, 28, style);
  paper.rule(48, paper.margins.left, paper.margins.left + paper.width, RULE);
}

function headingsOf(blocks: Block[]): { level: number; text: string }[] {
  return blocks.flatMap((block) =>
    block.type === 'heading' && block.level <= 3
      ? [
          {
            level: block.level,
            text: block.children.map((node) => ('text' in node ? node.text : '')).join(''),
          },
        ]
      : []
  );
}

function setContentsLine(
  paper: Paper,
  entry: { y: number; level: number; text: string },
  index: number,
  page: number
): void {
  const left = paper.margins.left + (entry.level >= 3 ? 18 : 0);
  const right = paper.margins.left + paper.width;
  const number = String(page + 1);
  const [line] = paper.linesOf(
    entry.text,
    { ...CONTENTS, width: right - left - 40 },
    entry.level >= 3 ? 'regular' : 'bold'
  );
  if (!line) return;
  const end = paper.line(line.spans, left, entry.y, CONTENTS);
  const numberWidth = textWidth(number, 'regular', CONTENTS.size);
  paper.line([{ text: number, weight: 'regular' }], right - numberWidth, entry.y, CONTENTS);
  paper.doc
    .moveTo(end + 6, entry.y + CONTENTS.size * 1.15)
    .lineTo(right - numberWidth - 6, entry.y + CONTENTS.size * 1.15)
    .lineWidth(0.75)
    .dash(0.75, { space: 3 })
    .strokeColor(QUIET)
    .stroke()
    .undash();
  paper.doc.goTo(left, entry.y, right - left, CONTENTS.size * 1.7, `heading-${index + 1}`);
}
