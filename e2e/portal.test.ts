import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityFindings, launch, openPage, overflow } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const services = ['manuals', 'laws', 'faqs', 'news', 'updates', 'forms'];
const pages = [
  '/',
  ...services.map((service) => `/${service}`),
  '/search?q=โอนงบ',
  '/fiscal',
  '/subsidies',
  '/open-data',
  '/help',
  '/help/readers',
  '/help/members',
  '/help/web-admins',
  '/help/editors',
  '/embed',
  '/privacy',
  '/policy',
  '/contact',
  '/accessibility',
  '/sitemap',
];

const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });

async function firstId(service: string): Promise<string> {
  const answer = await fetch(`${inject('km')}/api/km/v1/${service}?pageSize=1`);
  return (await answer.json()).data[0].id;
}

describe('the portal', () => {
  it('is valid HTML on every page, as the server sends it', async () => {
    const items = await Promise.all(
      services.map(async (name) => `/${name}/${await firstId(name)}`)
    );
    for (const path of [...pages, ...items, '/threads', '/embed/faq-list', '/nowhere']) {
      const source = await (await fetch(inject('km') + path)).text();
      const { results } = await validator.validateString(source, path);
      const found = results.flatMap(({ messages }) =>
        messages.map(({ message, line }) => `${path}:${line} ${message}`)
      );
      expect(found).toEqual([]);
    }
  });

  it.each(pages)('%s is sound at 320 px and 1280 px', async (path) => {
    const { page, complaints } = await openPage(browser, inject('km') + path, { width: 320 });
    await page.waitForLoadState('networkidle');
    expect(await page.locator('h1').count()).toBe(1);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `${path} at ${width}`).toBe(0);
      expect(await accessibilityFindings(page), `${path} at ${width}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityFindings(page), 'dark').toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(services)('an item of /%s has its own address and title', async (service) => {
    const id = await firstId(service);
    const { page, complaints } = await openPage(browser, `${inject('km')}/${service}/${id}`);
    await page.waitForLoadState('networkidle');
    const answer = await fetch(`${inject('km')}/api/km/v1/${service}/${id}`);
    const { data } = await answer.json();
    expect(await page.title()).toContain(data.citation ?? data.title ?? data.question);
    expect(complaints).toEqual([]);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.context().close();
  });

  it.each(services)('/%s lists its items without JavaScript', async (service) => {
    const { page } = await openPage(browser, `${inject('km')}/${service}`, {
      javaScriptEnabled: false,
    });
    const id = await firstId(service);
    expect(await page.locator(`a[href="/${service}/${id}"]`).count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('says of invented content that it is, where no script runs too', async () => {
    const mark = '[ข้อมูลตัวอย่าง]';
    const item = await fetch(`${inject('km')}/news/${await firstId('news')}`);
    const html = await item.text();
    expect(item.headers.get('x-robots-tag')).toBe('noindex');
    expect(html).toContain(`<title>${mark}`);
    expect(html).toContain(`<h2>${mark}`);
    expect(await (await fetch(`${inject('km')}/news`)).text()).toContain(`>${mark}`);
    for (const feed of ['news', 'updates']) {
      const atom = await (await fetch(`${inject('km')}/api/km/v1/${feed}.atom`)).text();
      expect(atom.match(/<entry>/g)).toHaveLength(atom.split(`<title>${mark}`).length - 1);
    }
    const real = await fetch(`${inject('km')}/api/km/v1/laws/lookup?number=ว5912`);
    const { data } = await real.json();
    const page = await fetch(`${inject('km')}/laws/${data[0].id}`);
    expect(page.headers.get('x-robots-tag')).toBeNull();
    expect(await page.text()).not.toContain(mark);
  });

  it('shows every picture of the manual, undistorted', async () => {
    for (const part of ['readers', 'members', 'web-admins', 'editors']) {
      const { page, complaints } = await openPage(browser, `${inject('km')}/help/${part}`);
      const pictures = page.locator('figure img');
      for (const picture of await pictures.all()) {
        await picture.scrollIntoViewIfNeeded();
        const [shown, given] = await picture.evaluate((image: HTMLImageElement) =>
          image.decode().then(() => [
            [image.naturalWidth, image.naturalHeight],
            [image.width, image.height],
          ])
        );
        expect(shown![0]! / shown![1]!).toBeCloseTo(given![0]! / given![1]!, 1);
      }
      expect(await pictures.count()).toBeGreaterThan(3);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it('prints an item with a sign that leads back to it, which the screen does not show', async () => {
    const address = `${inject('km')}/faqs/${await firstId('faqs')}`;
    const { page } = await openPage(browser, address);
    const sign = page.locator('.print-qr');
    expect(await sign.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await sign.isVisible()).toBe(true);
    expect(await page.locator('.print-source').innerText()).toContain(address);
    await page.context().close();
  });

  it('answers 404 for what is not there, with a way on', async () => {
    for (const path of ['/nothing', '/manuals/aaaaaaaaaaaaaaaaaaaaaaaa']) {
      const answer = await fetch(inject('km') + path, { headers: { Accept: 'text/html' } });
      expect(answer.status, path).toBe(404);
      expect(await answer.text()).toContain('href="/"');
    }
  });

  it('names every public page in its sitemap', async () => {
    const xml = await (await fetch(`${inject('km')}/sitemap.xml`)).text();
    for (const service of services) {
      expect(xml).toContain(`/${service}/${await firstId(service)}</loc>`);
    }
  });
});
