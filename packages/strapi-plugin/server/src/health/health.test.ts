import { healthAnswer, problem } from '@km-laas/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../test/start-app';

describe('/health', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.stop());

  it('says that the server and its database are well, and is never kept', async () => {
    const answer = await app.get('/api/km/v1/health');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { data } = healthAnswer.parse(await answer.json());
    expect(data.status).toBe('ok');
    expect(data.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(data.database.client).toBe(app.application.database.client);
    expect(data.lastImport).toBeNull();
    expect(data.revisions.faq).toBeGreaterThanOrEqual(1);
  });

  it('answers 503 when the database does not answer', async () => {
    const { connection } = app.strapi.db;
    await connection.destroy();
    try {
      const answer = await app.get('/api/km/v1/health');
      expect(answer.status).toBe(503);
      const { error } = problem.parse(await answer.json());
      expect(error.details).toMatchObject({ database: { status: 'failing' } });
      expect(error.message).toBe('ฐานข้อมูลไม่ตอบสนอง');
    } finally {
      connection.initialize();
    }
  });
});
