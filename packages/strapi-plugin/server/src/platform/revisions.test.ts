import { faqListAnswer } from '@km-laas/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { editorOf, type Editor } from '../../test/editor';
import { startApp, type SecondInstance, type TestApp } from '../../test/start-app';
import { waitUntil } from '../../test/wait-until';
import type { Revisions, Snapshot } from './revisions';

describe('revisions', () => {
  let app: TestApp;
  let revisions: Revisions;
  let before: Snapshot;
  let topic: string;
  let editor: Editor;

  const moved = () => {
    const now = revisions.snapshot();
    return Object.keys(now).filter(
      (name) => now[name as keyof Snapshot] !== before[name as keyof Snapshot]
    );
  };
  beforeAll(async () => {
    app = await startApp();
    revisions = app.strapi.plugin('km').service('revisions');
    editor = editorOf(app.strapi);
    topic = await editor.publish('topic');
  });
  afterAll(() => app?.stop());
  beforeEach(() => {
    before = revisions.snapshot();
  });

  it('move with publishing, unpublishing and deleting, each its own service', async () => {
    const documentId = await editor.draft('faq');
    const faqs = app.strapi.documents('plugin::km.faq' as never);
    const changes = [
      () => editor.republish('faq', documentId),
      () => editor.unpublish('faq', documentId),
      () => editor.republish('faq', documentId),
      () => faqs.delete({ documentId }),
    ];
    for (const change of changes) {
      before = revisions.snapshot();
      await change();
      expect(moved()).toEqual(['faq']);
    }
  });

  it('are told to who listens, once they have moved', async () => {
    const heard: Snapshot[] = [];
    revisions.onMove((services) => {
      if (services.includes('faq')) heard.push(revisions.snapshot());
    });
    await revisions.raise(['faq']);
    expect(heard.map(({ faq }) => faq)).toEqual([(before.faq ?? 0) + 1]);
  });

  it('begin for a service that a release adds to an old database', async () => {
    await app.strapi.db.connection('km_revisions').where({ service: 'form' }).delete();
    await expect(revisions.raise(['form'])).rejects.toThrow(/form has no revision/);
    await revisions.stop();
    await revisions.start();
    await revisions.raise(['form']);
    const [row] = await app.strapi.db.connection('km_revisions').where({ service: 'form' });
    expect(Number(row.revision)).toBe(2);
    // What this process saw of the lost row is higher; it must not hold the service back.
    await app.strapi.db
      .connection('km_revisions')
      .where({ service: 'form' })
      .update({ revision: revisions.snapshot().form });
  });

  it('move with a topic, which has no drafts', async () => {
    await editor.edit('topic', topic, { titleEn: 'Budgeting' });
    expect(moved()).toEqual(['topic']);
  });

  it('move with every service that shows files when the media library changes', async () => {
    const id = await editor.file();
    const all = ['manual', 'law', 'faq', 'news', 'update', 'form'];
    expect(moved()).toEqual(all);
    before = revisions.snapshot();
    await app.strapi.plugin('upload').service('upload').updateFileInfo(id, { name: 'b.pdf' });
    expect(moved()).toEqual(all);
    before = revisions.snapshot();
    await app.strapi.db.query('plugin::upload.file').delete({ where: { id } });
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
      const documentId = await editor.draft('faq');
      const there = await totalAt(second.origin);
      expect(await totalAt(app.origin)).toBe(there);

      await editor.republish('faq', documentId);
      expect(await totalAt(app.origin)).toBe(there + 1);
      await waitUntil(async () => (await totalAt(second.origin)) === there + 1);

      await editor.unpublish('faq', documentId);
      await waitUntil(async () => (await totalAt(second.origin)) === there);
      await second.publish('plugin::km.faq', documentId);
      expect(await totalAt(second.origin)).toBe(there + 1);
      await waitUntil(async () => (await totalAt(app.origin)) === there + 1);
    });
  });
});
