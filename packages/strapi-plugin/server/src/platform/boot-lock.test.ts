import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication, type Application } from '../../test/application';
import { waitUntil } from '../../test/wait-until';

/** What a start writes once, and the columns that would give a second writing away. */
const writtenOnce: [string, string[]][] = [
  ['strapi_migrations_internal', ['name']],
  ['strapi_core_store_settings', ['key', 'environment', 'tag']],
  ['admin_roles', ['code']],
  ['i18n_locale', ['code']],
  ['km_schema_versions', ['version']],
  ['km_revisions', ['service']],
];

const slow = { timeout: 400_000 };

describe.runIf(process.env.KM_TEST_DATABASE_URL)('four instances that start together', () => {
  let application: Application;
  let database: Knex;
  const instances: ChildProcess[] = [];

  beforeAll(async () => {
    application = await createApplication();
    database = knex({ client: 'pg', connection: application.env.DATABASE_URL });
  });
  afterAll(async () => {
    await stopAll();
    await database?.destroy();
    await application?.remove();
  });

  function start(): ChildProcess {
    const child = fork(join(__dirname, '../../test/boot-strapi.mjs'), [application.folder], {
      env: { ...process.env, ...application.env },
      execArgv: [],
    });
    instances.push(child);
    return child;
  }

  /** Where each of them listens; fails with the first that ends instead. */
  async function ready(children: ChildProcess[]): Promise<string[]> {
    return Promise.all(
      children.map(async (child) => {
        const [said] = await Promise.race([
          once(child, 'message'),
          once(child, 'exit').then(([code]) => {
            throw new Error(`An instance ended with ${code} before it listened.`);
          }),
        ]);
        return (said as { origin: string }).origin;
      })
    );
  }

  async function stopAll(): Promise<void> {
    await Promise.all(
      instances.splice(0).map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      })
    );
  }

  async function holders(): Promise<number> {
    const found = await database('pg_locks')
      .where({ locktype: 'advisory', objid: 59_122_562, granted: true })
      .count({ count: '*' });
    return Number(found[0]?.count);
  }

  /** The lock goes with its connection, whose end PostgreSQL hears of a moment later. */
  async function untilNobodyHolds(): Promise<void> {
    await waitUntil(async () => (await holders()) === 0);
  }

  async function assertWrittenOnce(): Promise<void> {
    for (const [table, columns] of writtenOnce) {
      const twice = await database(table)
        .select(columns)
        .groupBy(columns)
        .havingRaw('count(*) > 1');
      expect(twice, table).toEqual([]);
      expect(await database(table).first(), table).toBeDefined();
    }
    const permissions = await database('admin_permissions as p')
      .join('admin_permissions_role_lnk as l', 'l.permission_id', 'p.id')
      .groupBy('p.action', 'p.subject', 'l.role_id')
      .havingRaw('count(*) > 1')
      .select('p.action', 'p.subject');
    expect(permissions).toEqual([]);
  }

  it('fill an empty database once and all answer', slow, async () => {
    const origins = await ready([start(), start(), start(), start()]);
    for (const origin of origins) {
      expect((await fetch(`${origin}/api/km/v1/faqs`)).status).toBe(200);
    }
    await assertWrittenOnce();
    await untilNobodyHolds();
    await stopAll();
  });

  it('bring an old database up to date once and keep what is in it', slow, async () => {
    const entries = Array.from({ length: 50 }, (_, n) => ({
      document_id: `old${String(n).padStart(21, '0')}`,
      question: `คำถาม ${n}`,
    }));
    await database.batchInsert('km_faqs', entries);
    // As a release left it that had neither the last step of our tables nor this column.
    const before = await database('km_schema_versions').max({ newest: 'version' });
    await database('km_schema_versions').where({ version: 9 }).delete();
    await database.schema.dropTable('km_authority_chunks').dropTable('km_authority_changes');
    await database.schema.alterTable('km_faqs', (table) => table.dropColumn('sample'));
    await database('strapi_core_store_settings')
      .where({ key: 'strapi_content_types_schema' })
      .delete();
    await database('strapi_database_schema').delete();

    await ready([start(), start(), start(), start()]);

    expect(await database.schema.hasTable('km_authority_chunks')).toBe(true);
    expect(await database.schema.hasColumn('km_faqs', 'sample')).toBe(true);
    expect(await database('km_schema_versions').max({ newest: 'version' })).toEqual(before);
    const kept = await database('km_faqs').where('document_id', 'like', 'old%').select('question');
    expect(kept.map(({ question }) => question).sort()).toEqual(
      entries.map(({ question }) => question).sort()
    );
    await assertWrittenOnce();
    await stopAll();
  });

  it('go on when the one that is getting ready is killed', slow, async () => {
    const first = start();
    await waitUntil(async () => (await holders()) === 1, { within: 120_000, every: 5 });
    const others = [start(), start(), start()];
    first.kill('SIGKILL');
    await ready(others);
    await assertWrittenOnce();
    await untilNobodyHolds();
  });
});
