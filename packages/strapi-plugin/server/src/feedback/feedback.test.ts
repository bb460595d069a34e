import { feedbackAnswer } from '@km-laas/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeedbackEntry } from './service';
import { startApp, type TestApp } from '../../test/start-app';
import { editorOf } from '../../test/editor';
import { signIn } from '../../test/sign-in';

describe('feedback', () => {
  let app: TestApp;
  let published: string;
  let draft: string;

  beforeAll(async () => {
    app = await startApp();
    const editor = editorOf(app.strapi);
    draft = await editor.draft('faq');
    published = await editor.publish('faq', { question: 'ส่งออกรายงานอย่างไร' });
  });
  afterAll(() => app?.stop());

  const send = (id: string, body: object, service = 'faqs') =>
    app.get(`/api/km/v1/${service}/${id}/feedback`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer stale' },
    });

  it('is counted for a published document, without an account', async () => {
    const first = await send(published, { helpful: true, reason: 'clear' });
    expect(first.status).toBe(201);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(feedbackAnswer.parse(await first.json()).data).toEqual({ helpful: 1, notHelpful: 0 });
    const second = await send(published, { helpful: false, comment: 'โทร 081-234-5678' });
    expect(feedbackAnswer.parse(await second.json()).data).toEqual({ helpful: 1, notHelpful: 1 });
  });

  it('hides personal data before it is kept', async () => {
    const rows = await app.strapi.db
      .connection('km_feedback')
      .select('comment')
      .whereNotNull('comment');
    expect(rows).toEqual([{ comment: 'โทร [ปกปิด]' }]);
  });

  it('is refused for a draft, an unknown document and a document of another service', async () => {
    for (const id of [draft, 'a'.repeat(24), 'x']) {
      expect((await send(id, { helpful: true })).status).toBe(404);
    }
    expect((await send(published, { helpful: true }, 'manuals')).status).toBe(404);
    expect((await send(published, { helpful: true, comment: 'ก'.repeat(501) })).status).toBe(400);
  });

  it('makes no answer stale', async () => {
    await app.get('/api/km/v1/faqs');
    await send(published, { helpful: true });
    expect((await app.get('/api/km/v1/faqs')).headers.get('x-km-cache')).toBe('hit');
  });

  describe('in the admin panel', () => {
    const listOf = async (answer: Response) =>
      (await answer.json()) as { data: FeedbackEntry[]; meta: object };

    it('is not for strangers', async () => {
      expect((await app.get('/km/feedback')).status).toBe(401);
    });

    it('is for whoever may read it, newest first, with what it is about', async () => {
      const headers = await signIn(app, 'strapi-super-admin');
      const answer = await app.get('/km/feedback?service=faq&pageSize=2', { headers });
      expect(answer.status).toBe(200);
      const { data, meta } = await listOf(answer);
      expect(meta).toEqual({ page: 1, pageSize: 2, total: 3, helpful: 2, notHelpful: 1 });
      expect(data).toHaveLength(2);
      expect(data[1]).toMatchObject({
        service: 'faq',
        documentId: published,
        title: 'ส่งออกรายงานอย่างไร',
        helpful: false,
        comment: 'โทร [ปกปิด]',
      });
      const bad = await listOf(await app.get('/km/feedback?helpful=false', { headers }));
      expect(bad.data.map(({ helpful }) => helpful)).toEqual([false]);
      expect(bad.meta).toMatchObject({ total: 1, helpful: 2, notHelpful: 1 });
      expect((await app.get('/km/feedback?helpful=maybe', { headers })).status).toBe(400);
      const none = await app.get('/km/feedback?service=manual', { headers });
      expect((await listOf(none)).data).toEqual([]);
      expect((await app.get('/km/feedback?page=x', { headers })).status).toBe(400);
    });

    it('is read by editors from the first start', async () => {
      const headers = await signIn(app, 'strapi-editor');
      expect((await app.get('/km/feedback', { headers })).status).toBe(200);
    });

    it('is kept from a role without the permission', async () => {
      const headers = await signIn(app, 'strapi-author');
      expect((await app.get('/km/feedback', { headers })).status).toBe(403);
    });
  });
});
