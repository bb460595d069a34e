import type { Migration } from '../platform/migrations';

/** Jobs of the import centre, what is wrong with their rows, and the files they came in. */
export const imports: readonly Migration[] = [
  {
    version: 7,
    name: 'imports',
    async up(schema) {
      await schema.createTable('km_import_jobs', (columns) => {
        // The order in which they were handed in.
        columns.increments('number');
        columns.string('id', 36).notNullable().unique('km_import_jobs_id_unique');
        columns.string('data_set', 20).notNullable();
        // The data set again while the job goes on or waits: one at a time, across instances.
        columns.string('active_data_set', 20).unique('km_import_jobs_active_unique');
        columns.string('state', 20).notNullable();
        columns.string('outcome', 20);
        columns.text('options').notNullable();
        columns.string('file_name', 255).notNullable();
        columns.bigInteger('file_bytes').notNullable().defaultTo(0);
        columns.string('file_hash', 64);
        columns.string('file_kind', 4);
        columns.string('created_by', 255).notNullable();
        columns.string('created_at', 24).notNullable();
        columns.string('finished_at', 24);
        // When readers came to see it; the last of a data set is the one to roll back.
        columns.string('activated_at', 24);
        // The instance that works on it, until when it may be trusted to.
        columns.string('owner', 120);
        columns.bigInteger('lease_until').notNullable().defaultTo(0);
        // How often somebody began the stage it is in: a file that brings servers down must end.
        columns.integer('attempts').notNullable().defaultTo(0);
        columns.string('context_hash', 64);
        columns.text('progress');
        columns.integer('rows_read').notNullable().defaultTo(0);
        columns.integer('rows_good').notNullable().defaultTo(0);
        columns.integer('rows_bad').notNullable().defaultTo(0);
        columns.integer('faults_found').notNullable().defaultTo(0);
        columns.text('reading');
        columns.text('preview');
        columns.text('summary');
        columns.text('failure');
        columns.index(['data_set', 'number'], 'km_import_jobs_history_index');
      });
      await schema.createTable('km_import_files', (columns) => {
        columns.string('job_id', 36).notNullable();
        columns.integer('number').notNullable();
        columns.binary('bytes').notNullable();
        columns.primary(['job_id', 'number'], 'km_import_files_key');
      });
      await schema.createTable('km_import_faults', (columns) => {
        columns.string('job_id', 36).notNullable();
        columns.integer('number').notNullable();
        columns.integer('row').notNullable();
        columns.string('column_heading', 255);
        columns.text('value').notNullable();
        columns.text('sentence').notNullable();
        columns.primary(['job_id', 'number'], 'km_import_faults_key');
      });
    },
  },
];
