import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa, { type Context, type Middleware } from 'koa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveAnswer, shortLived, type Answer } from './answer';
import { createEdgeCache } from './edge-cache';
import type { Snapshot } from './revisions';

const text = (words: string): Partial<Answer> => ({ bytes: Buffer.from(words) });

describe('edge cache', () => {
  let server: Server;
  let origin: string;
  let snapshot: Snapshot;
  let reads: number;
  let inside: (ctx: Context) => void | Promise<void>;
  let maxBytes: number;

  const give = (ctx: Context, answer: Partial<Answer>) =>
    giveAnswer(ctx, {
      bytes: Buffer.from('{}'),
      type: 'application/json; charset=utf-8',
      cacheControl: shortLived,
      services: ['faq'],
      ...answer,
    });

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(origin + path, { method, headers: { 'Accept-Encoding': 'identity', ...headers } });
  const cacheOf = (answer: Response) => answer.headers.get('x-km-cache');

  async function serve(): Promise<void> {
    const app = new Koa();
    app.silent = true;
    app.use(
      createEdgeCache({
        keyOf: (ctx) => (ctx.path.startsWith('/kept') ? ctx.url : null),
        snapshot: () => snapshot,
        maxBytes,
      })
    );
    const countAndAnswer: Middleware = async (ctx) => {
      reads += 1;
      ctx.set('Set-Cookie', 'session=secret');
      ctx.set('Vary', 'Origin');
      await inside(ctx as Context);
    };
    app.use(countAndAnswer);
    server = createServer(app.callback());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  beforeEach(async () => {
    snapshot = { faq: 1, law: 1 };
    reads = 0;
    maxBytes = 1_000_000;
    inside = (ctx) => give(ctx, text(`{"read":${reads}}`));
    await serve();
  });
  afterEach(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  it('answers the second request from ready bytes', async () => {
    const first = await get('/kept');
    const second = await get('/kept');
    expect([cacheOf(first), cacheOf(second)]).toEqual(['miss', 'hit']);
    expect(await second.text()).toBe(await first.text());
    expect(reads).toBe(1);
  });

  it('lets nothing of what stood between out: no cookies, no Vary on the origin', async () => {
    for (const answer of [await get('/kept'), await get('/kept')]) {
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    }
  });

  it('reads again when a revision of its own moved, and only then', async () => {
    await get('/kept');
    snapshot = { faq: 1, law: 2 };
    expect(cacheOf(await get('/kept'))).toBe('hit');
    snapshot = { faq: 2, law: 2 };
    expect(cacheOf(await get('/kept'))).toBe('miss');
    expect(cacheOf(await get('/kept'))).toBe('hit');
  });

  it('does not keep what was read while a revision moved', async () => {
    inside = (ctx) => {
      const before = reads;
      give(ctx, text(`{"read":${before}}`));
      if (before === 1) snapshot = { ...snapshot, faq: 2 };
    };
    expect(await (await get('/kept')).text()).toBe('{"read":1}');
    const second = await get('/kept');
    expect(cacheOf(second)).toBe('miss');
    expect(await second.text()).toBe('{"read":2}');
  });

  it('expires at the instant an answer becomes untrue, and tells no cache to keep it longer', async () => {
    inside = (ctx) => give(ctx, { ...text('{}'), validUntil: new Date(Date.now() + 10_500) });
    const control = (await get('/kept')).headers.get('cache-control');
    expect(control).toBe('public, max-age=10, s-maxage=2, stale-while-revalidate=0');
    inside = (ctx) => give(ctx, { ...text('{}'), validUntil: new Date(Date.now() + 40) });
    await get('/kept?soon');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(cacheOf(await get('/kept?soon'))).toBe('miss');
  });

  it('shares one read between requests that come together', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    inside = async (ctx) => {
      await gate;
      give(ctx, text('{}'));
    };
    const all = Array.from({ length: 20 }, () => get('/kept'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    release();
    const caches = (await Promise.all(all)).map(cacheOf);
    expect(reads).toBe(1);
    expect(caches.filter((cache) => cache === 'miss')).toHaveLength(1);
  });

  it('gives a request that comes after a change no read that began before it', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    inside = async (ctx) => {
      const mine = reads;
      if (mine === 1) await gate;
      give(ctx, text(`{"read":${mine}}`));
    };
    const early = get('/kept');
    await new Promise((resolve) => setTimeout(resolve, 30));
    snapshot = { ...snapshot, faq: 2 };
    const late = await get('/kept');
    expect(await late.text()).toBe('{"read":2}');
    release();
    await early;
    const after = await get('/kept');
    expect(cacheOf(after)).toBe('hit');
    expect(await after.text()).toBe('{"read":2}');
  });

  it('keeps no failure, and lets those who waited for it try for themselves', async () => {
    inside = async (ctx) => {
      const mine = reads;
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (mine === 1) ctx.throw(500);
      give(ctx, text('{}'));
    };
    const answers = await Promise.all([get('/kept'), get('/kept')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 500]);
    inside = (ctx) => {
      ctx.status = 404;
      ctx.body = 'nothing';
    };
    expect((await get('/kept?404')).status).toBe(404);
    expect((await get('/kept?404')).status).toBe(404);
    expect(reads).toBe(4);
  });

  it('compresses what is long, and each encoding has a tag of its own', async () => {
    inside = (ctx) => give(ctx, text(JSON.stringify('งบประมาณ '.repeat(500))));
    const plain = await get('/kept');
    const gzip = await get('/kept', { 'Accept-Encoding': 'gzip' });
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(await gzip.text()).toBe(await plain.text());
    expect(gzip.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    expect(Number(gzip.headers.get('content-length'))).toBeLessThan(600);
    for (let tries = 0; tries < 100; tries += 1) {
      const brotli = await get('/kept', { 'Accept-Encoding': 'br' });
      await brotli.text();
      if (brotli.headers.get('content-encoding') === 'br') return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('brotli never became ready');
  });

  it('answers 304 to whoever has the bytes in any encoding, on a hit and on a miss', async () => {
    const tag = (await get('/kept')).headers.get('etag') ?? '';
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*', `${tag.slice(0, -1)}-br"`]) {
      const answer = await get('/kept', { 'If-None-Match': known });
      expect(answer.status).toBe(304);
      expect(answer.headers.get('etag')).toBe(tag);
      expect(answer.headers.get('cache-control')).toBe(shortLived);
      expect(await answer.text()).toBe('');
    }
    inside = (ctx) => give(ctx, text('{"read":1}'));
    snapshot = { ...snapshot, faq: 2 };
    expect((await get('/kept', { 'If-None-Match': tag })).status).toBe(304);
    expect((await get('/kept', { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  it('answers HEAD with the headers of GET', async () => {
    const head = await get('/kept', {}, 'HEAD');
    const body = await get('/kept');
    expect(await head.text()).toBe('');
    for (const name of ['etag', 'content-type', 'content-length', 'cache-control']) {
      expect(head.headers.get(name)).toBe(body.headers.get(name));
    }
    expect(cacheOf(body)).toBe('hit');
  });

  it('keeps nothing without a key, and passes other methods on', async () => {
    expect(cacheOf(await get('/other'))).toBe('bypass');
    expect(cacheOf(await get('/other'))).toBe('bypass');
    inside = (ctx) => void (ctx.body = 'posted');
    expect(await (await get('/kept', {}, 'POST')).text()).toBe('posted');
    expect(reads).toBe(3);
  });

  it('takes no more room than it may', async () => {
    inside = (ctx) => give(ctx, text('x'.repeat(100_000)));
    for (let page = 0; page < 5; page += 1) await get(`/kept?page=${page}`);
    expect(cacheOf(await get('/kept?page=4'))).toBe('hit');
    expect(cacheOf(await get('/kept?page=0'))).toBe('miss');
  });

  it('serves what is too large to keep', async () => {
    inside = (ctx) => give(ctx, text('x'.repeat(2_000_000)));
    expect((await (await get('/kept')).text()).length).toBe(2_000_000);
    expect(cacheOf(await get('/kept'))).toBe('miss');
  });
});
