import { parseThaiDate } from './thai-date.js';

// Every quantifier is bounded, so that no input makes the search slower than its length.
const DATE_AHEAD =
  /^[ ,(/]{0,4}(?:ลงวันที่?|วันที่|ล\.?ว\.?)? ?(\d{4}-\d{1,2}-\d{1,2}|\d{1,2} ?(?:[-/.] ?\d{1,2} ?[-/.] ?|[^\d/]{2,40})(?:\d{4}|\d{2}))(?!\d)/;

/** A date found at the start of a text, and what follows it. */
export interface DateAhead {
  /** ISO date, or null if none stands there or the calendar does not have it. */
  date: string | null;
  rest: string;
}

/**
 * Reads the date a citation goes on with, after ลงวันที่, ลว. or nothing.
 *
 * The text must be a `searchKey`, which has Arabic digits and single spaces.
 */
export function readDateAhead(text: string): DateAhead {
  const match = DATE_AHEAD.exec(text);
  if (!match) return { date: null, rest: text };
  return { date: parseThaiDate(match[1] ?? ''), rest: text.slice(match[0].length) };
}
