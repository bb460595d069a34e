import type { Core } from '@strapi/types';
import type { AuthorityRegister } from '../authority/register';
import type { ImportChanges } from '../import/data-set';
import { accountsByCode } from './chart-of-accounts';
import { groupBy } from './group-by';
import type { Load, ShownMonth } from './ledger';
import { coverOf, monthName } from './months';
import { run, whole } from './sql';
import type { CodeRange, ComingMonth } from './summaries';
import { addBefore, addLine, type SurveyLines } from './survey-lines';
import type { SuspicionFinder } from './suspicions';

/** What comes together while a job's loads are looked through. */
export interface Findings extends SurveyLines {
  changes: ImportChanges;
  suspicions: SuspicionFinder;
}

/** A month of the job, with what readers see of it now and of the months before it. */
export interface Part {
  load: Load;
  base: ShownMonth | null;
  earlier: readonly ComingMonth[];
}

/** A range of its authorities. */
export interface RangeOfPart extends Part {
  range: CodeRange;
  totals: ReadonlyMap<number, readonly Total[]>;
}

interface TotalRow {
  load_id: number;
  authority: string;
  revenue: number | string;
  expenditure: number | string;
}

/** An authority's month, in satang. */
export interface Total {
  loadId: number;
  authority: string;
  revenue: number;
  expenditure: number;
}

/** What authorities of a range report in some loads, by load. */
export async function totalsIn(
  strapi: Core.Strapi,
  loads: readonly number[],
  range: CodeRange
): Promise<Map<number, Total[]>> {
  const rows = await run<TotalRow>(
    strapi.db.connection,
    `select load_id, authority, revenue, expenditure from km_fiscal_totals
      where load_id in (${loads.join(', ') || 'null'}) and authority >= :from and authority < :to`,
    { ...range }
  );
  const totals = rows.map((row): Total => ({
    loadId: row.load_id,
    authority: row.authority,
    revenue: whole(row.revenue),
    expenditure: whole(row.expenditure),
  }));
  return groupBy(totals, ({ loadId }) => loadId);
}

interface AccountRow {
  account: string;
  entries: number | string;
  amount: number | string;
}

/** What a file says of an account, beside what readers see. */
interface ComparedRow extends AccountRow {
  added: number | string;
  same: number | string;
  negative: number | string;
}

/** Counts what is new, changed, same and gone, and adds it up. */
export async function compareFacts(
  strapi: Core.Strapi,
  { load, base, range }: RangeOfPart,
  scope: string,
  { accounts, changes, months }: Findings
): Promise<{ negatives: number }> {
  const session = strapi.db.connection;
  const bindings = { load: load.id, base: base?.loadId ?? 0, ...range };
  // Where readers see nothing of the month yet, nothing has to be looked up for each line.
  const [added, same, join] = base
    ? [
        'sum(case when old.amount is null then 1 else 0 end)',
        'sum(case when old.amount = fact.amount then 1 else 0 end)',
        `left join km_fiscal_facts old on old.load_id = :base
              and old.authority = fact.authority and old.account = fact.account`,
      ]
    : ['count(*)', '0', ''];
  const fresh = await run<ComparedRow>(
    session,
    `select fact.account, count(*) as entries, sum(fact.amount) as amount,
            sum(case when fact.amount < 0 then 1 else 0 end) as negative,
            ${added} as added, ${same} as same
       from km_fiscal_facts fact ${join}
      where fact.load_id = :load and fact.authority >= :from and fact.authority < :to
      group by fact.account`,
    bindings
  );
  const old = base
    ? await run<AccountRow>(
        session,
        `select account, count(*) as entries, sum(amount) as amount
           from km_fiscal_facts old
          where load_id = :base and authority >= :from and authority < :to
                ${
                  scope === 'authorities'
                    ? 'and exists (select 1 from km_fiscal_totals total where total.load_id = :load and total.authority = old.authority)'
                    : ''
                }
          group by account`,
        bindings
      )
    : [];
  let kept = 0;
  let negatives = 0;
  for (const { account, entries, amount, added, same, negative } of fresh) {
    const [count, fewer, equal] = [whole(entries), whole(added), whole(same)];
    changes.added += fewer;
    changes.same += equal;
    changes.changed += count - fewer - equal;
    kept += count - fewer;
    negatives += whole(negative);
    addLine(accounts, account, count, whole(amount));
    addLine(months, coverOf(load), count, whole(amount));
  }
  for (const { account, entries, amount } of old) {
    changes.removed += whole(entries);
    addBefore(accounts, account, whole(amount));
    addBefore(months, coverOf(load), whole(amount));
  }
  changes.removed -= kept;
  return { negatives };
}

export async function noteNegatives(
  strapi: Core.Strapi,
  register: AuthorityRegister,
  { load, range }: RangeOfPart,
  { suspicions }: Findings
): Promise<void> {
  const rows = await run<{ authority: string; account: string }>(
    strapi.db.connection,
    `select authority, account from km_fiscal_facts
      where load_id = :load and authority >= :from and authority < :to and amount < 0`,
    { load: load.id, ...range }
  );
  for (const { authority, account } of rows) {
    suspicions.note(
      'other',
      'ยอดติดลบ ใช้เฉพาะรายการปรับลดยอดของเดือนก่อน',
      `${register.byCode.get(authority)?.name ?? ''} (${authority}) ${monthName(load)}: ${account} ${accountsByCode.get(account)?.nameTh ?? ''}`
    );
  }
}
