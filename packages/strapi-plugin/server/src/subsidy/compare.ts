import type { Core } from '@strapi/types';
import type { ImportChanges, StepControl } from '../import/data-set';
import { breathe } from '../platform/breathe';
import { partsOf, slicesOf, type Load } from './editions';
import { sqlOf } from './ledger';

interface Counts {
  rows: number;
  matched: number;
  same: number;
  old: number;
}

/** A line of before and one of now are the same transfer where all of this agrees. */
const sameTransfer = `o.authority = n.authority and o.type = n.type and o.sub_item = n.sub_item
  and o.instalment = n.instalment and o.period_from = n.period_from and o.period_to = n.period_to
  and o.allocation_number = n.allocation_number and o.budget_code = n.budget_code and o.payee = n.payee
  and (o.status = 'recalled') = (n.status = 'recalled')`;

const sameFigures = `o.amount = n.amount and o.status = n.status and o.transfer_date = n.transfer_date
  and o.amends = n.amends and coalesce(o.headcount, -1) = coalesce(n.headcount, -1)`;

/**
 * Says what a load changes of what readers see, and keeps it with the load.
 *
 * @param onlyNamed - Whether lines of authorities the file does not name stay.
 */
export async function compareLoad(
  strapi: Core.Strapi,
  load: Load,
  onlyNamed: boolean,
  control: StepControl
): Promise<ImportChanges> {
  const sql = sqlOf(strapi);
  const changes = { added: 0, changed: 0, same: 0, removed: 0 };
  const parts = await partsOf(sql, load);
  for (const [done, part] of parts.entries()) {
    if (part.before === null) {
      changes.added += part.lines;
      continue;
    }
    for (const province of await slicesOf(sql, part)) {
      const here = (line: string) => (province === null ? '' : `and ${line}.province = :province`);
      const named = onlyNamed
        ? 'and exists (select 1 from :lines: m where m.authority = o.authority and m.part_id = :part)'
        : '';
      const [counts] = await sql.rows<Counts>(
        `select count(*) as rows, count(o.line) as matched,
           sum(case when ${sameFigures} then 1 else 0 end) as same,
           (select count(*) from :lines: o where o.part_id = :before ${here('o')} ${named}) as old
         from :lines: n left join :lines: o on o.part_id = :before and ${sameTransfer}
         where n.part_id = :part ${here('n')}`,
        { part: part.id, before: part.before, province }
      );
      const { rows = 0, matched = 0, same = 0, old = 0 } = counts ?? {};
      changes.added += Number(rows) - Number(matched);
      changes.changed += Number(matched) - Number(same ?? 0);
      changes.same += Number(same ?? 0);
      changes.removed += Math.max(0, Number(old) - Number(matched));
      await breathe();
      control.check();
    }
    control.report(done + 1, parts.length);
  }
  await sql.run(`update :loads: set changes = :changes where id = :load`, {
    changes: JSON.stringify(changes),
    load: load.id,
  });
  return changes;
}

/** What {@link compareLoad} found; null where it never ran. */
export async function changesOf(strapi: Core.Strapi, load: Load): Promise<ImportChanges | null> {
  const [row] = await sqlOf(strapi).rows<{ changes: string | null }>(
    `select changes from :loads: where id = :load`,
    { load: load.id }
  );
  return row?.changes ? (JSON.parse(row.changes) as ImportChanges) : null;
}
