import type { MemberGrade } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { authoritiesOf, isStanding } from '../authority';
import { loadPlaces } from '../authority/places';
import { ProblemError } from '../platform/problem';
import type { MemberRow } from './tables';

/** What a member is to the others. */
export interface Role {
  grade: MemberGrade;
  isModerator: boolean;
  /** Of an officer of a province (สถจ.). */
  provinceCode?: string | undefined;
  /** Of a peer: the authority that employs them, by the register's code. */
  authorityCode?: string | undefined;
}

type Place = Pick<MemberRow, 'authority_code' | 'authority_name' | 'province_code'>;

const department = 'กรมส่งเสริมการปกครองท้องถิ่น';

/**
 * What stands beside a member's name for a role; nothing for a peer who stays where they are.
 *
 * @throws {ProblemError} 400 for a province or an authority there is not.
 */
export async function workplaceOf(
  strapi: Core.Strapi,
  { grade, provinceCode, authorityCode }: Role
): Promise<Partial<Place>> {
  if (grade === 'officer') {
    return { authority_code: null, authority_name: department, province_code: null };
  }
  if (grade === 'province') {
    const province = await provinceName(provinceCode);
    if (!province || !provinceCode) throw noSuchPlace;
    const name = `สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด${province}`;
    return { authority_code: null, authority_name: name, province_code: provinceCode };
  }
  if (authorityCode === undefined) return {};
  const authority = (await authoritiesOf(strapi)).byCode.get(authorityCode);
  if (!authority || !isStanding(authority)) throw noSuchPlace;
  return {
    authority_code: authorityCode,
    authority_name: authority.name,
    province_code: authority.provinceCode,
  };
}

const noSuchPlace = new ProblemError(400, {
  th: 'ไม่พบจังหวัดหรือรหัส อปท. นี้ในทะเบียน',
  en: 'The register has no such province or authority.',
});

async function provinceName(code: string | undefined): Promise<string | undefined> {
  const { provinces } = await loadPlaces();
  return provinces.find((province) => province.code === code)?.nameTh;
}

const grades: Record<MemberGrade, string> = {
  officer: 'เจ้าหน้าที่ สถ.',
  province: 'เจ้าหน้าที่ สถจ.',
  peer: 'เพื่อน อปท.',
};

/** A role in the words of a mail. */
export async function roleLines({ grade, isModerator, provinceCode }: Role): Promise<string[]> {
  const province = grade === 'province' ? ` จังหวัด${await provinceName(provinceCode)}` : '';
  return [`${grades[grade]}${province}${isModerator ? ' และผู้ดูแลเว็บบอร์ด' : ''}`];
}

/** Whether a role is one that decides about others, and may have to prove itself twice. */
export function isEntrusted({ grade, is_moderator }: MemberRow): boolean {
  return grade !== 'peer' || Boolean(is_moderator);
}
