import type { AuthorityRef, SubsidyTransfer } from '@km-laas/contract';
import { satangToBaht } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import { kindFacts, kindNames } from '../authority/kinds';
import { authoritiesOf, refOf, type AuthorityRegister } from '../authority/register';
import { lawsOfLetters } from './letters';
import type { LineRow } from './lines';
import { subsidyTypeOf } from './types';

/** Transfers as answers have them, with the law library's letters. */
export async function adaptRows(
  strapi: Core.Strapi,
  rows: readonly LineRow[]
): Promise<SubsidyTransfer[]> {
  if (rows.length === 0) return [];
  const register = await authoritiesOf(strapi);
  const laws = await lawsOfLetters(
    strapi,
    rows.flatMap(({ letterKey }) => letterKey ?? [])
  );
  return rows.map((row) => ({
    id: `${row.partId}-${row.line}`,
    fiscalYear: row.fiscalYear,
    authority: authorityOf(row, register),
    type: subsidyTypeOf(row.type),
    subItem: row.subItem || null,
    instalment: row.instalment || null,
    periodFrom: row.periodFrom || null,
    periodTo: row.periodTo || null,
    letter:
      row.letterNumber === null
        ? null
        : {
            number: row.letterNumber,
            date: row.letterDate,
            urgency: row.letterUrgency,
            lawId: (row.letterKey && laws.get(row.letterKey)) || null,
          },
    allocationNumber: row.allocationNumber || null,
    budgetCode: row.budgetCode || null,
    transferDate: row.transferDate || null,
    payee: row.payee,
    headcount: row.headcount,
    amount: satangToBaht(Number(row.amount)),
    status: row.status,
    amends: row.amends || null,
    sample: Boolean(row.sample),
  }));
}

/** The authority of a line by the name it had; what else is known of it comes from the register. */
function authorityOf(row: LineRow, register: AuthorityRegister): AuthorityRef {
  const known = register.byCode.get(row.authority);
  if (known) return { ...refOf(known), name: row.authorityName };
  // Taken out of the register since: its code still says its kind.
  const digit = row.authority.charAt(1);
  return {
    code: row.authority,
    name: row.authorityName,
    kind: kindNames.find((kind) => kindFacts[kind].digit === digit) ?? 'sao',
    district: null,
    provinceCode: row.province,
    province: register.places.province(row.province)?.nameTh ?? row.province,
  };
}
