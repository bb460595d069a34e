import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faqListAnswer } from '@km-laas/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApplication, type Application } from './application';
import { bootStrapi } from './boot-strapi.mjs';
import { createDatabase } from './database';
import { editorOf } from './editor';
import { startApp } from './start-app';

describe('the reference installation', () => {
  describe('with a part that is not built', () => {
    let application: Application;

    const parts: [string, string][] = [
      ['strapi-plugin-km', 'dist/server/index.js'],
      ['@km-laas/widgets', 'dist/embed/km.js'],
      ['@km-laas/portal', 'dist/index.html'],
    ];

    /** Packages as an installation finds them, one of them without its build. */
    async function installAllBut(missing: string): Promise<void> {
      const packages = join(application.folder, 'node_modules');
      await rm(packages);
      for (const [name, file] of parts) {
        const folder = join(packages, name);
        await mkdir(join(folder, file, '..'), { recursive: true });
        await writeFile(join(folder, 'package.json'), JSON.stringify({ name }));
        if (name !== missing) await writeFile(join(folder, file), '');
      }
    }

    beforeEach(async () => {
      application = await createApplication({ ownPluginSettings: true });
      Object.assign(process.env, application.env);
    });
    afterEach(() => application.remove());

    it.each(parts)(
      'refuses to start without that of %s, and says how to make it',
      async (name, file) => {
        await installAllBut(name);
        const refusal = await bootStrapi(application.folder).then(
          () => 'it started',
          (error: Error) => error.message
        );
        expect(refusal).toContain(`${name} is not built`);
        expect(refusal).toContain(file);
        expect(refusal).toContain(`npm run build -w ${name}`);
      }
    );
  });

  it('keeps content and readers’ feedback through a start without the plugin', async () => {
    const database = await createDatabase();
    try {
      const before = await startApp({ database });
      const editor = editorOf(before.strapi);
      const topic = await editor.publish('topic', { slug: 'reports' });
      const documentId = await editor.publish('faq', { topics: [topic] });
      await before.get(`/api/km/v1/faqs/${documentId}/feedback`, {
        method: 'POST',
        body: '{"helpful":true}',
        headers: { 'Content-Type': 'application/json' },
      });
      await before.stop();

      const without = await startApp({ database, plugin: null });
      expect(without.strapi.plugins.km).toBeUndefined();
      expect((await without.get('/api/km/v1/faqs')).status).toBe(404);
      await without.stop();

      const after = await startApp({ database });
      const { data } = faqListAnswer.parse(await (await after.get('/api/km/v1/faqs')).json());
      expect(data.map(({ id, topics }) => [id, topics.map(({ slug }) => slug)])).toEqual([
        [documentId, ['reports']],
      ]);
      const kept = await after.strapi.db.connection('km_feedback').select('document_id');
      expect(kept).toEqual([{ document_id: documentId }]);
      await after.stop();
    } finally {
      await database.drop();
    }
    // Three starts; a busy machine takes its time over each.
  }, 180_000);

  const isPostgres = Boolean(process.env.KM_TEST_DATABASE_URL);
  it.skipIf(isPostgres)('lets SQLite be read while it is written to', async () => {
    const app = await startApp();
    try {
      const [{ journal_mode: mode }] = await app.strapi.db.connection.raw('pragma journal_mode');
      const [{ timeout }] = await app.strapi.db.connection.raw('pragma busy_timeout');
      expect([mode, timeout]).toEqual(['wal', 5000]);
    } finally {
      await app.stop();
    }
  });
});
