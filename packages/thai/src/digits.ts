const THAI_ZERO = 0x0e50;

/** Writes Thai digits (๐–๙) as Arabic digits and leaves every other character as it is. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
}

/** Writes Arabic digits (0–9) as Thai digits and leaves every other character as it is. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(THAI_ZERO + Number(digit)));
}
