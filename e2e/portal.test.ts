import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityFindings, launch, openPage, overflow } from './browser.js';

let browser: Browser;
/** A reader goes from page to page in one window. */
let page: Page;
let complaints: string[];
beforeAll(async () => {
  browser = await launch();
  ({ page, complaints } = await openPage(browser, inject('km')));
});
afterAll(() => browser.close());

async function go(path: string, width = 1280): Promise<void> {
  complaints.length = 0;
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
  await page.setViewportSize({ width, height: 900 });
  await page.goto(inject('km') + path);
}

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
    await go(path, 320);
    await page.waitForLoadState('networkidle');
    expect(await page.locator('h1').count()).toBe(1);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `${path} at ${width}`).toBe(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await accessibilityFindings(page), `${colorScheme} at ${width}`).toEqual([]);
      }
    }
    expect(complaints).toEqual([]);
  });

  it.each(services)('an item of /%s has its own address and title', async (service) => {
    const id = await firstId(service);
    await go(`/${service}/${id}`);
    await page.waitForLoadState('networkidle');
    const answer = await fetch(`${inject('km')}/api/km/v1/${service}/${id}`);
    const { data } = await answer.json();
    expect(await page.title()).toContain(data.citation ?? data.title ?? data.question);
    expect(complaints).toEqual([]);
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('lists the items of every service without JavaScript', async () => {
    const { page: plain } = await openPage(browser, inject('km'), { javaScriptEnabled: false });
    for (const service of services) {
      await plain.goto(`${inject('km')}/${service}`);
      const link = plain.locator(`a[href="/${service}/${await firstId(service)}"]`);
      expect(await link.count(), service).toBeGreaterThan(0);
    }
    await plain.context().close();
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
      await go(`/help/${part}`);
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
    }
  });

  it('prints an item with a sign that leads back to it, which the screen does not show', async () => {
    const path = `/faqs/${await firstId('faqs')}`;
    await go(path);
    const sign = page.locator('.print-qr');
    expect(await sign.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await sign.isVisible()).toBe(true);
    expect(await page.locator('.print-source').innerText()).toContain(inject('km') + path);
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
