export { buddhistYear, formatThaiDate, formatThaiDateTime, thaiMonthNames } from './calendar.js';
export type { ThaiDateOptions, ThaiDateStyle } from './calendar.js';
export { compareThai } from './collation.js';
export { toArabicDigits, toThaiDigits } from './digits.js';
export { fiscalMonthOf, fiscalQuarterOf, fiscalYearOf, fiscalYearRange } from './fiscal.js';
export type { DayRange } from './fiscal.js';
export { parseGazette } from './gazette.js';
export type { GazetteReference } from './gazette.js';
export {
  LETTER_URGENCIES,
  canonicalLetterKey,
  formatCitation,
  formatLetterNumber,
  looksLikeLetterNumber,
  parseLetterNumber,
} from './letter-number.js';
export type { LetterNumber, LetterUrgency } from './letter-number.js';
export { bahtText, bahtToSatang, formatBaht, formatMillionBaht, satangToBaht } from './money.js';
export type { MoneyOptions } from './money.js';
export { repairText, searchKey, searchTerms } from './search-key.js';
export { cutText } from './text.js';
export { parseThaiDate } from './thai-date.js';
