import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../test/start-app';
import { waitUntil } from '../../test/wait-until';
import { revisionsOf } from './revisions';

describe.runIf(process.env.KM_TEST_DATABASE_URL)('revisions on PostgreSQL', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.stop());

  const revision = () => revisionsOf(app.strapi).snapshot().faq ?? 0;
  const schema = () => app.strapi.db.getSchemaName() ?? '';
  const tell = (payload: unknown) =>
    app.strapi.db.connection.raw(`select pg_notify('km_revisions', ?)`, [JSON.stringify(payload)]);
  // A connection that has not listened yet hears nothing of what is told once.
  const listeners = async (): Promise<number[]> => {
    const { rows } = await app.strapi.db.connection.raw(
      `select pid from pg_stat_activity
       where application_name = 'km-revisions' and datname = current_database()
         and query = 'listen km_revisions' and state = 'idle'`
    );
    return rows.map(({ pid }: { pid: number }) => pid);
  };
  // No table says so: only who listens can know it.
  const isHeard = async () => {
    const next = revision() + 100;
    await tell({ schema: schema(), rows: [{ service: 'faq', revision: String(next) }] });
    await waitUntil(() => revision() === next);
  };

  it('are heard the moment another instance tells of them', async () => {
    await waitUntil(async () => (await listeners()).length === 1);
    await isHeard();
  });

  it('are told within the transaction that raises them, and only if it commits', async () => {
    const before = revision();
    await app.strapi.db
      .connection('km_revisions')
      .where({ service: 'faq' })
      .update({ revision: before });
    await revisionsOf(app.strapi).raise(['faq']);
    expect(revision()).toBe(before + 1);
  });

  it('mind nothing that is not theirs', async () => {
    const before = revisionsOf(app.strapi).snapshot();
    await app.strapi.db.connection.raw(`select pg_notify('km_revisions', 'nonsense')`);
    await tell({ schema: 'another', rows: [{ service: 'faq', revision: 1e9 }] });
    await tell({ schema: schema(), rows: [{ service: 'faq', revision: 'many' }] });
    await tell({ schema: schema(), rows: [{ service: 'of a later release', revision: 7 }] });
    await isHeard();
    expect({ ...revisionsOf(app.strapi).snapshot(), faq: 0 }).toMatchObject({ ...before, faq: 0 });
    expect(revision()).toBeLessThan(1e9);
  });

  it('are heard again after the connection broke', async () => {
    const [pid] = await listeners();
    await app.strapi.db.connection.raw('select pg_terminate_backend(?)', [pid as number]);
    await waitUntil(async () => {
      const now = await listeners();
      return now.length === 1 && now[0] !== pid;
    });
    await isHeard();
  });
});
