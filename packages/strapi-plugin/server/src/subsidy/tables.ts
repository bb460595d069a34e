import type { SubsidyTransfer } from '@km-laas/contract';
import type { CellKind, Table } from '../platform/table';

const column = (name: string, kind: CellKind = 'text') => ({ name, kind });

const columns: Table['columns'] = [
  column('fiscal_year_be', 'number'),
  column('authority_code'),
  column('authority_name_th'),
  column('authority_kind'),
  column('province_code'),
  column('province_name_th'),
  column('subsidy_type'),
  column('subsidy_type_name_th'),
  column('sub_item'),
  column('instalment', 'number'),
  column('period_from'),
  column('period_to'),
  column('letter_number'),
  column('letter_date'),
  column('allocation_number'),
  column('budget_code'),
  column('transfer_date'),
  column('payee'),
  column('headcount', 'number'),
  column('amount_baht', 'money'),
  column('status'),
  column('amends_allocation_number'),
];

/** Transfers: a line for each. Days are ISO 8601, years of the Buddhist era. */
export function subsidyTable(transfers: readonly SubsidyTransfer[], name: string): Table {
  const rows = transfers.map((transfer) => [
    transfer.fiscalYear,
    transfer.authority.code,
    transfer.authority.name,
    transfer.authority.kind,
    transfer.authority.provinceCode,
    transfer.authority.province,
    transfer.type.code,
    transfer.type.nameTh,
    transfer.subItem,
    transfer.instalment,
    transfer.periodFrom,
    transfer.periodTo,
    transfer.letter?.number ?? null,
    transfer.letter?.date ?? null,
    transfer.allocationNumber,
    transfer.budgetCode,
    transfer.transferDate,
    transfer.payee,
    transfer.headcount,
    transfer.amount,
    transfer.status,
    transfer.amends,
  ]);
  return { name, columns, rows };
}
