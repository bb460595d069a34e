import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorOf, paragraph, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { waitUntil } from '../../test/wait-until';

const shell = `<!doctype html><html lang="th"><head><title><!--km:title--></title>
<meta name="description" content="<!--km:description-->"><link rel="canonical" href="<!--km:canonical-->"><!--km:structured--></head>
<body><km-faq-list item="<!--km:item-->"><!--km:fallback--></km-faq-list></body></html>`;

const hostile = `"><script>alert(1)</script> <!--km:canonical--> $& '`;

describe('the site', () => {
  let folder: string;
  let app: TestApp;
  let id: string;
  let editor: Editor;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'km-site-'));
    const portal = join(folder, 'portal');
    const widgets = join(folder, 'widgets/dist/embed');
    await mkdir(join(portal, 'assets'), { recursive: true });
    await mkdir(join(widgets, 'chunks'), { recursive: true });
    for (const name of ['index', 'faqs', 'faqs-item', 'news', 'privacy', 'search', 'fiscal']) {
      await writeFile(join(portal, `${name}.html`), shell);
    }
    await writeFile(join(portal, '404.html'), '<h1>ไม่พบหน้าที่ต้องการ</h1>');
    await writeFile(join(portal, 'assets/portal-0123456789ab.css'), 'body{}'.repeat(200));
    await writeFile(join(portal, 'assets/plain.js'), '1');
    await writeFile(join(portal, 'assets/secret.env'), 'SECRET=1');
    await writeFile(join(folder, 'secret.js'), 'secret');
    await symlink(join(folder, 'secret.js'), join(portal, 'assets/link.js'));
    const names = { version: '3.2.1', release: '3.2.1-0123456789' };
    await writeFile(join(widgets, 'manifest.json'), JSON.stringify(names));
    await writeFile(join(widgets, 'km.js'), 'export{};'.repeat(200));
    await writeFile(join(widgets, 'chunks/faq-list-AbCd1234.js'), 'export{}');

    const plugin = { portalDir: portal, widgetsDir: widgets, loaderSeconds: 600 };
    app = await startApp({ plugin });
    editor = editorOf(app.strapi);
    id = await editor.publish('faq', { question: hostile, answer: [paragraph(hostile)] });
  });
  afterAll(async () => {
    await app?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const raw = (
    path: string
  ): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(app.origin);
      request({ port, host: '127.0.0.1', path }, (answer) => {
        let body = '';
        answer.on('data', (chunk) => (body += chunk));
        answer.on('end', () => {
          const { statusCode = 0, headers } = answer;
          resolve({ status: statusCode, headers, body });
        });
      })
        .on('error', reject)
        .end();
    });

  describe('pages', () => {
    it('stand at the root, from ready bytes, under a strict policy', async () => {
      const first = await app.get('/');
      expect(first.status).toBe(200);
      expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const policy = first.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(first.headers.get('x-content-type-options')).toBe('nosniff');
      expect(first.headers.get('set-cookie')).toBeNull();
      expect(first.headers.get('access-control-allow-origin')).toBeNull();
      const again = await app.get('/?utm_source=line');
      expect(again.headers.get('x-km-cache')).toBe('hit');
      expect(again.headers.get('content-security-policy')).toBe(policy);
    });

    it('say the words of a document, and its words are never markup', async () => {
      const page = await (await app.get(`/faqs/${id}`)).text();
      expect(page).toContain(`item="${id}"`);
      expect(page).toContain(`href="${app.origin}/faqs/${id}"`);
      expect(page.replace('<script type="application/ld+json">', '')).not.toContain('<script');
      expect(page).toContain(
        '&lt;script&gt;alert(1)&lt;/script&gt; &lt;!--km:canonical--&gt; $&amp;'
      );
      expect(page).toContain('<article><h2>');
    });

    it('say what they are about to search engines', async () => {
      const read = async (path: string) => {
        const page = await (await app.get(path)).text();
        const [, data] = /<script type="application\/ld\+json">(.+?)<\/script>/.exec(page) ?? [];
        return JSON.parse(data ?? '') as Record<string, unknown>;
      };
      expect(await read(`/faqs/${id}`)).toMatchObject({
        '@type': 'FAQPage',
        url: `${app.origin}/faqs/${id}`,
        mainEntity: [{ name: hostile, acceptedAnswer: { text: hostile } }],
      });
      expect(await read('/fiscal')).toMatchObject({
        '@type': 'Dataset',
        distribution: [{ contentUrl: `${app.origin}/api/km/v1/fiscal/map.csv` }, {}],
      });
    });

    it('list every document for readers without scripts', async () => {
      const page = await (await app.get('/faqs')).text();
      expect(page).toContain(`<a href="/faqs/${id}">`);
      expect(page).not.toContain('<script');
    });

    it('answer a search for readers without scripts, by what was asked', async () => {
      await waitUntil(async () => {
        const page = await (await app.get('/search?q=alert')).text();
        return page.includes(`<a href="/faqs/${id}">`);
      });
      const answer = await app.get('/search?q=alert&utm_source=line');
      expect(answer.headers.get('x-robots-tag')).toBe('noindex');
      const page = await answer.text();
      expect(page).toContain('item="alert"');
      expect(page).not.toContain('<script');
      const none = await (await app.get('/search?q=%22%3E%3Cimg%20src=x%3E')).text();
      expect(none).not.toContain('<img');
      expect(await (await app.get('/search')).text()).not.toContain('พบ');
      expect((await app.get('/search?q=a&in=nobody')).status).toBe(200);
    });

    it('of figures say where the same figures are as files', async () => {
      expect(await (await app.get('/fiscal?province=47')).text()).toContain('href="/open-data"');
      expect((await app.get(`/fiscal/${id}`)).status).toBe(404);
    });

    it('let a browser search from its address bar', async () => {
      const answer = await app.get('/opensearch.xml');
      expect(answer.headers.get('content-type')).toContain('opensearchdescription+xml');
      expect(await answer.text()).toContain(`${app.origin}/search?q={searchTerms}`);
    });

    it('follow an edit at once', async () => {
      await editor.unpublish('faq', id);
      expect((await app.get(`/faqs/${id}`)).status).toBe(404);
      expect(await (await app.get('/faqs')).text()).not.toContain(id);
      await editor.republish('faq', id);
      expect((await app.get(`/faqs/${id}`)).status).toBe(200);
    });

    it.each(['/faqs/nothing', `/faqs/${'a'.repeat(24)}`, '/forms', '/portal/assets/none.css'])(
      'that are not there are a page with status 404: %s',
      async (path) => {
        const answer = await app.get(path);
        expect(answer.status).toBe(404);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(await answer.text()).toContain('ไม่พบหน้าที่ต้องการ');
      }
    );

    it('that nobody has are a page for a reader and a problem for a program', async () => {
      const page = await app.get('/nothing-here', { headers: { Accept: 'text/html' } });
      expect(page.status).toBe(404);
      expect(await page.text()).toContain('ไม่พบหน้าที่ต้องการ');
      const answer = await app.get('/nothing-here', { headers: { Accept: 'application/json' } });
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('<h1>');
    });

    it('have one address each', async () => {
      const answer = await app.get('/faqs/?q=a');
      expect(answer.status).toBe(301);
      expect(answer.headers.get('location')).toBe('/faqs?q=a');
      expect((await app.get('//faqs/')).status).not.toBe(301);
    });

    it('take no other method', async () => {
      expect((await app.get('/privacy', { method: 'POST' })).status).toBe(405);
    });

    it('leave the rest to Strapi', async () => {
      expect((await app.get('/_health')).status).toBe(204);
      expect((await app.get('/admin/init')).headers.get('content-type')).toContain('json');
    });
  });

  it('is told to search engines', async () => {
    const map = await app.get('/sitemap.xml');
    expect(map.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const text = await map.text();
    expect(text).toContain(`<loc>${app.origin}/faqs/${id}</loc>`);
    expect(text).toContain(`<loc>${app.origin}/privacy</loc>`);
    // It names news, which come and go by the clock.
    expect(map.headers.get('cache-control')).toContain('stale-while-revalidate=0');
    const robots = await (await app.get('/robots.txt')).text();
    expect(robots).toContain(`Sitemap: ${app.origin}/sitemap.xml`);
    expect(robots).toContain('Disallow: /admin');
  });

  it('serves assets for good where their name says what is in them', async () => {
    const hashed = await app.get('/portal/assets/portal-0123456789ab.css', {
      headers: { 'Accept-Encoding': 'gzip' },
    });
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers.get('content-encoding')).toBe('gzip');
    const plain = await app.get('/portal/assets/plain.js');
    expect(plain.headers.get('cache-control')).toContain('max-age=30');
  });

  it.each([
    '/portal/../../secret.js',
    '/portal/assets/../../../secret.js',
    '/portal/%2e%2e/%2e%2e/secret.js',
    '/portal/..%2f..%2fsecret.js',
    '/portal/assets/..\\..\\secret.js',
    '/portal//etc/passwd',
    '/portal/assets/link.js',
    '/portal/assets/secret.env',
    '/portal/assets/.hidden.js',
    '/portal/assets/%00.js',
    '/portal/index.html',
    '/widgets/v1/../../package.json',
    '/widgets/v1/%2e%2e/%2e%2e/package.json',
    '/widgets/v1/..%5c..%5cpackage.json',
  ])('lets no path lead out: %s', async (path) => {
    const { status, body } = await raw(path);
    expect(status).toBe(404);
    expect(body).not.toMatch(/secret|root:|3\.2\.1/i);
  });

  describe('widget files', () => {
    it('are for every page, and kept by their lasting name for as long as the settings say', async () => {
      const answer = await app.get('/widgets/v1/km.js', {
        headers: { Origin: 'https://www.sakon.example', 'Accept-Encoding': 'gzip' },
      });
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=600, s-maxage=2, stale-while-revalidate=2592000',
        'content-encoding': 'gzip',
      });
      const known = await app.get('/widgets/v1/km.js', {
        headers: { 'If-None-Match': answer.headers.get('etag') ?? '' },
      });
      expect(known.status).toBe(304);
    });

    it('are looked at again where other files of their folder must be of the same build', async () => {
      const answer = await app.get('/widgets/v1/chunks/faq-list-AbCd1234.js');
      const { headers } = answer;
      expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=2, must-revalidate');
    });

    it('are kept for good by their version and their build, which are those of the server', async () => {
      for (const name of ['3.2.1', '3.2.1-0123456789']) {
        const answer = await app.get(`/widgets/${name}/chunks/faq-list-AbCd1234.js`);
        expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      }
      for (const path of [
        '/widgets/3.1.9/km.js',
        '/widgets/3.2.1-9876543210/km.js',
        '/widgets/v2/km.js',
        '/widgets/km.js',
        '/widgets/',
      ]) {
        const missing = await app.get(path);
        expect(missing.status).toBe(404);
        expect(missing.headers.get('content-type')).toContain('application/json');
        expect(missing.headers.get('access-control-allow-origin')).toBe('*');
      }
    });

    it('stay when another release runs', async () => {
      const releases = join(app.application.folder, 'public/widget-releases');
      await mkdir(join(releases, '3.2.0'));
      await writeFile(join(releases, '3.2.0/km.js'), 'before');
      const before = await app.get('/widgets/3.2.0/km.js');
      expect(await before.text()).toBe('before');
      expect(before.headers.get('cache-control')).toContain('immutable');
      for (const name of ['3.2.1', '3.2.1-0123456789']) {
        const kept = await readFile(join(releases, name, 'chunks/faq-list-AbCd1234.js'), 'utf8');
        expect(kept).toBe('export{}');
      }
    });

    it('may be asked for with any preflight', async () => {
      const answer = await app.get('/widgets/v1/km.js', { method: 'OPTIONS' });
      expect(answer.status).toBe(204);
      expect(answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
      expect((await app.get('/widgets/v1/km.js', { method: 'PUT' })).status).toBe(405);
    });
  });

  describe('uploads', () => {
    const upload = (name: string, content: string) =>
      writeFile(join(app.application.folder, 'public/uploads', name), content);

    it.each([
      ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
      ['a.html', '<script>alert(1)</script>'],
      ['a.xml', '<x/>'],
      ['a.js', 'alert(1)'],
      ['a', '<script>alert(1)</script>'],
      ['a.docx', 'PK'],
    ])('never act in our name: %s', async (name, content) => {
      await upload(name, content);
      const answer = await app.get(`/uploads/${name}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toBe('attachment');
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    });

    it.each([
      '/%75ploads/b.html',
      '/./uploads/b.html',
      '/x/../uploads/b.html',
      '/uploads%2fb.html',
      '/uploads/x/../b.html',
      '/uploads//b.html',
    ])('never act in our name by another spelling: %s', async (path) => {
      await upload('b.html', '<script>alert(1)</script>');
      const { status, headers } = await raw(path);
      if (status === 200) expect(headers['content-disposition']).toBe('attachment');
      expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    });

    it.each(['a.png', 'a.jpg', 'a.pdf'])('that are plainly shown are shown: %s', async (name) => {
      await upload(name, 'x');
      const answer = await app.get(`/uploads/${name}`, {
        headers: { Origin: 'https://a.example' },
      });
      expect(answer.headers.get('content-disposition')).toBeNull();
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    });
  });
});
