import type { Core } from '@strapi/types';
import { linesOf } from '../../content/lines';
import { refuse } from '../../editorial/refusal';
import { synonymType, termType } from './seed';

const writes: ReadonlySet<string> = new Set(['create', 'update', 'clone']);
const longestWord = 100;
const mostWords = 30;

/** Refuses words no search could use, in Thai, at the field. */
export function guardVocabulary(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    const { uid, action } = context as { uid: string; action: string };
    const data = (context.params as { data?: Record<string, unknown> }).data;
    if (!data || !writes.has(action)) return next();
    if (uid === termType && typeof data.term === 'string') {
      data.term = data.term.replace(/\s+/g, ' ').trim();
      const message = termFault(data.term as string);
      if (message) refuse([{ path: ['term'], message }]);
    }
    if (uid === synonymType && typeof data.words === 'string') {
      const words = [...new Set(linesOf(data.words))];
      data.words = words.join('\n');
      const message = synonymFault(words);
      if (message) refuse([{ path: ['words'], message }]);
    }
    return next();
  });
}

/** Why a text is no word of the glossary; null where it is one. */
export function termFault(term: string): string | null {
  if (term.length < 2) return 'ใส่คำที่ยาวอย่างน้อยสองตัวอักษร';
  return /\p{L}/u.test(term) ? null : 'ใส่คำที่มีตัวอักษร ไม่ใช่ตัวเลขหรือเครื่องหมายล้วน';
}

/** Why these are no set of words that mean the same; null where they are. */
export function synonymFault(words: readonly string[]): string | null {
  if (words.length < 2) return 'ใส่อย่างน้อยสองคำ บรรทัดละหนึ่งคำ';
  if (words.length > mostWords) return `ใส่ได้ไม่เกิน ${mostWords} คำต่อชุด แยกเป็นหลายชุด`;
  const long = words.find((word) => word.length > longestWord);
  return long ? `คำ “${long.slice(0, 30)}…” ยาวเกิน ${longestWord} ตัวอักษร ใส่เป็นคำหรือวลีสั้น ๆ` : null;
}
