import type { Migration } from '../platform/migrations';

/** What addresses have used up of their limits, where instances count together. */
export const limits: readonly Migration[] = [
  {
    version: 60,
    name: 'limits that instances share',
    async up(schema) {
      await schema.createTable('km_address_limits', (columns) => {
        columns.string('key', 255).primary();
        columns.integer('points').notNullable().defaultTo(0);
        columns.bigInteger('expire');
        columns.index(['expire'], 'km_address_limits_expire_index');
      });
    },
  },
  {
    version: 61,
    name: 'limits counted in one table',
    async up(schema) {
      await schema.dropTableIfExists('km_address_limits');
    },
  },
];
