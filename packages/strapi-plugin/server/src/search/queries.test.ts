import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorOf } from '../../test/editor';
import { signIn } from '../../test/sign-in';
import { startApp, type TestApp } from '../../test/start-app';
import { waitUntil } from '../../test/wait-until';
import { searchOf } from './search';

interface Unanswered {
  data: { query: string; asked: number; clicks: number; found: number; lastAsked: string }[];
  meta: { total: number };
}

describe('what readers look for', () => {
  let app: TestApp;
  let editor: Record<string, string>;

  /** Another address each time, so that the edge cache answers none of them. */
  let count = 0;
  const ask = async (q: string) => {
    count += 1;
    const pageSize = 1 + (count % 50);
    const address = `/api/km/v1/search?q=${encodeURIComponent(q)}&pageSize=${pageSize}`;
    const response = await app.get(address);
    expect(response.status).toBe(200);
  };
  const click = (body: object) =>
    app.get('/api/km/v1/search/clicks', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const unanswered = async (search = ''): Promise<Unanswered> => {
    const answer = await app.get(`/km/search/unanswered${search}`, { headers: editor });
    expect(answer.status).toBe(200);
    return (await answer.json()) as Unanswered;
  };
  const post = (path: string, body: object = {}) =>
    app.get(`/km/search${path}`, {
      method: 'POST',
      headers: { ...editor, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  beforeAll(async () => {
    app = await startApp();
    editor = await signIn(app, 'strapi-super-admin');
    await waitUntil(async () => (await app.get('/api/km/v1/search?q=x')).status === 200);
  });
  afterAll(() => app?.stop());

  it('is counted where it found nothing, the most asked first, and nobody with it', async () => {
    for (let time = 0; time < 3; time += 1) await ask('ซฆฌฎฏฐ ฑฒณ');
    await ask('ฦฦฤฤฬฬ นายสมชาย ใจดี 1-2345-67890-12-1');
    const { data, meta } = await unanswered('?kind=noResults&days=7');
    expect(data.map(({ query, asked }) => [query, asked])).toEqual([
      ['ซฆฌฎฏฐ ฑฒณ', 3],
      ['ฦฦฤฤฬฬ', 1],
    ]);
    expect(meta.total).toBe(2);
    const columns = Object.keys(
      (await app.strapi.db.connection('km_search_queries').first()) ?? {}
    );
    expect(columns.sort()).toEqual(['asked', 'clicks', 'day', 'found', 'query']);
  });

  it('becomes a draft question with one click, and is no longer shown', async () => {
    const answer = await post('/faq-drafts', { q: 'ซฆฌฎฏฐ ฑฒณ' });
    expect(answer.status).toBe(201);
    const { data } = (await answer.json()) as { data: { documentId: string } };
    const draft = await app.strapi.db
      .query('plugin::km.faq')
      .findOne({ where: { documentId: data.documentId } });
    expect(draft).toMatchObject({
      question: 'ซฆฌฎฏฐ ฑฒณ',
      keywords: 'ซฆฌฎฏฐ ฑฒณ',
      publishedAt: null,
    });
    expect((await unanswered()).data.map(({ query }) => query)).toEqual(['ฦฦฤฤฬฬ']);
    expect((await post('/settled', { q: 'ฦฦฤฤฬฬ' })).status).toBe(200);
    expect((await unanswered()).data).toEqual([]);
  });

  it('is shown where it found something nobody opened', async () => {
    const id = await editorOf(app.strapi).publish('faq', { question: 'วิธีดูแลม้าน้ำ' });
    const other = await editorOf(app.strapi).publish('faq', { question: 'วิธีดูแลปะการัง' });
    const isFound = async (q: string) => {
      const answer = await app.get(`/api/km/v1/search?q=${encodeURIComponent(q)}&in=faq`);
      return ((await answer.json()) as { data: object[] }).data.length > 0;
    };
    await waitUntil(async () => (await isFound('ม้าน้ำ')) && (await isFound('ปะการัง')));
    for (let time = 0; time < 6; time += 1) {
      await ask('ดูแลม้าน้ำ');
      await ask('ดูแลปะการัง');
    }
    for (let time = 0; time < 3; time += 1) {
      const clicked = await click({ q: 'ดูแลปะการัง', service: 'faq', id: other, rank: 1 });
      expect(clicked.status).toBe(201);
      expect(clicked.headers.get('set-cookie')).toBeNull();
    }
    const { data } = await unanswered('?kind=lowClicks');
    expect(data.map(({ query, asked, clicks }) => [query, asked, clicks])).toEqual([
      ['ดูแลม้าน้ำ', 6, 0],
    ]);
    expect(data[0]?.found).toBeGreaterThan(0);
    const opened = await app.strapi.db.connection('km_search_clicks').select();
    expect(opened).toEqual([
      expect.objectContaining({ service: 'faq', document_id: other, clicks: 3 }),
    ]);
    expect(id).not.toBe(other);
  });

  it.each([
    {},
    { q: 'ก', service: 'user', id: 'x', rank: 1 },
    { q: 'ก', service: 'faq', id: '<script>', rank: 1 },
    { q: 'ก', service: 'faq', id: 'x', rank: 0 },
    { q: '', service: 'faq', id: 'x', rank: 1 },
    { q: 'x'.repeat(1001), service: 'faq', id: 'x', rank: 1 },
  ])('refuses a click of %j', async (body) => {
    expect((await click(body)).status).toBe(400);
  });

  it('is forgotten after ninety days', async () => {
    const { purgeQueries } = await import('./queries/record');
    await app.strapi.db
      .connection('km_search_queries')
      .insert([{ day: '2020-01-01', query: 'old', asked: 1, clicks: 0, found: 0 }]);
    await purgeQueries(app.strapi);
    const days = await app.strapi.db.connection('km_search_queries').distinct('day');
    expect(days.map(({ day }: { day: string }) => day)).not.toContain('2020-01-01');
  });

  it('loses nothing that is counted when the server stops', async () => {
    await ask('ฌฌฌญญญ');
    await searchOf(app.strapi).recorder.flush();
    expect(
      await app.strapi.db.connection('km_search_queries').where({ query: 'ฌฌฌญญญ' })
    ).toHaveLength(1);
  });

  describe('and the state of the index', () => {
    it('are not for strangers, nor for a role without the permission', async () => {
      const author = await signIn(app, 'strapi-author');
      for (const path of ['unanswered', 'state', 'explain?q=a']) {
        expect((await app.get(`/km/search/${path}`)).status).toBe(401);
        expect((await app.get(`/km/search/${path}`, { headers: author })).status).toBe(403);
      }
      const rebuild = { method: 'POST', headers: author };
      expect((await app.get('/km/search/rebuild', rebuild)).status).toBe(403);
    });

    it('say how many documents there are, and make the index anew when asked', async () => {
      const state = async () => {
        const answer = await app.get('/km/search/state', { headers: editor });
        return ((await answer.json()) as { data: Record<string, unknown> }).data;
      };
      const before = await state();
      expect(before).toMatchObject({ ready: true, building: false, lagSeconds: 0 });
      const generation = searchOf(app.strapi).generation();
      expect((await post('/rebuild')).status).toBe(202);
      await waitUntil(() => searchOf(app.strapi).generation() > generation);
      await waitUntil(async () => (await state()).building === false);
      expect((await state()).documents).toBe(before.documents);
    });

    it('say why a hit stands where it stands', async () => {
      const q = encodeURIComponent('ดูแลม้าน้ำ');
      const answer = await app.get(`/km/search/explain?q=${q}`, { headers: editor });
      const { data } = (await answer.json()) as { data: { steps: string[]; reasons: object[] } };
      expect(data.steps.length).toBeGreaterThan(0);
      expect(data.reasons.length).toBeGreaterThan(0);
      expect((await app.get('/km/search/explain', { headers: editor })).status).toBe(400);
    });
  });
});
