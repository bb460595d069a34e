import type { Migration } from '../platform/migrations';

/** Tables of members, of mail on its way and of limits that all instances count together. */
export const member: readonly Migration[] = [
  {
    version: 20,
    name: 'members, their sessions and codes, mail, shared limits',
    async up(schema) {
      await schema.createTable('km_members', (columns) => {
        columns.string('id', 25).primary();
        // The account of users-permissions that keeps the e-mail address and the password.
        columns.string('user_document_id', 40);
        // A hash of the address, so that one address has one account; null once it is deleted.
        columns.string('email_key', 64);
        columns.string('display_name', 80).notNullable();
        columns.string('name_key', 160);
        columns.string('authority_code', 8);
        columns.string('authority_name', 200);
        columns.string('province_code', 2);
        columns.string('position', 120);
        columns.string('grade', 12).notNullable().defaultTo('peer');
        columns.boolean('is_moderator').notNullable().defaultTo(false);
        columns.string('state', 12).notNullable();
        columns.string('suspended_until', 24);
        columns.string('state_reason', 500);
        columns.string('consent_version', 20);
        columns.string('consent_at', 24);
        columns.string('replies_by_mail', 8).notNullable().defaultTo('off');
        columns.string('mail_key', 43).notNullable();
        columns.integer('approved_posts').notNullable().defaultTo(0);
        columns.text('totp_secret');
        columns.bigInteger('totp_step');
        columns.string('last_posted_at', 24);
        columns.string('created_at', 24).notNullable();
        columns.string('deleted_at', 24);
        columns.unique(['email_key'], { indexName: 'km_members_email_unique' });
        columns.unique(['name_key'], { indexName: 'km_members_name_unique' });
        columns.unique(['mail_key'], { indexName: 'km_members_mail_key_unique' });
        columns.index(['state', 'created_at'], 'km_members_state_index');
        columns.index(['user_document_id'], 'km_members_user_index');
      });
      await schema.createTable('km_member_sessions', (columns) => {
        columns.string('id', 25).primary();
        columns.string('token_hash', 64).notNullable();
        columns.string('member_id', 25).notNullable();
        // `site` is a cookie of our own pages, `embed` a token of a page that embeds us.
        columns.string('kind', 8).notNullable();
        columns.string('origin', 255).notNullable();
        // Of an embed token: the session of our own pages it was given from.
        columns.string('parent_id', 25);
        // Tokens that follow one another share it; a stolen one ends them all.
        columns.string('chain_id', 25).notNullable();
        columns.string('chain_until', 24).notNullable();
        columns.string('created_at', 24).notNullable();
        columns.string('expires_at', 24).notNullable();
        columns.string('replaced_at', 24);
        columns.string('revoked_at', 24);
        columns.string('address', 64);
        columns.string('user_agent', 300);
        columns.unique(['token_hash'], { indexName: 'km_member_sessions_token_unique' });
        columns.index(['member_id', 'kind'], 'km_member_sessions_member_index');
        columns.index(['parent_id'], 'km_member_sessions_parent_index');
        columns.index(['chain_id'], 'km_member_sessions_chain_index');
        columns.index(['expires_at'], 'km_member_sessions_expiry_index');
      });
      // Codes that work once: of mails, and of the sign-in window.
      await schema.createTable('km_member_codes', (columns) => {
        columns.string('code_hash', 64).primary();
        columns.string('kind', 12).notNullable();
        columns.string('member_id', 25);
        // What the code does when it is used, locked with the keys of the application.
        columns.text('payload');
        columns.string('created_at', 24).notNullable();
        columns.string('expires_at', 24).notNullable();
        columns.string('used_at', 24);
        columns.index(['member_id', 'kind'], 'km_member_codes_member_index');
        columns.index(['expires_at'], 'km_member_codes_expiry_index');
      });
      // What a member agreed to and took back, for as long as the account lives.
      await schema.createTable('km_member_consents', (columns) => {
        columns.increments('id');
        columns.string('member_id', 25).notNullable();
        columns.string('purpose', 20).notNullable();
        columns.boolean('given').notNullable();
        columns.string('version', 20).notNullable();
        columns.string('at', 24).notNullable();
        columns.index(['member_id'], 'km_member_consents_member_index');
      });
      // Sites a member has let know who they are, so that the window need not ask again.
      await schema.createTable('km_member_sites', (columns) => {
        columns.string('member_id', 25).notNullable();
        columns.string('origin', 255).notNullable();
        columns.string('allowed_at', 24).notNullable();
        columns.primary(['member_id', 'origin'], 'km_member_sites_key');
      });
      await schema.createTable('km_mails', (columns) => {
        columns.string('id', 25).primary();
        // Asked for twice, sent once.
        columns.string('mail_key', 120);
        columns.string('state', 8).notNullable();
        // Address and words, locked with the keys of the application; gone once it is sent.
        columns.text('content');
        columns.integer('attempts').notNullable().defaultTo(0);
        columns.string('next_at', 24).notNullable();
        columns.string('lease_until', 24);
        columns.string('created_at', 24).notNullable();
        columns.string('done_at', 24);
        columns.string('failure', 40);
        columns.unique(['mail_key'], { indexName: 'km_mails_key_unique' });
        columns.index(['state', 'next_at'], 'km_mails_state_index');
      });
      await schema.createTable('km_limits', (columns) => {
        columns.string('limit_key', 120).primary();
        columns.integer('points').notNullable();
        columns.bigInteger('until_ms').notNullable();
        columns.index(['until_ms'], 'km_limits_until_index');
      });
    },
  },
  {
    version: 21,
    name: 'second factor, other ways to sign in, mail that can be forgotten',
    async up(schema) {
      // Hashes of codes that open an account once when its app is lost.
      await schema.createTable('km_member_recovery', (columns) => {
        columns.string('code_hash', 64).primary();
        columns.string('member_id', 25).notNullable();
        columns.string('used_at', 24);
        columns.index(['member_id'], 'km_member_recovery_member_index');
      });
      await schema.createTable('km_member_identities', (columns) => {
        columns.string('id', 25).primary();
        columns.string('member_id', 25).notNullable();
        columns.string('provider', 40).notNullable();
        // Sealed: with some providers the subject is the number of a citizen.
        columns.string('subject_key', 64).notNullable();
        columns.string('linked_at', 24).notNullable();
        columns.unique(['provider', 'subject_key'], {
          indexName: 'km_member_identities_subject_unique',
        });
        columns.index(['member_id'], 'km_member_identities_member_index');
      });
      await schema.alterTable('km_mails', (columns) => {
        columns.string('to_key', 43);
        columns.index(['to_key'], 'km_mails_to_index');
      });
    },
  },
];
