import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reachFile } from '../src/search/files/file-path';
import { startApp, type TestApp } from './start-app';

describe('files in an S3-compatible store', () => {
  let folder: string;
  let store: InstanceType<typeof S3rver>;
  let origin: string;
  let app: TestApp;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'km-s3-test-'));
    store = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory: join(folder, 'store'),
      configureBuckets: [{ name: 'km-files', configs: [] }],
    });
    const { port } = (await store.run()) as AddressInfo;
    origin = `http://127.0.0.1:${port}`;
    Object.assign(process.env, settings(origin));
    app = await startApp({ ownPluginSettings: true });
  });
  afterAll(async () => {
    for (const name of Object.keys(settings(''))) delete process.env[name];
    await app?.stop();
    await store?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const settings = (at: string) => ({
    S3_BUCKET: 'km-files',
    S3_ENDPOINT: at,
    S3_PUBLIC_URL: `${at}/km-files`,
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_ACCESS_SECRET: 'S3RVER',
    PUBLIC_URL: 'http://km.example.go.th',
  });

  async function upload(name: string, mime: string, bytes: Buffer) {
    const filepath = join(folder, name);
    await writeFile(filepath, bytes);
    const [file] = await app.strapi
      .plugin('upload')
      .service('upload')
      .upload({
        data: { fileInfo: { name } },
        files: { filepath, originalFilename: name, mimetype: mime, size: bytes.length },
      });
    return file as { id: number; url: string; provider: string };
  }

  it('keeps a file there, serves its bytes from there and takes it away again', async () => {
    const bytes = Buffer.from('%PDF-1.4\nคู่มือการใช้งาน\n%%EOF\n');
    const file = await upload('manual.pdf', 'application/pdf', bytes);
    expect(file.provider).toBe('aws-s3');
    expect(file.url.startsWith(`${origin}/km-files/`)).toBe(true);
    const answer = await fetch(file.url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);

    const { strapi } = app;
    const kept = await strapi.db.query('plugin::upload.file').findOne({ where: { id: file.id } });
    await strapi.plugin('upload').service('upload').remove(kept);
    expect((await fetch(file.url)).status).toBe(404);
  });

  it('keeps a file larger than one part whole', async () => {
    const bytes = Buffer.alloc(12 * 1024 * 1024, 'ก,ข\n');
    const file = await upload('large.csv', 'text/csv', bytes);
    const answer = await fetch(file.url);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('lets search read what is inside its files', async () => {
    const file = await upload('found.csv', 'text/csv', Buffer.from('ข้อความ,ในแฟ้ม\n'));
    const reached = await reachFile(app.strapi, file.url);
    expect(reached).toHaveProperty('path');
    if ('release' in reached) await reached.release();
  });

  it('allows its pictures on the pages of the site and of the editors', async () => {
    for (const path of ['/', '/_health']) {
      const policy = (await app.get(path)).headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain(new URL(origin).origin);
    }
  });
});
