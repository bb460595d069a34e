import { faqListAnswer } from '@km-laas/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type SecondInstance, type TestApp } from '../../test/start-app';
import { waitUntil } from '../../test/wait-until';
import type { Revisions, Snapshot } from './revisions';

const paragraph = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

describe('revisions', () => {
  let app: TestApp;
  let revisions: Revisions;
  let before: Snapshot;
  let topic: string;

  const documents = (uid: string) => app.strapi.documents(uid as never);
  const moved = () => {
    const now = revisions.snapshot();
    return Object.keys(now).filter(
      (name) => now[name as keyof Snapshot] !== before[name as keyof Snapshot]
    );
  };
  const createFaq = () =>
    documents('plugin::km.faq').create({
      data: {
        question: 'โอนงบประมาณอย่างไร',
        answer: paragraph('ไปที่เมนูโอนงบประมาณ'),
        topics: [topic],
        audience: 'everyone',
        appliesTo: 'both',
      } as never,
    });

  beforeAll(async () => {
    app = await startApp();
    revisions = app.strapi.plugin('km').service('revisions');
    const made = await documents('plugin::km.topic').create({
      data: { titleTh: 'ระบบงบประมาณ', titleEn: 'Budget', slug: 'budget', order: 1 } as never,
    });
    topic = made.documentId;
  });
  afterAll(() => app?.stop());
  beforeEach(() => {
    before = revisions.snapshot();
  });

  it('move with publishing, unpublishing and deleting, each its own service', async () => {
    const { documentId } = await createFaq();
    const faqs = documents('plugin::km.faq');
    const changes = [faqs.publish, faqs.unpublish, faqs.publish, faqs.delete];
    for (const change of changes as ((of: { documentId: string }) => Promise<unknown>)[]) {
      before = revisions.snapshot();
      await change({ documentId });
      expect(moved()).toEqual(['faq']);
    }
  });

  it('move with a topic, which has no drafts', async () => {
    await documents('plugin::km.topic').update({
      documentId: topic,
      data: { titleEn: 'Budgeting' } as never,
    });
    expect(moved()).toEqual(['topic']);
  });

  it('move with every service when the media library changes', async () => {
    const file = await app.strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'a.pdf',
        hash: 'a',
        ext: '.pdf',
        mime: 'application/pdf',
        size: 1,
        url: '/uploads/a.pdf',
        provider: 'local',
      },
    });
    const all = ['topic', 'manual', 'law', 'faq', 'news', 'update', 'form'];
    expect(moved()).toEqual(all);
    before = revisions.snapshot();
    await app.strapi.plugin('upload').service('upload').updateFileInfo(file.id, { name: 'b.pdf' });
    expect(moved()).toEqual(all);
    before = revisions.snapshot();
    await app.strapi.plugin('upload').service('upload').remove(file);
    expect(moved()).toEqual(all);
  });

  it('stay where they were when the transaction is taken back', async () => {
    await expect(
      app.strapi.db.transaction(async () => {
        await revisions.raise(['law']);
        throw new Error('never mind');
      })
    ).rejects.toThrow('never mind');
    expect(moved()).toEqual([]);
    const [row] = await app.strapi.db.connection('km_revisions').where({ service: 'law' });
    expect(Number(row.revision)).toBe(before.law);
  });

  it('move once a transaction, and only when it commits', async () => {
    await app.strapi.db.transaction(async () => {
      await revisions.raise(['law']);
      await revisions.raise(['law', 'form']);
      expect(moved()).toEqual([]);
    });
    expect(moved()).toEqual(['law', 'form']);
    expect(revisions.snapshot().law).toBe((before.law ?? 0) + 1);
  });

  it('give the same snapshot for as long as nothing moves', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(revisions.snapshot()).toBe(before);
  });

  describe('of two instances on one database', () => {
    let second: SecondInstance;
    beforeAll(async () => {
      second = await app.startSecondInstance();
    });

    const totalAt = async (origin: string): Promise<number> => {
      const answer = await fetch(`${origin}/api/km/v1/faqs`);
      return faqListAnswer.parse(await answer.json()).meta.total;
    };

    it('see the edits of one another without being told', async () => {
      const { documentId } = await createFaq();
      const there = await totalAt(second.origin);
      expect(await totalAt(app.origin)).toBe(there);

      await documents('plugin::km.faq').publish({ documentId });
      expect(await totalAt(app.origin)).toBe(there + 1);
      await waitUntil(async () => (await totalAt(second.origin)) === there + 1);

      await documents('plugin::km.faq').unpublish({ documentId });
      await waitUntil(async () => (await totalAt(second.origin)) === there);
      await second.publish('plugin::km.faq', documentId);
      expect(await totalAt(second.origin)).toBe(there + 1);
      await waitUntil(async () => (await totalAt(app.origin)) === there + 1);
    });
  });
});
