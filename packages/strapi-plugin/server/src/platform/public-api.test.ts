import { problem } from '@km-laas/contract';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApp, type TestApp } from '../../test/start-app';
import { readSideOf } from './replica';
import { revisionsOf } from './revisions';

const faqs = '/api/km/v1/faqs';
const unknown = `${faqs}/aaaaaaaaaaaaaaaaaaaaaaaa`;
const feedback = `${unknown}/feedback`;

describe('the public API', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.stop());

  const post = (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
    app.get(feedback, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body instanceof ReadableStream && ({ duplex: 'half' } as object)),
    });

  const problemOf = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const { error } = problem.parse(await answer.json());
    expect(error.status).toBe(answer.status);
    return error;
  };

  describe('reads', () => {
    it('need no account, send no cookie and may be kept for a moment', async () => {
      const answer = await app.get(faqs, { headers: { Origin: 'https://www.sakon.example' } });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({
        data: [],
        meta: { page: 1, pageSize: 25, total: 0 },
      });
      const headers = Object.fromEntries(answer.headers);
      expect(headers).toMatchObject({
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=30, s-maxage=2, stale-while-revalidate=60',
        'content-type': 'application/json; charset=utf-8',
        'cross-origin-resource-policy': 'cross-origin',
        vary: 'Accept-Encoding',
        'x-content-type-options': 'nosniff',
      });
      expect(headers.etag).toMatch(/^"/);
      for (const name of ['set-cookie', 'access-control-allow-credentials', 'x-powered-by']) {
        expect(headers[name]).toBeUndefined();
      }
    });

    it('are answered from ready bytes, before any middleware of Strapi', async () => {
      await app.get(`${faqs}?page=7`);
      const find = vi.spyOn(app.strapi.db, 'query');
      const again = await app.get(`${faqs}?pageSize=25&page=7`);
      expect(again.headers.get('x-km-cache')).toBe('hit');
      // Search reads its words by itself, whoever asks for what meanwhile.
      const asked = find.mock.calls.filter(
        ([uid]) => !/glossary-term|synonym-set/.test(String(uid))
      );
      expect(asked).toEqual([]);
      find.mockRestore();
    });

    it.each(['Bearer garbage', 'Bearer ', 'Basic x', `Bearer ${'a'.repeat(300)}`])(
      'work with a broken token attached: %s',
      async (authorization) => {
        for (const path of [faqs, `${faqs}?page=${authorization.length}`]) {
          const answer = await app.get(path, { headers: { Authorization: authorization } });
          expect(answer.status).toBe(200);
        }
      }
    );

    it('answer HEAD', async () => {
      const answer = await app.get(`${faqs}?page=3`, { method: 'HEAD' });
      expect(answer.status).toBe(200);
      expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0);
    });
  });

  describe('any other page', () => {
    it('may ask first what it may do', async () => {
      const answer = await app.get(feedback, {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://www.sakon.example',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type',
        },
      });
      expect(answer.status).toBe(204);
      const headers = Object.fromEntries(answer.headers);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-methods']).toBe('POST, OPTIONS');
      expect(headers['access-control-allow-headers']).toContain('Content-Type');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      expect(headers.vary).toBeUndefined();
    });

    it('is told of a failure too', async () => {
      const answer = await app.get(`${faqs}?x=1`, { headers: { Origin: 'https://a.example' } });
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('vary')).toBe('Accept-Language');
    });
  });

  describe('refuses', () => {
    it('an unknown parameter with 400, in Thai or in English', async () => {
      const thai = await app.get(`${faqs}?colour=red`);
      expect(thai.status).toBe(400);
      const refusal = await problemOf(thai);
      expect(refusal.name).toBe('ValidationError');
      expect(refusal.message).toBe('ไม่รู้จักพารามิเตอร์ colour');
      const english = await app.get(`${faqs}?colour=red`, {
        headers: { 'Accept-Language': 'en-GB,en;q=0.9' },
      });
      expect((await problemOf(english)).message).toBe('Unknown parameter: colour.');
      expect(english.headers.get('content-language')).toBe('en');
    });

    it.each([
      unknown,
      `${faqs}/x`,
      `${faqs}/__proto__`,
      '/api/km/v1/nothing',
      '/api/km/v2/faqs',
      '/api/km',
    ])('what is not there with 404: %s', async (path) => {
      const answer = await app.get(path);
      expect(answer.status).toBe(404);
      expect((await problemOf(answer)).message).toMatch(/^ไม่พบ/);
    });

    it.each([
      '/API/km/v1/faqs',
      '/api/KM/v1/faqs',
      '/api/km/V1/faqs',
      '/api/km/v1/FAQS',
      '/api/km/v1/faqs/',
      '/api/km/v1/%66aqs',
      '/api/km',
    ])('another spelling of an address, which would pass by the cache: %s', async (path) => {
      expect((await problemOf(await app.get(path))).status).toBe(404);
    });

    it('what lies outside of the text it can read', async () => {
      expect((await app.get(`${faqs}/%E0%A4%A`)).status).toBeGreaterThanOrEqual(400);
      expect((await app.get(`${faqs}?q=%00`)).status).toBeLessThan(500);
    });

    it('another method with 405 and says which it takes', async () => {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'POST']) {
        const answer = await app.get(faqs, { method });
        expect(answer.status).toBe(405);
        expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
        await problemOf(answer);
      }
      expect((await app.get(feedback)).status).toBe(405);
    });

    it('a body of another kind with 415', async () => {
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
      ]) {
        const answer = await post('{"helpful":true}', { 'Content-Type': type });
        expect(answer.status).toBe(415);
        await problemOf(answer);
      }
    });

    it('a body that is too large with 413, also when its length is not told', async () => {
      const large = JSON.stringify({ helpful: true, comment: 'ก'.repeat(6000) });
      expect((await post(large)).status).toBe(413);
      const stream = new ReadableStream({
        start(controller) {
          for (let part = 0; part < 30; part += 1) controller.enqueue(Buffer.alloc(1024, 'x'));
          controller.close();
        },
      });
      const answer = await post(stream);
      expect(answer.status).toBe(413);
      await problemOf(answer);
    });

    it.each(['{"helpful":', 'true true', '', '\u0000', Buffer.from([0xff, 0xfe])])(
      'what is no JSON with 400, in words of its own',
      async (body) => {
        const answer = await post(body);
        expect(answer.status).toBe(400);
        expect((await problemOf(answer)).message).toBe('ข้อมูลที่ส่งมาไม่ใช่ JSON ที่ถูกต้อง');
      }
    );

    it('a body of another shape with 400 that names the fields', async () => {
      const answer = await post(JSON.stringify({ helpful: 'yes', reason: 'bored', admin: true }));
      expect(answer.status).toBe(400);
      expect((await problemOf(answer)).details.fields).toEqual(
        expect.arrayContaining(['helpful', 'reason', 'admin'])
      );
      for (const body of ['[]', 'null', '"x"', '7']) expect((await post(body)).status).toBe(400);
    });
  });

  it('says nothing of what went wrong inside', async () => {
    // The order of a list is kept until something of its service changes.
    await revisionsOf(app.strapi).raise(['faq']);
    const log = vi.spyOn(app.strapi.log, 'error').mockImplementation(() => app.strapi.log);
    const broken = vi.spyOn(app.strapi.db, 'query').mockImplementation(() => {
      throw new Error('relation "km_faqs_secret" does not exist');
    });
    const connection = vi
      .spyOn(readSideOf(app.strapi).db, 'getConnection')
      .mockImplementation(() => {
        throw new Error('relation "km_faqs_secret" does not exist');
      });
    const answer = await app.get(`${faqs}?pageSize=17`);
    broken.mockRestore();
    connection.mockRestore();
    expect(answer.status).toBe(500);
    expect(JSON.stringify(await problemOf(answer))).not.toContain('secret');
    expect(log).toHaveBeenCalled();
    log.mockRestore();
    expect((await app.get(`${faqs}?pageSize=17`)).status).toBe(200);
  });

  it('counts tries by the address of the connection, whatever a header claims', async () => {
    const statuses = new Set<number>();
    for (let tries = 0; tries < 62; tries += 1) {
      const answer = await post('{"helpful":true}', {
        'X-Forwarded-For': `10.0.0.${tries}`,
        'X-Real-IP': `10.0.1.${tries}`,
      });
      statuses.add(answer.status);
      if (answer.status === 429) {
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        await problemOf(answer);
        break;
      }
    }
    expect(statuses).toEqual(new Set([404, 429]));
  });

  it('is not moved by a path that pretends', async () => {
    const { port } = new URL(app.origin);
    const status = await new Promise<number>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: '/api/km/v1/../../../admin/init' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });
});

describe('behind a proxy the server was told of', () => {
  let app: TestApp;
  beforeAll(async () => {
    vi.stubEnv('TRUSTED_PROXIES', '1');
    app = await startApp();
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await app?.stop();
  });

  it('counts tries by the address the proxy saw, not by what was claimed to it', async () => {
    const tryFrom = async (forwarded: string): Promise<number> => {
      const answer = await app.get(feedback, {
        method: 'POST',
        body: '{"helpful":true}',
        headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': forwarded },
      });
      return answer.status;
    };
    let last = 0;
    for (let tries = 0; tries < 61; tries += 1) last = await tryFrom(`10.9.9.${tries}, 10.0.0.1`);
    expect(last).toBe(429);
    expect(await tryFrom('10.0.0.2')).toBe(404);
  });
});
