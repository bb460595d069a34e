import { firstLoadOf } from '../fiscal/load-numbers';
import type { Migration } from '../platform/migrations';

/** Fiscal years (พ.ศ.) with a partition of their own: from the oldest a file may hold. */
const partitionedYears = { first: 2540, last: 2620 };

/** PostgreSQL keeps the facts of each fiscal year apart, so that an old year can be put away alone. */
export const fiscalYears: readonly Migration[] = [
  {
    version: 110,
    name: 'figures of each fiscal year in a partition of their own (PostgreSQL)',
    async up(schema, _table, client) {
      if (client !== 'postgres') return;
      await schema.renameTable('km_fiscal_facts', 'km_fiscal_facts_before');
      await schema
        .raw(
          `create table km_fiscal_facts (like km_fiscal_facts_before including defaults,
             constraint km_fiscal_facts_key primary key (load_id, authority, account))
           partition by range (load_id)`
        )
        // What was there becomes a partition as it is: no row is copied.
        .raw(
          `alter table km_fiscal_facts attach partition km_fiscal_facts_before
             for values from (minvalue) to (${firstLoadOf(partitionedYears.first)})`
        )
        .raw(
          `create table km_fiscal_facts_later partition of km_fiscal_facts
             for values from (${firstLoadOf(partitionedYears.last + 1)}) to (maxvalue)`
        );
      const { first, last } = partitionedYears;
      for (let year = first; year <= last; year += 1) {
        await schema.raw(
          `create table km_fiscal_facts_${year} partition of km_fiscal_facts
             for values from (${firstLoadOf(year)}) to (${firstLoadOf(year + 1)})`
        );
      }
    },
  },
];
