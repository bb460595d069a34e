import type { Migration } from '../platform/migrations';

/** What imports of the register of authorities wait in, and what they changed. */
export const authority: readonly Migration[] = [
  {
    version: 9,
    name: 'imports of the register of authorities',
    async up(schema) {
      // Rows of a file until they are shown, as the JSON they came in.
      await schema.createTable('km_authority_chunks', (columns) => {
        columns.string('job_id', 64).notNullable();
        columns.integer('number').notNullable();
        columns.integer('count').notNullable();
        columns.text('rows').notNullable();
        columns.primary(['job_id', 'number'], 'km_authority_chunks_key');
      });
      // An entry as it was before an import, for a roll-back; null where the import made it.
      await schema.createTable('km_authority_changes', (columns) => {
        columns.string('job_id', 64).notNullable();
        columns.string('document_id', 40).notNullable();
        columns.text('before');
        // As the import left it: an entry that an editor has changed since is no longer like this.
        columns.text('after').notNullable();
        columns.primary(['job_id', 'document_id'], 'km_authority_changes_key');
      });
    },
  },
];
