import type { Knex } from 'knex';
import type { Migration } from '../platform/migrations';

const id = 25;
const instant = 24;

/** Columns a thread and a reply share. */
function postColumns(columns: Knex.CreateTableBuilder): void {
  columns.string('id', id).primary();
  columns.string('author_id', id).notNullable();
  columns.text('body').notNullable();
  columns.text('body_html').notNullable();
  columns.text('plain').notNullable();
  // shown, held, hidden, deleted; a thread may be merged.
  columns.string('state', 10).notNullable();
  columns.string('held_reason', 12);
  columns.integer('attachment_count').notNullable().defaultTo(0);
  columns.integer('revision').notNullable().defaultTo(1);
  columns.boolean('sample').notNullable().defaultTo(false);
  columns.string('created_at', instant).notNullable();
  columns.string('edited_at', instant);
  // One act of sending, by its author's name for it, and what was sent.
  columns.string('post_key', 64).notNullable();
  columns.string('post_hash', 64).notNullable();
}

/** Threads, replies and what hangs on them. */
async function createPosts(schema: Knex.SchemaBuilder): Promise<void> {
  await schema.createTable('km_threads', (columns) => {
    postColumns(columns);
    columns.string('kind', 10).notNullable();
    columns.text('title').notNullable();
    columns.text('error_message');
    columns.text('search_key').notNullable();
    // Row of the menu, which has no drafts and so keeps its number; 0 is general.
    columns.integer('topic_id').notNullable().defaultTo(0);
    columns.string('applies_to', 10).notNullable();
    columns.string('board_state', 10).notNullable();
    // 1 or 0, so that an index puts pinned threads first on both databases.
    columns.integer('pinned').notNullable().defaultTo(0);
    columns.boolean('locked').notNullable().defaultTo(false);
    columns.text('closed_reason');
    columns.string('merged_into', id);
    columns.string('accepted_reply', id);
    columns.string('accepted_grade', 10);
    columns.boolean('official_answer').notNullable().defaultTo(false);
    columns.integer('last_number').notNullable().defaultTo(0);
    // Replies readers may read; those taken away keep their number.
    columns.integer('reply_count').notNullable().defaultTo(0);
    columns.integer('view_count').notNullable().defaultTo(0);
    columns.integer('same_problem_count').notNullable().defaultTo(0);
    columns.string('last_reply_author', id);
    columns.string('last_activity_at', instant).notNullable();
    columns.string('faq_id', id);
    columns.unique(['author_id', 'post_key'], { indexName: 'km_threads_key_unique' });
    columns.index(['state', 'pinned', 'last_activity_at', 'id'], 'km_threads_active_index');
    columns.index(['state', 'pinned', 'created_at', 'id'], 'km_threads_latest_index');
    columns.index(['state', 'same_problem_count', 'id'], 'km_threads_helpful_index');
    columns.index(['state', 'topic_id', 'last_activity_at'], 'km_threads_topic_index');
    columns.index(['state', 'board_state', 'last_activity_at'], 'km_threads_state_index');
    columns.index(['merged_into'], 'km_threads_merged_index');
    columns.index(['last_activity_at'], 'km_threads_activity_index');
  });
  await schema.createTable('km_replies', (columns) => {
    postColumns(columns);
    columns.string('thread_id', id).notNullable();
    // Given when readers first see it, so that what they have read ends at a number.
    columns.integer('number');
    columns.string('grade', 10).notNullable();
    columns.string('removed_by', 10);
    columns.integer('helpful_count').notNullable().defaultTo(0);
    columns.string('quote_id', id);
    columns.text('quote_excerpt');
    columns.text('mentions').notNullable();
    columns.unique(['author_id', 'post_key'], { indexName: 'km_replies_key_unique' });
    columns.unique(['thread_id', 'number'], { indexName: 'km_replies_number_unique' });
    columns.index(['state', 'created_at'], 'km_replies_state_index');
  });
  // How many shown threads there are of each sort: a list's total without counting them.
  await schema.createTable('km_thread_counts', (columns) => {
    columns.integer('topic_id').notNullable();
    columns.string('kind', 10).notNullable();
    columns.string('board_state', 10).notNullable();
    columns.string('applies_to', 10).notNullable();
    columns.integer('threads').notNullable();
    columns.primary(['topic_id', 'kind', 'board_state', 'applies_to'], 'km_thread_counts_key');
  });
  await schema.createTable('km_post_history', (columns) => {
    columns.bigIncrements('seq');
    columns.string('post_id', id).notNullable();
    columns.integer('revision').notNullable();
    columns.text('title');
    columns.text('body').notNullable();
    columns.text('body_html').notNullable();
    columns.string('replaced_at', instant).notNullable();
    columns.string('replaced_by', id).notNullable();
    columns.unique(['post_id', 'revision'], { indexName: 'km_post_history_unique' });
  });
}

/** What members do with posts besides writing them. */
async function createDealings(schema: Knex.SchemaBuilder): Promise<void> {
  await schema.createTable('km_post_votes', (columns) => {
    columns.string('post_id', id).notNullable();
    columns.string('member_id', id).notNullable();
    columns.string('at', instant).notNullable();
    columns.primary(['post_id', 'member_id'], 'km_post_votes_key');
    columns.index(['member_id'], 'km_post_votes_member_index');
  });
  await schema.createTable('km_follows', (columns) => {
    columns.string('thread_id', id).notNullable();
    columns.string('member_id', id).notNullable();
    columns.string('mode', 10).notNullable();
    // Number of the last reply a mail told of.
    columns.integer('told').notNullable().defaultTo(0);
    columns.string('told_at', instant);
    columns.primary(['thread_id', 'member_id'], 'km_follows_key');
    columns.index(['member_id'], 'km_follows_member_index');
    columns.index(['mode', 'member_id'], 'km_follows_mode_index');
  });
  await schema.createTable('km_thread_reads', (columns) => {
    columns.string('thread_id', id).notNullable();
    columns.string('member_id', id).notNullable();
    columns.integer('last_read').notNullable();
    columns.primary(['thread_id', 'member_id'], 'km_thread_reads_key');
    columns.index(['member_id'], 'km_thread_reads_member_index');
  });
  await schema.createTable('km_attachments', (columns) => {
    columns.string('id', id).primary();
    columns.string('owner_id', id).notNullable();
    columns.string('post_id', id);
    columns.integer('place').notNullable().defaultTo(0);
    columns.string('name', 255).notNullable();
    columns.string('mime', 40).notNullable();
    columns.integer('size_bytes').notNullable();
    columns.integer('width');
    columns.integer('height');
    columns.string('created_at', instant).notNullable();
    columns.index(['post_id'], 'km_attachments_post_index');
    columns.index(['owner_id', 'created_at'], 'km_attachments_owner_index');
  });
  // In the database, not in the media library: what is uploaded there anyone may read for ever.
  await schema.createTable('km_attachment_parts', (columns) => {
    columns.string('attachment_id', id).notNullable();
    columns.integer('number').notNullable();
    columns.binary('bytes').notNullable();
    columns.primary(['attachment_id', 'number'], 'km_attachment_parts_key');
  });
  await schema.createTable('km_reports', (columns) => {
    columns.increments('id');
    columns.string('post_id', id).notNullable();
    columns.string('post_kind', 6).notNullable();
    columns.string('reason', 12).notNullable();
    columns.text('note');
    columns.string('reporter_id', id);
    columns.string('state', 6).notNullable().defaultTo('open');
    columns.string('at', instant).notNullable();
    columns.index(['state', 'post_id'], 'km_reports_state_index');
    columns.index(['post_id'], 'km_reports_post_index');
  });
  await schema.createTable('km_deflections', (columns) => {
    columns.string('day', 10).notNullable();
    columns.string('service', 40).notNullable();
    columns.string('document_id', 80).notNullable();
    columns.integer('times').notNullable();
    columns.primary(['day', 'service', 'document_id'], 'km_deflections_key');
  });
  // A job that one instance at a time does.
  await schema.createTable('km_board_jobs', (columns) => {
    columns.string('name', 40).primary();
    columns.string('last_run', instant).notNullable();
  });
}

/** What moderators did, and what the Computer Crime Act asks to be kept. */
async function createLogs(schema: Knex.SchemaBuilder): Promise<void> {
  await schema.createTable('km_moderation_log', (columns) => {
    columns.bigIncrements('seq');
    columns.string('at', instant).notNullable();
    // `admin` is a user of the admin panel, `member` a moderator on the board, `system` a rule.
    columns.string('actor_kind', 10).notNullable();
    columns.string('actor_id', 40).notNullable();
    columns.string('action', 20).notNullable();
    columns.string('post_kind', 10);
    columns.string('post_id', id);
    columns.string('member_id', id);
    columns.text('reason').notNullable();
    columns.text('details').notNullable();
    columns.index(['post_id'], 'km_moderation_log_post_index');
    columns.index(['member_id'], 'km_moderation_log_member_index');
  });
  await schema.createTable('km_traffic_log', (columns) => {
    columns.bigInteger('seq').primary();
    columns.string('at', instant).notNullable();
    columns.string('member_id', id);
    columns.string('address', 45).notNullable();
    columns.integer('port');
    columns.string('act', 24).notNullable();
    columns.string('post_id', id);
    columns.string('user_agent', 400).notNullable();
    columns.string('previous_hash', 64).notNullable();
    columns.string('hash', 64).notNullable();
    columns.index(['at'], 'km_traffic_log_at_index');
    columns.index(['member_id'], 'km_traffic_log_member_index');
  });
  await schema.createTable('km_traffic_head', (columns) => {
    columns.integer('id').primary();
    columns.bigInteger('seq').notNullable();
    columns.string('hash', 64).notNullable();
  });
}

/** A table's name with its schema, as SQL writes it. */
function quoted(table: Knex.QueryBuilder): string {
  return table.toSQL().sql.replace(/^select \* from /, '');
}

/** Has the database itself refuse to change a log; what the law lets go after 90 days may go. */
async function sealLogs(
  schema: Knex.SchemaBuilder,
  table: (name: string) => Knex.QueryBuilder,
  isSqlite: boolean
): Promise<void> {
  const moderation = quoted(table('km_moderation_log'));
  const traffic = quoted(table('km_traffic_log'));
  if (isSqlite) {
    const refuse = (name: string, act: string, log: string, when = '') =>
      schema.raw(
        `create trigger ${name} before ${act} on ${log} ${when} begin select raise(abort, 'this log is append-only'); end`
      );
    await refuse('km_moderation_log_no_update', 'update', moderation);
    await refuse('km_moderation_log_no_delete', 'delete', moderation);
    await refuse('km_traffic_log_no_update', 'update', traffic);
    await refuse(
      'km_traffic_log_no_delete',
      'delete',
      traffic,
      `when old.at >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-90 days')`
    );
    return;
  }
  const schemaName = /^"[^"]+"\./.exec(moderation)?.[0] ?? '';
  const refusal = `${schemaName}"km_refuse_change"`;
  const tooYoung = `${schemaName}"km_refuse_young"`;
  await schema.raw(
    `create function ${refusal}() returns trigger language plpgsql as 'begin raise exception ''this log is append-only''; end'`
  );
  await schema.raw(
    `create function ${tooYoung}() returns trigger language plpgsql as 'begin if old.at >= to_char((now() at time zone ''utc'') - interval ''90 days'', ''YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'') then raise exception ''this log is append-only''; end if; return old; end'`
  );
  const put = (name: string, act: string, log: string, call: string) =>
    schema.raw(
      `create trigger ${name} before ${act} on ${log} for each row execute function ${call}()`
    );
  await put('km_moderation_log_sealed', 'update or delete', moderation, refusal);
  await put('km_traffic_log_sealed', 'update', traffic, refusal);
  await put('km_traffic_log_kept', 'delete', traffic, tooYoung);
}

/** Tables of the webboard. */
export const webboard: readonly Migration[] = [
  {
    version: 30,
    name: 'webboard: threads, replies, moderation, records',
    async up(schema, table, client) {
      await createPosts(schema);
      await createDealings(schema);
      await createLogs(schema);
      await table('km_traffic_head').insert({ id: 1, seq: 0, hash: '0'.repeat(64) });
      await sealLogs(schema, table, client === 'sqlite');
    },
  },
  {
    version: 31,
    name: 'webboard: earlier wordings with all that was changed',
    async up(schema) {
      await schema.alterTable('km_post_history', (columns) => {
        columns.text('error_message');
        // Null where the version is a reply's.
        columns.integer('topic_id');
        columns.string('applies_to', 10);
      });
    },
  },
];
