import type { Migration } from '../platform/migrations';

/** What is read most, so that a new instance can begin with it. */
export const reads: readonly Migration[] = [
  {
    version: 90,
    name: 'what is read most',
    async up(schema) {
      await schema.createTable('km_hot_reads', (columns) => {
        columns.string('url', 600).primary();
        columns.string('host', 255).notNullable();
        columns.integer('hits').notNullable();
      });
    },
  },
];
