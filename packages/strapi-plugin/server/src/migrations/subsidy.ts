import type { Migration } from '../platform/migrations';

/**
 * Transfers of general subsidies. Lines are only ever added: what a reader sees of a fiscal year is
 * an *edition*, a list of parts, and one row says which edition is current. See `subsidy/ledger.ts`.
 */
export const subsidy: readonly Migration[] = [
  {
    version: 6,
    name: 'subsidy transfers',
    async up(schema) {
      // One file.
      await schema
        .createTable('km_subsidy_loads', (columns) => {
          columns.increments('id');
          columns.string('job_id', 64).notNullable().unique('km_subsidy_loads_job_unique');
          columns.boolean('sample').notNullable();
          columns.integer('chunks').notNullable().defaultTo(0);
          columns.integer('lines').notNullable().defaultTo(0);
          // Beside what readers saw when it was compared, as JSON; null until then.
          columns.text('changes');
          columns.string('created_at', 24).notNullable();
        })
        // What one file says for one letter of one fiscal year: the least that is replaced.
        .createTable('km_subsidy_parts', (columns) => {
          columns.increments('id');
          columns.integer('load_id').notNullable();
          columns.integer('fiscal_year').notNullable();
          columns.string('scope', 255).notNullable();
          columns.string('letter_number', 120);
          columns.string('letter_date', 10);
          columns.string('letter_urgency', 20);
          // As `canonicalLetterKey` makes it; null while office, number or year is unknown.
          columns.string('letter_key', 255);
          // Newest letter first, by one ascending index.
          columns.integer('order_day').notNullable();
          columns.integer('lines').notNullable().defaultTo(0);
          columns.boolean('sample').notNullable();
          columns.unique(['load_id', 'fiscal_year', 'scope'], {
            indexName: 'km_subsidy_parts_scope_unique',
          });
        })
        // Text that a letter leaves out is empty and a number that it leaves out is 0, so that lines
        // of two files are compared by plain equality.
        .createTable('km_subsidy_lines', (columns) => {
          columns.integer('part_id').notNullable();
          columns.integer('line').notNullable();
          columns.string('authority', 8).notNullable();
          // As it was called when the money was given.
          columns.string('authority_name', 255).notNullable();
          columns.string('province', 2).notNullable();
          columns.string('type', 40).notNullable();
          columns.string('sub_item', 255).notNullable();
          columns.integer('instalment').notNullable();
          columns.string('period_from', 10).notNullable();
          columns.string('period_to', 10).notNullable();
          columns.string('allocation_number', 80).notNullable();
          columns.string('budget_code', 80).notNullable();
          columns.string('transfer_date', 10).notNullable();
          columns.string('payee', 16).notNullable();
          columns.integer('headcount');
          // Satang.
          columns.bigInteger('amount').notNullable();
          columns.string('status', 16).notNullable();
          columns.string('amends', 80).notNullable();
          columns.primary(['part_id', 'line']);
          columns.index(['authority', 'part_id'], 'km_subsidy_lines_authority_index');
          columns.index(['part_id', 'province'], 'km_subsidy_lines_province_index');
        })
        // `area` is a province's code, or 00 for all of them.
        .createTable('km_subsidy_sums', (columns) => {
          columns.integer('part_id').notNullable();
          columns.string('area', 2).notNullable();
          columns.string('type', 40).notNullable();
          columns.integer('instalment').notNullable();
          columns.string('status', 16).notNullable();
          columns.integer('lines').notNullable();
          columns.bigInteger('headcount').notNullable();
          columns.bigInteger('amount').notNullable();
          columns.primary(['part_id', 'area', 'type', 'instalment', 'status']);
        })
        // A fiscal year as it stands after an import; the one before stays for audit and a roll-back.
        .createTable('km_subsidy_editions', (columns) => {
          columns.increments('id');
          columns.integer('load_id').notNullable();
          columns.integer('fiscal_year').notNullable();
          columns.integer('previous_id');
          columns.boolean('sample').notNullable().defaultTo(false);
          columns.boolean('sealed').notNullable().defaultTo(false);
          columns.string('made_at', 24).notNullable();
          columns.unique(['load_id', 'fiscal_year'], { indexName: 'km_subsidy_editions_unique' });
        })
        .createTable('km_subsidy_edition_parts', (columns) => {
          columns.integer('edition_id').notNullable();
          columns.integer('part_id').notNullable();
          columns.primary(['edition_id', 'part_id']);
        })
        // Different authorities, which cannot be added up from parts. Type '' and instalment -1: all.
        .createTable('km_subsidy_reach', (columns) => {
          columns.integer('edition_id').notNullable();
          columns.string('area', 2).notNullable();
          columns.string('type', 40).notNullable();
          columns.integer('instalment').notNullable();
          columns.integer('authorities').notNullable();
          columns.primary(['edition_id', 'area', 'type', 'instalment']);
        })
        .createTable('km_subsidy_current', (columns) => {
          columns.integer('fiscal_year').primary();
          columns.integer('edition_id').notNullable();
        });
    },
  },
];
