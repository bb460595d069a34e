import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorOf, type Editor } from '../../../test/editor';
import { startApp, type TestApp } from '../../../test/start-app';
import { waitUntil } from '../../../test/wait-until';

const list = '/api/km/v1/faqs';

describe('the thread that takes connections', () => {
  let app: TestApp;
  let editor: Editor;
  let faq: string;

  beforeAll(async () => {
    app = await startApp({ plugin: { front: true } });
    editor = editorOf(app.strapi);
    await editor.publish('topic');
    faq = await editor.publish('faq', { question: 'รุ่น 0' });
  });
  afterAll(() => app?.stop());

  const cacheOf = async (path: string, headers: Record<string, string> = {}) => {
    const response = await app.get(path, { headers });
    await response.arrayBuffer();
    return response.headers.get('x-km-cache');
  };
  const count = async (name: string) => {
    const text = await (await app.get('/metrics')).text();
    return Number(
      text
        .split('\n')
        .find((line) => line.startsWith(name))
        ?.split(' ')[1]
    );
  };
  /** Asks by a process of its own, which waits for nothing this one does. */
  const script = `fetch(process.argv[1]).then(async (answer) => {
    await answer.text();
    console.log(answer.status, answer.headers.get('x-km-cache'));
  });`;

  it('sends what is ready while Strapi’s thread does nothing else but wait', async () => {
    await cacheOf(list);
    await waitUntil(async () => (await cacheOf(list)) === 'hit');
    const answered = spawnSync(process.execPath, ['-e', script, app.origin + list], {
      timeout: 60_000,
      encoding: 'utf8',
    });
    expect(answered.stdout.trim()).toBe('200 hit');
  });

  it('shows each change with the first read after it', async () => {
    for (let round = 1; round <= 20; round += 1) {
      await cacheOf(list);
      await editor.republish('faq', faq, { question: `รุ่น ${round}` });
      const { data } = (await (await app.get(list)).json()) as { data: { question: string }[] };
      expect(data[0]?.question).toBe(`รุ่น ${round}`);
    }
  });

  it('compresses what is asked for again and again, and says 304 to who has it', async () => {
    const headers = { 'Accept-Encoding': 'br' };
    const read = () => raw(app.origin + '/api/km/v1/openapi.json', headers);
    let last = await read();
    // The smallest copy is made after some hits, beside them.
    await waitUntil(async () => {
      last = await read();
      return last.headers.etag?.endsWith('-dense"') ?? false;
    });
    expect(last.headers['content-encoding']).toBe('br');
    expect(last.headers['x-km-cache']).toBe('hit');
    const again = await raw(app.origin + '/api/km/v1/openapi.json', {
      ...headers,
      'If-None-Match': last.headers.etag as string,
    });
    expect([again.status, again.length]).toEqual([304, 0]);
  });

  it('has its hits counted where everything is counted', async () => {
    await waitUntil(async () => (await cacheOf(list)) === 'hit');
    const before = await count('km_reads_total{result="hit"}');
    // Hits of a moment ago may not have been reported yet: many more than there can be of those.
    for (let time = 0; time < 200; time += 1) await cacheOf(list);
    await waitUntil(async () => (await count('km_reads_total{result="hit"}')) >= before + 200);
  });

  it('sends nothing it cannot vouch for while the database does not answer', async () => {
    await waitUntil(async () => (await cacheOf(list)) === 'hit');
    const { db } = app.strapi;
    const getConnection = db.getConnection.bind(db);
    db.getConnection = (() => {
      throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    }) as never;
    try {
      await waitUntil(async () => (await cacheOf(list)) === 'stale');
    } finally {
      db.getConnection = getConnection;
    }
    await waitUntil(async () => (await cacheOf(list)) === 'hit');
  });

  it('passes on who asks, so that nobody counts as this machine', async () => {
    expect((await app.get('/metrics')).status).toBe(200);
    const lie = { 'X-Forwarded-For': '203.0.113.7' };
    expect((await app.get('/metrics', { headers: lie })).status).toBe(403);
  });

  it('passes on what is written', async () => {
    const send = (body: unknown) =>
      app.get(`/api/km/v1/faqs/${faq}/feedback`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const refused = await send({ wrong: true });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { name: 'ValidationError' } });
    const before = await app.strapi.db.connection('km_feedback').count({ rows: '*' });
    expect((await send({ helpful: true })).status).toBeLessThan(300);
    const after = await app.strapi.db.connection('km_feedback').count({ rows: '*' });
    expect(Number(after[0]?.rows)).toBe(Number(before[0]?.rows) + 1);
  });

  it('ends the server with a clear word where its port is taken, and leaves nothing behind', async () => {
    const taken = new URL(app.origin).port;
    const boot = `const { createStrapi } = require('@strapi/strapi');
      createStrapi({ appDir: process.cwd(), distDir: process.cwd() }).start();`;
    const { folder, env } = app.application;
    const TMPDIR = await mkdtemp(join(tmpdir(), 'km-test-'));
    const ended = await promisify(execFile)(process.execPath, ['-e', boot], {
      cwd: folder,
      env: { ...process.env, ...env, TMPDIR, PORT: taken },
    }).catch((error: { code: number; stdout: string }) => error);
    expect(ended).toMatchObject({ code: 1 });
    expect(ended.stdout).toContain('EADDRINUSE');
    expect((await readdir(TMPDIR)).filter((name) => name.startsWith('km-front-'))).toEqual([]);
    await rm(TMPDIR, { recursive: true });
  });
});

function raw(url: string, headers: Record<string, string>) {
  return new Promise<{
    status: number | undefined;
    headers: Record<string, string | string[] | undefined> & { etag?: string | undefined };
    length: number;
  }>((resolve, reject) => {
    request(url, { headers }, (response) => {
      let length = 0;
      response.on('data', (part: Buffer) => (length += part.length));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, length })
      );
    })
      .on('error', reject)
      .end();
  });
}
