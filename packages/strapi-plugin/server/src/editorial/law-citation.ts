import { buddhistYear, canonicalLetterKey, parseLetterNumber } from '@km-laas/thai';
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
 * The year is that of the law's own date; a year in the citation counts where there is no date. The
 * key is null unless office, number and year are all known: an incomplete number names many
 * letters, so nothing can be told from it.
 */
export function citationColumns(law: Values): CitationColumns {
  const letter = parseLetterNumber(textOf(law.citation));
  if (!letter) return none;
  const { org, suborg, unit, circular, number } = letter;
  const date = textOf(law.date);
  const year = date === '' ? letter.year : buddhistYear(date.slice(0, 10));
  const parts = { org, suborg, unit, circular, number, year };
  return { ...parts, citationKey: canonicalLetterKey(parts) };
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
