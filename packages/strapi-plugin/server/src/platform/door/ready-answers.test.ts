import { createServer, request as ask, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import Koa, { type Context } from 'koa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveAnswer, shortLived, type Answer } from '../answer';
import { createEdgeCache } from '../edge-cache';
import { createDoor } from './door';
import { createReadyAnswers } from './ready-answers';
import type { Snapshot } from '../revisions';

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const long = Buffer.from(JSON.stringify({ words: 'คำถามที่พบบ่อย '.repeat(200) }));

describe('answers that are ready before Koa', () => {
  let server: Server;
  let port: number;
  let snapshot: Snapshot;
  /** Requests that took the long way. */
  let whole: number;
  let answer: Partial<Answer>;
  let maxBytes: number;
  let lostSince: Date | null;

  async function serve(): Promise<void> {
    const app = new Koa();
    app.silent = true;
    server = createServer(app.callback());
    const ready = createReadyAnswers(createDoor(server));
    app.use(async (ctx, next) => {
      whole += 1;
      await next();
      ctx.set('Access-Control-Allow-Origin', '*');
      ctx.set('X-Frame-Options', 'DENY');
    });
    app.use(
      createEdgeCache({
        keyOf: (ctx) =>
          ctx.path.startsWith('/kept')
            ? (ctx.path === '/kept-by-host' ? ctx.origin : '') + ctx.path
            : null,
        lostSince: () => lostSince,
        snapshot: () => snapshot,
        maxBytes,
        ready,
      })
    );
    app.use((ctx) => {
      giveAnswer(ctx as Context, {
        bytes: long,
        type: 'application/json; charset=utf-8',
        cacheControl: shortLived,
        services: ['faq'],
        ...answer,
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  }

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Got>((resolve, reject) => {
      ask({ port, path, method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          })
        );
      })
        .on('error', reject)
        .end();
    });

  /** Asks twice, both by the long way: what is asked for a third time is ready. */
  const getReady = async (path: string, headers: Record<string, string> = {}) => {
    await get(path, headers);
    return get(path, headers);
  };

  beforeEach(async () => {
    snapshot = { faq: 1, law: 1 };
    whole = 0;
    answer = {};
    maxBytes = 1_000_000;
    lostSince = null;
    await serve();
  });
  afterEach(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  it('go out without Koa from the third request on, with the same bytes and headers', async () => {
    const first = await getReady('/kept');
    const third = await get('/kept');
    expect(whole).toBe(2);
    expect(third.body.equals(first.body)).toBe(true);
    expect(third.headers['x-km-cache']).toBe('hit');
    const comparable = ({ headers }: Got) => ({ ...headers, date: '' });
    expect(comparable(third)).toEqual(comparable(first));
  });

  it('are ready too where everybody who asks has them already', async () => {
    const { headers } = await get('/kept');
    await get('/kept', { 'If-None-Match': headers.etag as string });
    expect((await get('/kept', { 'If-None-Match': headers.etag as string })).status).toBe(304);
    const { status, headers: ready, body } = await get('/kept');
    expect(whole).toBe(2);
    expect([status, body.equals(long)]).toEqual([200, true]);
    expect({ ...ready, 'x-km-cache': '', date: '' }).toEqual({
      ...headers,
      'x-km-cache': '',
      date: '',
    });
  });

  it('are compressed for those who take it', async () => {
    await getReady('/kept', { 'Accept-Encoding': 'gzip' });
    const { headers, body } = await get('/kept', { 'Accept-Encoding': 'gzip' });
    expect(headers['x-km-cache']).toBe('hit');
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers['content-length']).toBe(String(body.length));
    expect(gunzipSync(body).equals(long)).toBe(true);
    expect(whole).toBe(2);
  });

  it('say 304 to those who have them, and tell nothing of bytes they do not send', async () => {
    const { headers } = await getReady('/kept');
    const again = await get('/kept', { 'If-None-Match': headers.etag as string });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect(again.headers.etag).toBe(headers.etag);
    expect(again.headers['access-control-allow-origin']).toBe('*');
    expect(again.headers.vary).toBe('Accept-Encoding');
    expect(again.headers['content-type']).toBeUndefined();
    expect(again.headers['x-frame-options']).toBeUndefined();
    const zipped = await get('/kept', {
      'If-None-Match': headers.etag as string,
      'Accept-Encoding': 'gzip',
    });
    expect(zipped.status).toBe(304);
    expect(zipped.headers['content-encoding']).toBeUndefined();
    expect(whole).toBe(2);
  });

  it('have a head without a body for HEAD', async () => {
    await getReady('/kept');
    const { status, headers, body } = await get('/kept', {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, String(long.length), 0]);
    expect(whole).toBe(2);
  });

  it('take the long way once something changed, and are ready again after it', async () => {
    await getReady('/kept');
    snapshot = { ...snapshot, law: 2 };
    await get('/kept');
    expect(whole).toBe(2);
    snapshot = { ...snapshot, faq: 2 };
    expect((await get('/kept')).headers['x-km-cache']).toBe('miss');
    await get('/kept');
    await get('/kept');
    expect(whole).toBe(4);
  });

  it('are told apart by host only where the bytes name it', async () => {
    const path = '/kept-by-host';
    await getReady(path);
    await getReady(path, { Host: 'other.example' });
    // No proxy is trusted here, so its word changes nothing but the address.
    await getReady(path, { 'X-Forwarded-Host': 'third.example' });
    expect(whole).toBe(5);
    await get(path, { Host: 'other.example' });
    await getReady('/kept');
    await get('/kept', { Host: 'other.example' });
    expect(whole).toBe(7);
  });

  it('are left to the cache while nobody can vouch for them', async () => {
    await getReady('/kept');
    lostSince = new Date(Date.now() - 7000);
    const { headers } = await get('/kept');
    expect(headers['x-km-cache']).toBe('stale');
    expect(headers.warning).toMatch(/^110 /);
    // Read after the database last answered.
    expect(headers.age).toBe('0');
    lostSince = null;
    expect((await get('/kept')).headers['x-km-cache']).toBe('hit');
    expect(whole).toBe(3);
  });

  it('let no flood of spellings push out the bytes, only its own older ones', async () => {
    await getReady('/kept');
    for (let at = 0; at < 20; at += 1) await get(`/kept?${at}`);
    expect(whole).toBe(22);
    await get('/kept?19');
    expect(whole).toBe(22);
    expect((await get('/kept')).headers['x-km-cache']).toBe('hit');
  });

  it('count down to the instant they become untrue, and then take the long way', async () => {
    answer = { validUntil: new Date(Date.now() + 20_000) };
    await getReady('/kept');
    const { headers } = await get('/kept');
    expect(whole).toBe(2);
    expect(headers['cache-control']).toMatch(/max-age=(?:19|20), s-maxage=2/);
    answer = { validUntil: new Date(Date.now() - 1) };
    snapshot = { ...snapshot, faq: 2 };
    await getReady('/kept');
    expect(whole).toBe(4);
  });

  it('are not kept where the cache keeps nothing, nor for other methods', async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    maxBytes = 1;
    await serve();
    await getReady('/kept');
    await get('/kept');
    await getReady('/other');
    await get('/other');
    expect(whole).toBe(6);
  });
});
