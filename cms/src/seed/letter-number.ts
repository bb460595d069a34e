const LETTER =
  /(?<org>[ก-ฮ]{2,3})\.?\s*(?<suborg>\([ก-ฮ]+\))?\s*(?<unit>\d{4}(?:\.\d+)*)\s*\/\s*(?<circular>ว)?\.?\s*(?<number>\d+)/u;

/**
 * The number of a letter as a letterhead prints it, from a citation in any of the spellings people
 * use: `ด่วนที่สุด มท๐๘๐๘.๔/ว๕๙๑๒ ลว. 17 ต.ค. 61` gives `มท 0808.4/ว 5912`.
 */
export function letterNumber(citation: string | undefined): string | null {
  const arabic = (citation ?? '').replace(/[๐-๙]/gu, (digit) =>
    String(digit.charCodeAt(0) - 0x0e50)
  );
  const parts = LETTER.exec(arabic)?.groups;
  if (!parts) return null;
  const suborg = parts.suborg ? ` ${parts.suborg}` : '';
  const circular = parts.circular ? 'ว ' : '';
  return `${parts.org}${suborg} ${parts.unit}/${circular}${parts.number}`;
}
