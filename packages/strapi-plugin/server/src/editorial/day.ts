const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/;

/**
 * Why this is no day a document can bear, as a Thai sentence; null for a real one.
 *
 * A year above 2400 is one of the Buddhist era typed into a picker of the common era.
 */
export function dayFault(label: string, value: string): string | null {
  const [, year = '', month = '', day = ''] = ISO_DAY.exec(value) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal =
    year !== '' && date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  if (!isReal) return `${label}ไม่ใช่วันที่ที่มีจริง เลือกวันจากปฏิทินใหม่`;
  if (Number(year) >= 2400 && Number(year) <= 2700) {
    return `${label}เป็นปี ค.ศ. ${year} ซึ่งน่าจะเป็นปี พ.ศ. ช่องนี้ใช้ปี ค.ศ. ให้เลือกปี ${Number(year) - 543}`;
  }
  if (Number(year) < 1857 || Number(year) > 2200) {
    return `${label}เป็นปี ค.ศ. ${year} ซึ่งเป็นไปไม่ได้ เลือกวันจากปฏิทินใหม่`;
  }
  return null;
}

/** Today in Bangkok, where the day of a Thai document begins. */
export function bangkokToday(now: Date = new Date()): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
