import type { Block } from '../markdown';

import { markAsSample, setBlocks, setFoot } from './blocks-on-paper';
import { MM, Paper, QUIET, type TextStyle } from './paper';

// Margins of the regulation on government correspondence: 3 cm at the left, 2 cm at the right.
const MARGINS = { top: 20 * MM, right: 20 * MM, bottom: 24 * MM, left: 30 * MM };
const BODY: TextStyle = { size: 11.5, leading: 1.55 };
/** Height of the closing words and the signature. */
const CLOSING = 100;
const RED = '#b3261e';

export interface LetterPaper {
  /** What stands after "ที่", e.g. `มท 0808.4/ว 5912`. */
  number: string;
  /** Written out, e.g. `17 ตุลาคม 2561`. */
  date: string;
  subject: string;
  /** Letters and laws it refers to, as printed. */
  references: string[];
  urgency?: string;
  issuer: string;
  blocks: Block[];
  sample: boolean;
}

/** An official letter (หนังสือภายนอก) on A4, unsigned. */
export async function letterPdf(letter: LetterPaper): Promise<{ bytes: Buffer; pages: number }> {
  const paper = new Paper({
    title: `ที่ ${letter.number} ลงวันที่ ${letter.date} เรื่อง ${letter.subject}`,
    margins: MARGINS,
  });
  const { left } = paper.margins;
  const office = officeOf(letter.issuer);

  setCrest(paper);
  if (letter.urgency) {
    paper.line([{ text: letter.urgency, weight: 'bold', color: RED }], left, paper.y - 44, {
      size: 20,
      leading: 1.4,
    });
  }
  const sender: TextStyle = { ...BODY, left: paper.width - 175, width: 175 };
  const top = paper.y;
  paper.paragraph(letter.issuer, sender);
  paper.paragraph(office.address, sender);
  const below = paper.y;
  paper.textBox(`ที่ ${letter.number}`, left, top, 220, BODY);
  paper.y = below;
  paper.paragraph(letter.date, { ...BODY, left: paper.width / 2 - 10, before: 6, after: 6 });

  setLabelled(paper, 'เรื่อง', letter.subject);
  setLabelled(paper, 'เรียน', office.addressee);
  letter.references.forEach((reference, index) => {
    const number = letter.references.length > 1 ? `${index + 1}. ` : '';
    setLabelled(paper, index === 0 ? 'อ้างถึง' : '', `${number}${reference}`);
  });
  paper.space(4);

  const body = { ...BODY, firstLine: 25 * MM, after: 4 };
  setBlocks(paper, letter.blocks.slice(0, -1), { body });
  // The signature never stands on a page by itself.
  paper.need(CLOSING + 3 * BODY.size * 1.55);
  setBlocks(paper, letter.blocks.slice(-1), { body });
  paper.need(CLOSING);
  const closing: TextStyle = { ...BODY, left: paper.width / 2 - 20, width: paper.width / 2 + 20 };
  paper.paragraph('ขอแสดงความนับถือ', { ...closing, before: 10, after: 30, align: 'center' });
  const unsigned = letter.sample ? '(เอกสารตัวอย่าง ไม่มีการลงนาม)' : '(ไม่ใช่สำเนาต้นฉบับ)';
  paper.paragraph(unsigned, { ...closing, align: 'center', color: QUIET });
  paper.paragraph(office.signatory, { ...closing, align: 'center' });

  paper.decorate((sheet, page, pages) => {
    if (letter.sample) markAsSample(sheet);
    setFoot(sheet, footText(letter.sample), page, pages);
  });
  return paper.finish();
}

export interface InstrumentPaper {
  title: string;
  /** e.g. the gazette reference and the date. */
  particulars: string[];
  blocks: Block[];
  sample: boolean;
}

/** A law, regulation, announcement or answer on A4: title in the middle, text below. */
export async function instrumentPdf(
  instrument: InstrumentPaper
): Promise<{ bytes: Buffer; pages: number }> {
  const paper = new Paper({ title: instrument.title, margins: MARGINS });
  setCrest(paper);
  paper.paragraph([{ text: instrument.title, weight: 'bold' }], {
    size: 15,
    leading: 1.5,
    align: 'center',
    after: 4,
  });
  for (const line of instrument.particulars) {
    paper.paragraph(line, { ...BODY, size: 10.5, align: 'center', color: QUIET });
  }
  const middle = paper.margins.left + paper.width / 2;
  paper.rule(paper.y + 8, middle - 45, middle + 45, QUIET);
  paper.y += 20;
  setBlocks(paper, instrument.blocks, { body: { ...BODY, firstLine: 25 * MM, after: 4 } });
  paper.decorate((sheet, page, pages) => {
    if (instrument.sample) markAsSample(sheet);
    setFoot(sheet, footText(instrument.sample), page, pages);
  });
  return paper.finish();
}

interface Office {
  address: string;
  addressee: string;
  /** Who signs, by office and never by name. */
  signatory: string;
}

function officeOf(issuer: string): Office {
  if (issuer.startsWith('สำนักงานส่งเสริม')) {
    return {
      address: 'ศาลากลางจังหวัด',
      addressee: 'ผู้บริหารองค์กรปกครองส่วนท้องถิ่น ทุกแห่ง',
      signatory: 'ท้องถิ่นจังหวัด',
    };
  }
  const addressee = 'ผู้ว่าราชการจังหวัด ทุกจังหวัด';
  return issuer.startsWith('กระทรวง')
    ? { address: 'กรุงเทพมหานคร', addressee, signatory: `ปลัด${issuer}` }
    : { address: 'ถนนนครราชสีมา กทม. 10300', addressee, signatory: `อธิบดี${issuer}` };
}

function footText(sample: boolean): string {
  return sample
    ? 'เอกสารตัวอย่าง จัดทำขึ้นเพื่อทดลองใช้ระบบคลังความรู้ e-LAAS ไม่ใช่หนังสือราชการ'
    : 'จัดทำจากข้อมูลในคลังความรู้ e-LAAS ไม่ใช่สำเนาต้นฉบับ โปรดตรวจสอบกับต้นฉบับก่อนอ้างอิง';
}

/** The state emblem may not be copied onto samples, so its place is only marked. */
function setCrest(paper: Paper): void {
  const x = paper.margins.left + paper.width / 2;
  paper.doc
    .circle(x, paper.y + 34, 32)
    .lineWidth(0.75)
    .dash(2, { space: 2 })
    .strokeColor(QUIET);
  paper.doc.stroke().undash();
  paper.textBox('ตราครุฑ', x - 30, paper.y + 26, 60, {
    size: 9,
    align: 'center',
    color: QUIET,
  });
  paper.y += 82;
}

function setLabelled(paper: Paper, label: string, text: string): void {
  const left = 44;
  const style: TextStyle = { ...BODY, left };
  paper.need(BODY.size * 1.55);
  if (label) paper.line([{ text: label, weight: 'bold' }], paper.margins.left, paper.y, BODY);
  paper.paragraph(text, { ...style, after: 3 });
}
