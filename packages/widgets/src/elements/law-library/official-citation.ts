import type { Law, LawKind } from '@km-laas/contract';
import { inBangkok, writeThaiDay } from '../../internal/write-thai.js';
import { th } from './law-library.th.js';

/** What a citation is made of. */
export type CitedLaw = Pick<
  Law,
  'kind' | 'title' | 'citation' | 'citationParts' | 'date' | 'issuer' | 'urgency' | 'gazette'
>;

/** Kinds that are letters of an office, cited by issuer and number. */
const letters: ReadonlySet<LawKind> = new Set(['letter', 'guideline', 'consultation']);

/** Kinds whose title says neither number nor year, so that their day has to. */
const dated: ReadonlySet<LawKind> = new Set([
  'announcement',
  'order',
  'cabinetResolution',
  'committeeResolution',
]);

/**
 * A law as an official letter refers to it, e.g.
 * `หนังสือกระทรวงมหาดไทย ด่วนที่สุด ที่ มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561`; an act by its title
 * and its place in the Royal Gazette. Always Thai, for that is the language of such letters.
 */
export function officialCitation(law: CitedLaw): string {
  const { kind, title, citation, citationParts, date, issuer, urgency, gazette } = law;
  const isLetter = letters.has(kind) && !!citation;
  const number = citation?.replace(/^ที่\s*/, '');
  const day =
    date && !citation?.includes('ลงวันที่') && (isLetter || dated.has(kind))
      ? `ลงวันที่ ${longThaiDate(date)}`
      : '';
  return [
    isLetter ? `หนังสือ${issuer}` : title,
    isLetter && urgency && th.urgencies[urgency],
    (isLetter || citationParts) && number ? `ที่ ${number}` : number,
    day,
    gazette && `ราชกิจจานุเบกษา ${gazette.text.replace(/^ราชกิจจานุเบกษา\s*/, '')}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function longThaiDate(date: string): string {
  const at = inBangkok(date);
  return at ? writeThaiDay(at, 'long') : '';
}
