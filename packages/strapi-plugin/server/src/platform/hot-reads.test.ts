import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../../test/database';
import { editorOf } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { waitUntil } from '../../test/wait-until';

const list = '/api/km/v1/faqs?pageSize=7';
const typed = '/api/km/v1/faqs?q=ความลับของผู้อ่าน';

describe('a server that follows another', () => {
  let database: TestDatabase;
  let app: TestApp | undefined;
  beforeAll(async () => {
    database = await createDatabase(process.env.KM_TEST_FIRST_START);
    app = await startApp({ database });
    for (let count = 0; count < 5; count += 1) await editorOf(app.strapi).publish('faq');
    for (const path of [list, typed, list, typed, list]) await app.get(path);
    await app.stop();
    app = await startApp({ database });
    await waitUntil(async () => (await app!.get('/health/ready')).ok);
  });
  afterAll(async () => {
    await app?.stop();
    await database?.drop();
  });

  it('has read ahead what is read most, small enough for its first reader', async () => {
    const { headers } = await app!.get(list, { headers: { 'Accept-Encoding': 'br, gzip' } });
    expect(headers.get('x-km-cache')).toBe('hit');
    expect(headers.get('content-encoding')).toBe('br');
  });

  it('knows nothing of what readers typed', async () => {
    const rows = await app!.strapi.db.getConnection('km_hot_reads').select('url');
    expect(rows).toEqual([{ url: list }]);
  });
});
