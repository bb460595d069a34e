import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorOf } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { statementsOf } from '../../test/statements';
import { waitUntil } from '../../test/wait-until';

const faqs = '/api/km/v1/faqs';

describe('a running server', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    await editorOf(app.strapi).publish('faq');
  });
  afterAll(() => app?.stop());

  describe('/health/live and /health/ready', () => {
    it('say that it lives and may be asked', async () => {
      await waitUntil(async () => (await app.get('/health/ready')).ok);
      for (const path of ['/health/live', '/health/ready']) {
        const answer = await app.get(path);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(await answer.json()).toEqual({ state: 'ready', database: 'ok' });
      }
    });
  });

  describe('an editor’s permissions', () => {
    it('are judged in turns of their own, for a read must not wait for all of them', async () => {
      const permission = {
        action: 'plugin::content-manager.explorer.read',
        subject: 'plugin::km.faq',
        properties: { fields: ['question'] },
        conditions: [],
      };
      let turns = 0;
      let isOver = false;
      const count = () => void (isOver || setImmediate(() => ((turns += 1), count())));
      count();
      await app.strapi
        .service('admin::permission')
        .engine.generateTokenAbility([permission, permission, permission], { roles: [] });
      isOver = true;
      expect(turns).toBeGreaterThanOrEqual(3);
    });
  });

  describe('/metrics', () => {
    const numberOf = (text: string, name: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.slice(name.length)
      );
    const metrics = async () => (await app.get('/metrics')).text();

    it('count hits, misses and revalidations', async () => {
      const before = await metrics();
      const { headers } = await app.get(`${faqs}?page=3`);
      for (let times = 0; times < 3; times += 1) await app.get(`${faqs}?page=3`);
      const known = { 'If-None-Match': headers.get('etag') ?? '' };
      await app.get(`${faqs}?page=3`, { headers: known });
      await app.get(`${faqs}?colour=red`);
      const after = await metrics();
      const grown = (name: string) => numberOf(after, name) - numberOf(before, name);
      expect(grown('km_reads_total{result="hit"}')).toBe(4);
      expect(grown('km_reads_total{result="miss"}')).toBe(1);
      expect(grown('km_revalidations_total')).toBe(1);
    });

    it('tell of queues, of the database, of memory and of the event loop', async () => {
      const text = await metrics();
      expect(numberOf(text, 'km_queue_depth{queue="search"}')).toBeGreaterThanOrEqual(0);
      expect(numberOf(text, 'km_queue_depth{queue="import"}')).toBe(0);
      expect(numberOf(text, 'km_database_up')).toBe(1);
      expect(numberOf(text, 'km_cache_answers')).toBeGreaterThan(0);
      expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
      expect(text).toContain('km_request_duration_seconds_bucket');
    });

    it('are not for who comes through a proxy', async () => {
      const answer = await app.get('/metrics', { headers: { 'X-Forwarded-For': '127.0.0.1' } });
      expect(answer.status).toBe(403);
    });
  });

  it('runs one query for a thousand readers who come at once', async () => {
    const { port } = new URL(app.origin);
    const ask = () =>
      new Promise<number | undefined>((resolve, reject) => {
        request({ port, path: `${faqs}?pageSize=24` }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode));
        })
          .on('error', reject)
          .end();
      });
    await app.get(`${faqs}?pageSize=23`);
    const statements = await statementsOf(app.strapi, async () => {
      const answers = await Promise.all(Array.from({ length: 1000 }, ask));
      expect(new Set(answers)).toEqual(new Set([200]));
    });
    expect(statements.filter((sql) => sql.includes('km_faqs'))).toHaveLength(1);
  });

  it('asks the database nothing for parameters nobody knows, and keeps nothing of them', async () => {
    const statements = await statementsOf(app.strapi, async () => {
      for (let at = 0; at < 50; at += 1) {
        expect((await app.get(`${faqs}?colour=${at}`)).status).toBe(400);
      }
    });
    expect(statements).toEqual([]);
  });

  it('shares one answer between all orders of parameters and defaults that are spelt out', async () => {
    await app.get(`${faqs}?audience=local&page=2`);
    for (const query of ['page=2&audience=local', 'audience=local&pageSize=25&page=2']) {
      expect((await app.get(`${faqs}?${query}`)).headers.get('x-km-cache')).toBe('hit');
    }
  });
});

describe('metrics of a server with a token', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ plugin: { metricsToken: 'a-long-secret' } });
  });
  afterAll(() => app?.stop());

  it('are for who bears it, wherever he is, and for nobody else', async () => {
    const ask = (authorization: string) =>
      app.get('/metrics', { headers: { Authorization: authorization, 'X-Forwarded-For': '::1' } });
    expect((await ask('Bearer a-long-secret')).status).toBe(200);
    expect((await ask('Bearer a-long-secreT')).status).toBe(403);
    expect((await app.get('/metrics')).status).toBe(403);
  });
});
