import { buddhistYear, type CitationParts } from '@km-laas/contract';
import { formatLetterNumber, formatThaiDate } from '@km-laas/thai';

/** Attributes of a law that its citation is made of. */
export const citationAttributes = [
  'citation',
  'org',
  'suborg',
  'unit',
  'circular',
  'number',
  'year',
  'date',
];

export interface CitedRow {
  citation: string | null;
  org: string | null;
  suborg: string | null;
  unit: string | null;
  circular: boolean | null;
  number: number | null;
  year: number | null;
  date: string | null;
}

/** The parts of a letter's number; null for an instrument that has none. */
export function citationPartsOf(row: CitedRow): CitationParts | null {
  if (!row.number) return null;
  const { number, org, suborg, unit, year } = row;
  return {
    org: org || null,
    suborg: suborg || null,
    unit: unit || null,
    circular: row.circular === true,
    number,
    year: buddhistYear.safeParse(year).data ?? null,
  };
}

/**
 * A citation as officials print it, `มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561`, however it was typed.
 *
 * What is no letter's number stays as it was typed; null where nothing was.
 */
export function printedCitation(row: CitedRow): string | null {
  const parts = citationPartsOf(row);
  if (!parts) return row.citation?.trim() || null;
  const when = row.date
    ? ` ลงวันที่ ${formatThaiDate(row.date, 'long')}`
    : parts.year === null
      ? ''
      : `/${parts.year}`;
  return `${formatLetterNumber(parts)}${when}`;
}
