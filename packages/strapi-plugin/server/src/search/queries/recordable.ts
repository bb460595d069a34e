import { cutText, searchKey } from '@km-laas/thai';
import { maskPersonalData } from '../../feedback/mask-personal-data';

const longest = 160;
/** A pasted message holds numbers of documents and persons; what is typed holds those of letters. */
const pasted = 60;
const title =
  /(?<![ก-๎])(?:นางสาว|นาย(?!ก|อำเภอ|ทะเบียน|ช่าง|แพทย์|จ้าง|ตรวจ|หน้า|ประกัน)|นาง(?!รอง)|น\.ส\.|ด\.ช\.|ด\.ญ\.) ?[ก-๎]{2,40}(?: [ก-๎]{2,40})?/g;

/**
 * A query as it may be kept: in one spelling, without citizens' numbers, telephone numbers, e-mail
 * addresses, names that stand behind a title, and long numbers. Null where nothing is left to learn
 * from.
 */
export function recordableQuery(typed: string): string | null {
  const plain = maskPersonalData(typed.slice(0, 2000)).replaceAll('[ปกปิด]', ' ');
  const numbers = typed.length > pasted ? /\d[\d,.]{2,}\d/g : /\d[\d,.]{5,}\d/g;
  const key = searchKey(plain).replace(title, ' ').replace(numbers, '#');
  const kept = cutText(searchKey(key), longest);
  const told = kept.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return told >= 2 ? kept : null;
}
