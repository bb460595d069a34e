import type { Migration } from '../platform/migrations';

/** Tables search stands on. */
export const search: readonly Migration[] = [
  {
    version: 8,
    name: 'search: queue, text of files, queries',
    async up(schema) {
      // `increments` numbers each row once and for all, on both databases: an index that has seen
      // number n asks for what is above it.
      await schema.createTable('km_search_queue', (columns) => {
        columns.bigIncrements('seq');
        columns.string('service', 40).notNullable();
        columns.string('document_id', 80);
        columns.string('at', 24).notNullable();
        columns.index(['at'], 'km_search_queue_at_index');
      });
      await schema.createTable('km_file_texts', (columns) => {
        columns.string('file_hash', 255).primary();
        columns.string('kind', 8).notNullable();
        columns.text('url').notNullable();
        columns.text('name').notNullable();
        columns.string('version', 40).notNullable();
        columns.string('state', 12).notNullable();
        columns.string('error', 40);
        columns.integer('pages').notNullable().defaultTo(0);
        columns.boolean('cut').notNullable().defaultTo(false);
        columns.string('changed_at', 24).notNullable();
        columns.index(['state', 'changed_at'], 'km_file_texts_state_index');
      });
      await schema.createTable('km_file_pages', (columns) => {
        columns.string('file_hash', 255).notNullable();
        columns.integer('place').notNullable();
        columns.integer('page');
        columns.text('text').notNullable();
        columns.primary(['file_hash', 'place'], 'km_file_pages_key');
      });
      await schema.createTable('km_search_queries', (columns) => {
        columns.string('day', 10).notNullable();
        columns.string('query', 200).notNullable();
        columns.integer('asked').notNullable().defaultTo(0);
        columns.integer('clicks').notNullable().defaultTo(0);
        columns.integer('found').notNullable().defaultTo(0);
        columns.primary(['day', 'query'], 'km_search_queries_key');
        columns.index(['query'], 'km_search_queries_query_index');
      });
      await schema.createTable('km_search_clicks', (columns) => {
        columns.string('day', 10).notNullable();
        columns.string('service', 40).notNullable();
        columns.string('document_id', 80).notNullable();
        columns.integer('clicks').notNullable().defaultTo(0);
        columns.primary(['day', 'service', 'document_id'], 'km_search_clicks_key');
      });
      await schema.createTable('km_search_settled', (columns) => {
        columns.string('query', 200).primary();
        columns.string('document_id', 40);
        columns.string('at', 24).notNullable();
      });
    },
  },
];
