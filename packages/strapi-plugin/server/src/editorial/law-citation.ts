import { buddhistYear, canonicalLetterKey, parseLetterNumber, toArabicDigits } from '@km-laas/thai';
import { textOf, type Values } from './fields';

/** The columns of a law that are read from its citation and date. */
export interface CitationColumns {
  org: string | null;
  suborg: string | null;
  unit: string | null;
  circular: boolean;
  number: number | null;
  year: number | null;
  citationKey: string | null;
}

const none: CitationColumns = {
  org: null,
  suborg: null,
  unit: null,
  circular: false,
  number: null,
  year: null,
  citationKey: null,
};

/**
 * Reads the parts of a law's citation.
 *
 * The year is that of the law's own date, else of the citation, else of the title, where an act or a
 * regulation names it (`… พ.ศ. 2547`). The key is null unless office, number and year are all known: an incomplete number names many
 * letters, so nothing can be told from it.
 */
export function citationColumns(law: Values): CitationColumns {
  const letter = parseLetterNumber(textOf(law.citation));
  const date = textOf(law.date);
  const year = date === '' ? (letter?.year ?? yearInTitle(law)) : buddhistYear(date.slice(0, 10));
  if (!letter) return { ...none, year };
  const { org, suborg, unit, circular, number } = letter;
  const parts = { org, suborg, unit, circular, number, year };
  return { ...parts, citationKey: canonicalLetterKey(parts) };
}

/** The last year a title names: an amendment's title names the year of what it amends first. */
function yearInTitle(law: Values): number | null {
  const years = toArabicDigits(textOf(law.title)).match(/(?<=พ\.\s?ศ\.\s*)\d{4}/g);
  return years ? Number(years.at(-1)) : null;
}

const urgencyCodes = { ด่วน: 'urgent', ด่วนมาก: 'veryUrgent', ด่วนที่สุด: 'mostUrgent' } as const;

/** Fields an editor left empty that the citation tells anyway: its date, and how urgent it is. */
export function toldByCitation(law: Values): Values {
  const letter = parseLetterNumber(textOf(law.citation));
  return {
    ...(letter?.date && !law.date && { date: letter.date }),
    ...(letter?.urgency && !law.urgency && { urgency: urgencyCodes[letter.urgency] }),
  };
}
