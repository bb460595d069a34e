const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/;

/** Where Strapi's date picker ends; a Buddhist year typed into it lands here. */
const LAST_OF_PICKER = '2099-12-31';

/** Why this is no day a document can bear, as a Thai sentence; null for a real one. */
export function dayFault(label: string, value: string): string | null {
  const [, year = '', month = '', day = ''] = ISO_DAY.exec(value) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal =
    year !== '' && date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  if (!isReal) return `${label}ไม่ใช่วันที่ที่มีจริง พิมพ์ใหม่ เช่น 17 ต.ค. 2561 หรือ 17/10/2561`;
  if (Number(year) >= 2400 && Number(year) <= 2700) {
    return `${label}เป็นปี ค.ศ. ${year} ซึ่งน่าจะเป็นปี พ.ศ. ${year} คือ ค.ศ. ${Number(year) - 543} ใส่วันที่ใหม่`;
  }
  if (Number(year) < 1857 || Number(year) > 2200) {
    return `${label}เป็นปี ค.ศ. ${year} ซึ่งเป็นไปไม่ได้ ใส่วันที่ใหม่`;
  }
  if (value.startsWith(LAST_OF_PICKER)) {
    return `${label}เป็น 31 ธันวาคม 2642 ซึ่งเกิดเมื่อพิมพ์ปี พ.ศ. ลงในปฏิทิน เลือกวันจากปฏิทิน หรือพิมพ์เป็นปี ค.ศ.`;
  }
  return null;
}

/** Today in Bangkok, where the day of a Thai document begins. */
export function bangkokToday(now: Date = new Date()): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
