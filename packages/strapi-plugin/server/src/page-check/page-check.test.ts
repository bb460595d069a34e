import { pageFactsAnswer, problem } from '@km-laas/contract';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../test/start-app';

describe('the check of a page', () => {
  let app: TestApp;
  let site: Server;
  let url: string;
  const visitors: string[] = [];

  beforeAll(async () => {
    site = createServer((request, response) => {
      visitors.push(request.headers['user-agent'] ?? '');
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "script-src 'self'",
          'set-cookie': 'session=1',
        })
        .end('<p>ความลับของเทศบาล</p><km-faq-list></km-faq-list>');
    });
    await once(site.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
    app = await startApp({ plugin: { publicUrl: 'https://km.example.go.th' } });
  });
  afterAll(async () => {
    site?.close();
    await app?.stop();
  });

  const check = (body: object, headers: Record<string, string> = {}) =>
    app.get('/api/km/v1/page-facts', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    });

  it.each([{}, { url: 'javascript:alert(1)' }, { url: 'file:///etc/passwd' }, { url: 5 }])(
    'refuses what is no address: %j',
    async (body) => {
      const answer = await check(body);
      expect(answer.status).toBe(400);
      expect(problem.parse(await answer.json()).error.details).toEqual({ fields: ['url'] });
    }
  );

  it('opens nothing of its own network, unless it is told to', async () => {
    const answer = await check({ url: 'http://localhost/' }, { 'Accept-Language': 'en' });
    expect(answer.status).toBe(422);
    expect(problem.parse(await answer.json()).error.message).toMatch(/^localhost is no website of/);
    expect((await check({ url })).status).toBe(422);
    expect(visitors).toEqual([]);
  });

  it('tells what matters of a page, and nothing else of it', async () => {
    app.strapi.config.set('plugin::km.checksPrivatePages', true);
    const answer = await check({ url });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(visitors).toEqual([expect.stringContaining('+https://km.example.go.th/embed')]);
    const text = await answer.text();
    expect(text).not.toContain('ความลับ');
    expect(pageFactsAnswer.parse(JSON.parse(text)).data).toMatchObject({
      address: url,
      tags: [{ name: 'km-faq-list' }],
      policies: ["script-src 'self'"],
      charset: 'utf-8',
    });
  });

  it('is not for knocking at a website over and over', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => check({ url })));
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(visitors.length).toBeLessThan(30);
  });
});
