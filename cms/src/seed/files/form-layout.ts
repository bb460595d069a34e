import type { SampleForm } from '../content/types';

export type FormSection = SampleForm['sections'][number];

/** A field to fill in, or a choice to tick. */
export interface Field {
  label: string;
  choice: boolean;
}

const SHORT = 22;

/** Puts short fields two on a line; choices and long labels get a line of their own. */
export function fieldLines(fields: string[]): Field[][] {
  const lines: Field[][] = [];
  for (const text of fields) {
    const choice = /^\(\s*\)\s*/u.test(text);
    const field = { label: text.replace(/^\(\s*\)\s*/u, ''), choice };
    const last = lines.at(-1);
    const short = !choice && [...field.label].length <= SHORT;
    const room = last?.length === 1 && !last[0]!.choice && [...last[0]!.label].length <= SHORT;
    if (short && room) last.push(field);
    else lines.push([field]);
  }
  return lines;
}

export interface Column {
  label: string;
  /** Relative width. */
  width: number;
  kind: 'number' | 'amount' | 'text';
}

/** Columns of a form's table, wide enough for what goes into them. */
export function formColumns(labels: string[]): Column[] {
  return labels.map((label) => {
    if (/^(?:ลำดับ|ที่$|ข้อ$)/u.test(label)) return { label, width: 0.6, kind: 'number' };
    if (
      /บาท|เงิน(?!ฝาก)|ยอด|มูลค่า|ราคา/u.test(label) &&
      !/ประเภท|ชื่อ|แหล่ง|เลขที่|วันที่|รายการ/u.test(label)
    )
      return { label, width: 1.15, kind: 'amount' };
    const length = [...label].length;
    return { label, width: Math.min(2.2, Math.max(0.95, length / 10)), kind: 'text' };
  });
}

/** Wide tables are laid across the sheet. */
export function isLandscape(form: SampleForm): boolean {
  return form.sections.some((section) => (section.columns?.length ?? 0) >= 8);
}

export const FORM_NOTICE = 'แบบฟอร์มตัวอย่างสำหรับทดลองใช้ระบบคลังความรู้ e-LAAS ไม่ใช่แบบฟอร์มราชการ';

/** The line under a form's title. */
export function formParticulars(form: SampleForm): string {
  return `รหัสแบบฟอร์ม ${form.code}  ฉบับที่ ${form.version}  ผู้ใช้แบบฟอร์ม ${form.usedBy}`;
}
