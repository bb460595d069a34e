import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorOf, paragraph } from '../../../test/editor';
import { startApp, type TestApp } from '../../../test/start-app';
import { oembedAnswer } from './oembed';

describe('frames and oEmbed', () => {
  let folder: string;
  let app: TestApp;
  let id: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'km-embed-'));
    const widgets = join(folder, 'widgets');
    await mkdir(widgets);
    await writeFile(join(folder, 'index.html'), '<title>x</title>');
    app = await startApp({ plugin: { portalDir: folder, widgetsDir: widgets } });
    id = await editorOf(app.strapi).publish('faq', {
      question: 'โอนงบ <b>"ข้ามหมวด"</b>',
      answer: [paragraph('ตรวจสอบยอด')],
    });
  });
  afterAll(async () => {
    await app?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('show one element with its fallback, on any page, under a policy of their own', async () => {
    const answer = await app.get('/embed/faq-list?limit=5&theme=dark&topic=budget&accent=6b2c91');
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain('frame-ancestors *');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('x-frame-options')).toBeNull();
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    const page = await answer.text();
    expect(page).toContain('<km-faq-list heading-level="2" topic="budget" limit="5" theme="dark">');
    expect(page).toContain(`<a href="/faqs/${id}">`);
    expect(page).toMatch(/<title>คำถามที่พบบ่อย/);
    expect(page).not.toContain('<b>');
  });

  it('are kept by one spelling of their address', async () => {
    await app.get('/embed/faq-list?limit=7&lang=en');
    const again = await app.get('/embed/faq-list?lang=en&limit=7');
    expect(again.headers.get('x-km-cache')).toBe('hit');
  });

  it.each([
    ['/embed/faq-list?limit=0', 'limit'],
    ['/embed/faq-list?limit=5&limit=6', '?'],
    ['/embed/faq-list?onload=alert(1)', 'onload'],
    ['/embed/faq-list?theme=pink', 'theme'],
    ['/embed/faq-list?topic=%22%3E%3Cscript%3E', 'topic'],
    ['/embed/fiscal-chart?authority=1', 'authority'],
    ['/oembed', 'url'],
    ['/oembed?url=javascript:alert(1)', 'url'],
    ['/oembed?maxwidth=0&url=https://a.example', 'maxwidth'],
  ])('refuse %s and name what is wrong', async (path, name) => {
    const answer = await app.get(path);
    expect(answer.status).toBe(400);
    const { error } = (await answer.json()) as { error: { details: { parameters: string[] } } };
    expect(error.details.parameters).toEqual([name]);
  });

  it.each([
    '/embed/nothing',
    '/embed/',
    '/embed/faq-list/x',
    `/embed/faq-list?item=${'a'.repeat(24)}`,
  ])('are not there: %s', async (path) => {
    expect((await app.get(path)).status).toBe(404);
  });

  const ask = (path: string, more = '') =>
    app.get(`/oembed?url=${encodeURIComponent(app.origin + path)}${more}`);

  it('turn a pasted address of a document into its frame', async () => {
    const answer = await ask(`/faqs/${id}`, '&maxwidth=600&maxheight=300&format=json&dnt=1');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const found = oembedAnswer.parse(await answer.json());
    expect(found).toMatchObject({ type: 'rich', width: 600, height: 300 });
    expect(found.html).toContain(`src="${app.origin}/embed/faq-list?item=${id}"`);
    expect(found.html).toContain('title="โอนงบ &lt;b&gt;&quot;ข้ามหมวด');
    expect(found.html).not.toContain('<b>');
    expect((await app.get(`/embed/faq-list?item=${id}`)).status).toBe(200);
  });

  it('turn a list into a frame and any other page into a link', async () => {
    expect(oembedAnswer.parse(await (await ask('/manuals')).json()).type).toBe('rich');
    const home = oembedAnswer.parse(await (await ask('/')).json());
    expect(home.type).toBe('link');
    expect(home.html).toBeUndefined();
  });

  it('turn the address of a frame into that frame, as it was chosen', async () => {
    const path = '/embed/faq-list?limit=5&accent=6b2c91';
    const found = oembedAnswer.parse(await (await ask(path)).json());
    expect(found).toMatchObject({ type: 'rich', title: 'คำถามที่พบบ่อย · คลังความรู้ e-LAAS' });
    expect(found.html).toContain(`src="${app.origin}/embed/faq-list?limit=5&amp;accent=6b2c91"`);
    expect(found.html).toContain(`<a href="${app.origin}/faqs">`);
    expect(await (await app.get(path)).text()).toContain(
      `type="application/json+oembed" href="${app.origin}/oembed?url=${encodeURIComponent(app.origin + path)}"`
    );
    expect((await ask('/embed/search-box')).status).toBe(200);
    expect((await ask('/embed/faq-list?limit=0')).status).toBe(400);
    expect((await ask(`/embed/faq-list?item=${'a'.repeat(24)}`)).status).toBe(404);
  });

  it('know no address but their own, and no format but one', async () => {
    expect((await app.get('/oembed?url=https://elsewhere.example/faqs')).status).toBe(404);
    expect((await ask('/nothing')).status).toBe(404);
    expect((await ask('/faqs', '&format=xml')).status).toBe(501);
  });
});
