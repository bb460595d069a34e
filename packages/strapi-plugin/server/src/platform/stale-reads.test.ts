import { faqListAnswer, problem } from '@km-laas/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { editorOf } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { waitUntil } from '../../test/wait-until';
import { readSideOf } from './replica';

const faqs = '/api/km/v1/faqs';

describe('reads while the database is away', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    await editorOf(app.strapi).publish('faq');
  });
  afterAll(() => app?.stop());
  afterEach(() => doors().forEach((door) => door.initialize()));

  /** The ways to the database: the one that writes, and on SQLite the one that only reads. */
  const doors = () => [
    ...new Set([app.strapi.db.connection, readSideOf(app.strapi).db.connection]),
  ];
  const cacheOf = async (path: string) => (await app.get(path)).headers.get('x-km-cache');
  const takeAway = async () => {
    await Promise.all(doors().map((door) => door.destroy()));
    await waitUntil(async () => (await cacheOf(faqs)) === 'stale');
  };

  it('go on with what was read before, and say that nobody can vouch for it', async () => {
    await app.get(faqs);
    expect(await cacheOf(faqs)).toBe('hit');
    await takeAway();
    const answer = await app.get(faqs);
    expect(answer.status).toBe(200);
    expect(faqListAnswer.parse(await answer.json()).meta.total).toBe(1);
    expect(answer.headers.get('warning')).toBe('110 - "Response is Stale"');
    expect(answer.headers.get('age')).toMatch(/^\d+$/);
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).toContain('Age');
    const etag = answer.headers.get('etag') ?? '';
    expect((await app.get(faqs, { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });

  it('fail cleanly where nothing was read before, and say when to come again', async () => {
    await app.get(faqs);
    await takeAway();
    const answer = await app.get(`${faqs}?q=nobody-asked-this`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(problem.parse(await answer.json()).error.status).toBe(503);
  });

  it('are fresh again by themselves once it is back', async () => {
    await app.get(faqs);
    await takeAway();
    doors().forEach((door) => door.initialize());
    await waitUntil(async () => (await cacheOf(faqs)) === 'hit');
    expect((await app.get(faqs)).headers.get('warning')).toBeNull();
  });
});
