import { parseLetterNumber } from '@km-laas/thai';
import type { CitationParts } from '@km-laas/contract';

const CANONICAL = /^([^|(]*)(?:\(([^|)]*)\))?\|([^|]*)\|(ว|-)\|(\d{1,9})\|(\d{4})?$/;

/** `ว 90122/65`: a circular and its year, which could also be read as a unit and a number. */
const SHORT = /^ว\s*\.?\s*(\d{1,6})\s*\/\s*(\d{2}|25\d{2})$/;

/** Takes a key of `canonicalLetterKey` apart; its organisation, unit and year may be empty. */
export function letterPartsOf(key: string): CitationParts | null {
  const parts = CANONICAL.exec(key);
  if (!parts) return null;
  const [, org, suborg, unit, circular, number, year] = parts;
  return {
    org: org || null,
    suborg: suborg || null,
    unit: unit || null,
    circular: circular === 'ว',
    number: Number(number),
    year: year ? Number(year) : null,
  };
}

/** The letter number a query names, only the parts that were given; null where it names none. */
export function letterAskedFor(
  query: string
): (Partial<CitationParts> & { number: number }) | null {
  const short = SHORT.exec(query);
  if (short) {
    const year = Number(short[2]);
    return { circular: true, number: Number(short[1]), year: year < 100 ? 2500 + year : year };
  }
  const parsed = parseLetterNumber(query);
  if (!parsed) return null;
  const { org, suborg, unit, circular, number, year } = parsed;
  return {
    ...(org !== null && { org }),
    ...(suborg !== null && { suborg }),
    ...(unit !== null && { unit }),
    // A missing ว says nothing: people leave it out, `5912` is how they ask for ว 5912.
    ...(circular && { circular }),
    number,
    ...(year !== null && { year }),
  };
}
