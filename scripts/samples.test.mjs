import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cms, root } from './lib/paths.mjs';

/**
 * @typedef {object} Sqlite
 * @property {(sql: string) => any} prepare
 * @property {() => void} close
 */
const load = createRequire(join(cms, 'package.json'));
/** @type {new (file: string) => Sqlite} */
const Database = load('better-sqlite3');
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'km-samples-test-'));
const uploads = join(folder, 'public', 'uploads');

/** @param {...string} args */
const samples = async (...args) => {
  const { stdout } = await run(process.execPath, ['scripts/samples.mjs', ...args], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: '',
      DATABASE_FILENAME: join(folder, 'data.db'),
      PUBLIC_DIR: join(folder, 'public'),
      KM_LOGINS: JSON.stringify({
        editor: { email: 'editor@example.org', password: 'Not-a-secret-1' },
        admin: { email: 'admin@example.org', password: 'Not-a-secret-2' },
      }),
      STRAPI_TELEMETRY_DISABLED: 'true',
      APP_KEYS: 'test-1,test-2',
      API_TOKEN_SALT: 'test',
      ADMIN_JWT_SECRET: 'test',
      TRANSFER_TOKEN_SALT: 'test',
      ENCRYPTION_KEY: 'test',
    },
  });
  return stdout;
};

/**
 * Runs statements on the database while no Strapi has it open.
 *
 * @template Result
 * @param {(database: Sqlite) => Result} use
 * @returns {Result}
 */
function withDatabase(use) {
  const database = new Database(join(folder, 'data.db'));
  try {
    return use(database);
  } finally {
    database.close();
  }
}

/**
 * Published entries of a table, of which `sample` are marked.
 *
 * @param {string} table
 */
const published = (table) =>
  withDatabase((database) =>
    database
      .prepare(
        `select count(*) as total, coalesce(sum(sample), 0) as sample from ${table} where published_at is not null`
      )
      .get()
  );

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('samples.mjs', () => {
  /** @type {string} */
  let printed;

  beforeAll(async () => {
    printed = await samples('seed');
  }, 180_000);

  it('publishes the sample content in an empty database and says how far it is', () => {
    expect(printed).toMatch(/files (\d+) of \1\n/);
    expect(printed).toMatch(/\d+ entries created and published\./);
    expect(published('km_topics').total).toBeGreaterThanOrEqual(12);
    expect(published('km_manuals').total).toBeGreaterThanOrEqual(20);
    expect(published('km_laws').total).toBeGreaterThanOrEqual(40);
    expect(published('km_faqs').total).toBeGreaterThanOrEqual(60);
    expect(published('km_news').total).toBeGreaterThanOrEqual(15);
    expect(published('km_updates').total).toBeGreaterThanOrEqual(12);
    expect(published('km_forms').total).toBeGreaterThanOrEqual(20);
  });

  it('marks everything but the menus and the real laws as a sample', () => {
    for (const table of ['km_manuals', 'km_faqs', 'km_news', 'km_updates', 'km_forms']) {
      const { total, sample } = published(table);
      expect(sample).toBe(total);
    }
    const laws = published('km_laws');
    expect(laws.sample).toBeGreaterThan(0);
    expect(laws.sample).toBeLessThan(laws.total);
  });

  it('relates published laws to published laws', () => {
    const related = withDatabase((database) =>
      database
        .prepare(
          `select count(*) as total, count(target.published_at) as published
           from km_laws_repeals_lnk link
           join km_laws law on law.id = link.law_id and law.published_at is not null
           join km_laws target on target.id = link.inv_law_id`
        )
        .get()
    );

    expect(related.total).toBeGreaterThan(0);
    expect(related.published).toBe(related.total);
  });

  it('makes the first accounts', () => {
    const emails = withDatabase((database) =>
      database.prepare('select email from admin_users order by email').pluck().all()
    );

    expect(emails).toEqual(['admin@example.org', 'editor@example.org']);
  });

  it('leaves a database with content alone', async () => {
    const before = published('km_faqs');
    const again = await samples('seed');

    expect(again).toContain('There is content already; nothing was added.');
    expect(published('km_faqs')).toEqual(before);
  }, 60_000);

  it('removes samples and their files, and keeps what is real or an editor took over', async () => {
    const real = published('km_laws').total - published('km_laws').sample;
    const kept = withDatabase((database) => {
      const { document_id: id, title } = database
        .prepare('select document_id, title from km_forms where published_at is not null')
        .get();
      database.prepare('update km_forms set sample = 0 where document_id = ?').run(id);
      return title;
    });
    const removal = await samples('remove');

    expect(removal).toMatch(/Removed sample content: .*manual \d\d, .*; \d+ files\./);
    expect(published('km_laws')).toEqual({ total: real, sample: 0 });
    for (const table of ['km_manuals', 'km_faqs', 'km_news', 'km_updates']) {
      expect(published(table).total).toBe(0);
    }
    const forms = withDatabase((database) =>
      database.prepare('select distinct title from km_forms').pluck().all()
    );
    expect(forms).toEqual([kept]);

    const files = withDatabase((database) =>
      database.prepare('select distinct hash || ext from files').pluck().all()
    );
    expect(files.length).toBeGreaterThanOrEqual(2);
    expect(readdirSync(uploads).sort()).toEqual(files.sort());
  }, 60_000);

  it('keeps the menus, and the real laws on them', () => {
    expect(published('km_topics')).toMatchObject({ sample: 0 });
    expect(published('km_topics').total).toBeGreaterThanOrEqual(12);
    const orphans = withDatabase((database) =>
      database
        .prepare(
          `select count(*) from km_laws law where law.published_at is not null and not exists
           (select 1 from km_laws_topics_lnk link where link.law_id = law.id)`
        )
        .pluck()
        .get()
    );

    expect(orphans).toBe(0);
  });
});
