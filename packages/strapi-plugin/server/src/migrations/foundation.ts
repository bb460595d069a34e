import type { Migration } from '../platform/migrations';

/** Tables the platform itself and the first services stand on. */
export const foundation: readonly Migration[] = [
  {
    version: 1,
    name: 'revisions of services',
    async up(schema) {
      await schema.createTable('km_revisions', (columns) => {
        columns.string('service', 40).primary();
        columns.bigInteger('revision').notNullable().defaultTo(0);
      });
    },
  },
  {
    version: 2,
    name: 'feedback of readers',
    async up(schema) {
      await schema.createTable('km_feedback', (columns) => {
        columns.increments('id');
        columns.string('service', 40).notNullable();
        columns.string('document_id', 40).notNullable();
        columns.boolean('helpful').notNullable();
        columns.string('reason', 40);
        columns.text('comment');
        columns.string('created_at', 24).notNullable();
        columns.index(['service', 'document_id', 'helpful'], 'km_feedback_document_index');
      });
    },
  },
  {
    version: 3,
    name: 'facts about files',
    async up(schema) {
      await schema.createTable('km_file_facts', (columns) => {
        columns.string('file_hash', 255).primary();
        columns.integer('pages');
      });
    },
  },
  {
    version: 4,
    name: 'letter numbers, one law each',
    async up(schema) {
      await schema.createTable('km_citation_keys', (columns) => {
        columns.string('citation_key', 255).primary();
        columns.string('document_id', 40).notNullable();
        columns.index(['document_id'], 'km_citation_keys_document_index');
      });
    },
  },
];
