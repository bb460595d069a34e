import { problem } from '@km-laas/contract';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa, { type Context, type Middleware } from 'koa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveAnswer, shortLived, type Answer } from './answer';
import { waitUntil } from '../../test/wait-until';
import { createEdgeCache } from './edge-cache';
import { problemOfStatus, sendProblem } from './problem';
import type { Snapshot } from './revisions';

const isEncoded = async (answer: Response, encoding: string) => {
  await answer.text();
  return answer.headers.get('content-encoding') === encoding;
};
const text = (words: string): Partial<Answer> => ({ bytes: Buffer.from(words) });

describe('edge cache', () => {
  let server: Server;
  let origin: string;
  let snapshot: Snapshot;
  let reads: number;
  let inside: (ctx: Context) => void | Promise<void>;
  let maxBytes: number;
  let lostSince: Date | null;
  let counted: Record<string, number>;

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
        lostSince: () => lostSince,
        maxBytes,
        count: (result) => (counted[result] = (counted[result] ?? 0) + 1),
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
    lostSince = null;
    counted = {};
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
    await waitUntil(() => reads === 1);
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

  describe('with refusals', () => {
    const refuse = (status: number) => (ctx: Context) => sendProblem(ctx, problemOfStatus(status));

    it('gives the same one again for a moment, in the language of who asks', async () => {
      inside = refuse(404);
      expect((await get('/kept')).status).toBe(404);
      const again = await get('/kept', { 'Accept-Language': 'en' });
      expect(again.status).toBe(404);
      expect(again.headers.get('cache-control')).toBe('no-store');
      expect(problem.parse(await again.json()).error.message).toBe(
        'Nothing is found at this address.'
      );
      expect(reads).toBe(1);
      expect(counted).toEqual({ refused: 2 });
    });

    it('looks again once anything changed, and after a failure of the server', async () => {
      inside = refuse(404);
      await get('/kept');
      snapshot = { ...snapshot, law: 2 };
      inside = (ctx) => give(ctx, text('{}'));
      expect((await get('/kept')).status).toBe(200);
      inside = refuse(503);
      expect((await get('/kept?down')).status).toBe(503);
      inside = (ctx) => give(ctx, text('{}'));
      expect((await get('/kept?down')).status).toBe(200);
    });

    it('lets no flood of them push out an answer', async () => {
      await get('/kept');
      inside = refuse(404);
      for (let at = 0; at < 300; at += 1) await get(`/kept?${'x'.repeat(400)}${at}`);
      expect(cacheOf(await get('/kept'))).toBe('hit');
    });
  });

  describe('while the database is away', () => {
    it('goes on with what it has, says so and how old it is, and reads nothing', async () => {
      await get('/kept');
      lostSince = new Date();
      snapshot = { ...snapshot, faq: 2 };
      const answer = await get('/kept');
      expect(answer.status).toBe(200);
      expect(cacheOf(answer)).toBe('stale');
      expect(answer.headers.get('warning')).toBe('110 - "Response is Stale"');
      expect(answer.headers.get('age')).toBe('0');
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      expect(await answer.text()).toBe('{"read":1}');
      expect(reads).toBe(1);
      lostSince = null;
      expect(cacheOf(await get('/kept'))).toBe('miss');
    });

    it.each([
      ['a problem', (ctx: Context) => sendProblem(ctx, problemOfStatus(503))],
      ['a page', (ctx: Context) => void (ctx.status = 503)],
      [
        'an error',
        () => {
          throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
        },
      ],
    ])('goes on with what it has where the read fails by %s', async (_name, fail) => {
      await get('/kept');
      snapshot = { ...snapshot, faq: 2 };
      inside = fail;
      const answer = await get('/kept');
      expect([answer.status, cacheOf(answer)]).toEqual([200, 'stale']);
      expect(await answer.text()).toBe('{"read":1}');
      expect(counted).toEqual({ miss: 1, stale: 1 });
      inside = (ctx) => give(ctx, text('{"read":"again"}'));
      expect(await (await get('/kept')).text()).toBe('{"read":"again"}');
    });

    it('does not wait for a read that hangs, and keeps what it brings in the end', async () => {
      await get('/kept');
      snapshot = { ...snapshot, faq: 2 };
      let release = (): void => undefined;
      const gate = new Promise<void>((resolve) => (release = resolve));
      inside = async (ctx) => {
        await gate;
        give(ctx, text('{"read":"late"}'));
      };
      const answers = await Promise.all([get('/kept'), get('/kept')]);
      expect(answers.map(cacheOf)).toEqual(['stale', 'stale']);
      release();
      await waitUntil(async () => (await (await get('/kept')).text()) === '{"read":"late"}');
      expect(reads).toBe(2);
    });

    it('shows no old answer where there is nothing any more', async () => {
      await get('/kept');
      snapshot = { ...snapshot, faq: 2 };
      inside = (ctx) => sendProblem(ctx, problemOfStatus(404));
      expect((await get('/kept')).status).toBe(404);
    });
  });

  it('lets no flood of addresses push out what is asked for again', async () => {
    await get('/kept');
    await get('/kept');
    inside = (ctx) => give(ctx, text('x'.repeat(20_000)));
    for (let at = 0; at < 100; at += 1) await get(`/kept?${at}`);
    expect(cacheOf(await get('/kept'))).toBe('hit');
    expect(cacheOf(await get('/kept?1'))).toBe('miss');
  });

  it('compresses what is long, and each encoding has a tag of its own', async () => {
    inside = (ctx) => give(ctx, text(JSON.stringify('งบประมาณ '.repeat(500))));
    const plain = await get('/kept');
    await waitUntil(async () =>
      isEncoded(await get('/kept', { 'Accept-Encoding': 'gzip' }), 'gzip')
    );
    const gzip = await get('/kept', { 'Accept-Encoding': 'gzip' });
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(await gzip.text()).toBe(await plain.text());
    expect(gzip.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    expect(Number(gzip.headers.get('content-length'))).toBeLessThan(600);
    await waitUntil(async () => isEncoded(await get('/kept', { 'Accept-Encoding': 'br' }), 'br'));
  });

  it('compresses a miss at once for who takes it, and later as small as it gets', async () => {
    const words = Array.from({ length: 900 }, (_, at) => `รายการที่ ${(at * 7919) % 1000}`);
    inside = (ctx) => give(ctx, text(JSON.stringify(words)));
    const first = await get('/kept', { 'Accept-Encoding': 'br' });
    expect([cacheOf(first), first.headers.get('content-encoding')]).toEqual(['miss', 'br']);
    const quick = Number(first.headers.get('content-length'));
    await waitUntil(async () => {
      const later = await get('/kept', { 'Accept-Encoding': 'br' });
      const length = Number(later.headers.get('content-length'));
      expect(await later.json()).toEqual(words);
      return length < quick && later.headers.get('etag') !== first.headers.get('etag');
    });
    const tag = first.headers.get('etag') ?? '';
    expect((await get('/kept', { 'If-None-Match': tag })).status).toBe(304);
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
