import type { Sentence } from '../platform/problem';

/** Signs a display name is made of: Thai and English letters, digits and a few marks between words. */
const allowed = /^[\u0E01-\u0E3A\u0E40-\u0E4E\u0E50-\u0E59A-Za-z0-9 .()_-]+$/;

/** Names that would be taken for the house itself, as {@link nameKey} writes them. */
const reservedParts = [
  'ผู้ดูแลระบบ',
  'ผู้ดูแลเว็บ',
  'แอดมิน',
  'แอ็ดมิน',
  'แอดมีน',
  'ผู้ดูแลกระทู้',
  'เจ้าหน้าที่กรม',
  'เจ้าหน้าที่สถ',
  'เจ้าหน้าที่ระบบ',
  'กรมส่งเสริมการปกครองท้องถิ่น',
  'กรมส่งเสริมฯ',
  'ท้องถิ่นจังหวัด',
  'กระทรวงมหาดไทย',
  'คลังความรู้',
  'อีลาส',
  'สมาชิกที่ลบบัญชีแล้ว',
  'admin',
  'administrator',
  'moderator',
  'webmaster',
  'elaas',
  'support',
  'official',
].map(nameKey);

/** Reserved where they stand alone or as the first word: other Thai words begin with them. */
const reservedWords = ['สถ', 'สถจ', 'dla', 'system', 'root', 'ระบบ', 'กรม', 'staff', 'mod'].map(
  nameKey
);

/** A name as it is kept: composed, one space between words, no sign that cannot be seen. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim();
}

/**
 * What two names share that a reader would take for the same: letters of either case, Thai and
 * Arabic digits, marks between words, doubled signs and letters that look alike.
 */
export function nameKey(name: string): string {
  return (
    name
      .normalize('NFKC')
      .replace(/[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')
      .toLowerCase()
      .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
      .replaceAll('เเ', 'แ')
      .replace(/[ฃ]/g, 'ข')
      .replace(/[ฅ]/g, 'ค')
      .replace(/[ๅ]/g, 'า')
      // NFKC writes ำ as two signs; so does whoever types them one by one.
      .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1ำ')
      .replace(/([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1+/g, '$1')
      .replaceAll('rn', 'm')
      .replaceAll('vv', 'w')
      .replace(/[0]/g, 'o')
      .replace(/[1i]/g, 'l')
      .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
  );
}

/** What is wrong with a display name, if anything; whether somebody has it is asked elsewhere. */
export function nameFault(name: string): Sentence | null {
  const tidy = tidyName(name);
  const length = [...new Intl.Segmenter('th').segment(tidy)].length;
  if (length < 3 || length > 40) {
    return {
      th: 'ชื่อที่แสดงต้องยาว 3 ถึง 40 ตัวอักษร',
      en: 'A display name has 3 to 40 characters.',
    };
  }
  if (!allowed.test(tidy) || /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{4,}/.test(tidy)) {
    return {
      th: 'ชื่อที่แสดงใช้ได้เฉพาะอักษรไทย อักษรอังกฤษ ตัวเลข เว้นวรรค และเครื่องหมาย . - _ ( )',
      en: 'A display name has Thai and English letters, digits, spaces and . - _ ( ) only.',
    };
  }
  const key = nameKey(tidy);
  if (key.length < 2) {
    return {
      th: 'ชื่อที่แสดงต้องมีตัวอักษรหรือตัวเลข',
      en: 'A display name needs letters or digits.',
    };
  }
  const words = tidy
    .split(/[ .()_-]+/)
    .filter(Boolean)
    .map(nameKey);
  const isReserved =
    reservedParts.some((part) => key.includes(part)) ||
    reservedWords.includes(key) ||
    reservedWords.includes(words[0] ?? '');
  return isReserved
    ? {
        th: 'ชื่อนี้สงวนไว้สำหรับหน่วยงานและผู้ดูแลระบบ โปรดใช้ชื่ออื่น',
        en: 'This name is reserved for the department and its administrators. Choose another.',
      }
    : null;
}
