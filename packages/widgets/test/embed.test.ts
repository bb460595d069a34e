import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, serve, startBank, type Site } from './sites.js';

/** Nothing but what the README asks a strict page to allow. */
const startPage = (bank: Site, body: string) =>
  serve((_path, response) => {
    const policy = [
      "default-src 'self'",
      `script-src ${bank.origin}`,
      `connect-src ${bank.origin}`,
      `img-src 'self' ${bank.origin}`,
      "style-src 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; ');
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
    });
    response.end(`<!doctype html><html lang="th"><title>เทศบาล</title><body>${body}</body></html>`);
  });

describe('the files a page embeds', () => {
  let browser: Browser;
  let bank: Site;
  const pages: Site[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launch();
  }, 60_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    bank = await startBank();
    complaints.length = 0;
  });
  afterEach(async () => {
    // Pages left open would go on asking, and complain in the next test.
    for (const context of browser.contexts()) await context.close();
    bank.close();
    for (const page of pages.splice(0)) page.close();
  });

  const visit = async (body: string): Promise<Page> => {
    const site = await startPage(bank, body);
    pages.push(site);
    const page = await browser.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/favicon/.test(message.location().url)) {
        complaints.push(message.text());
      }
    });
    await page.goto(site.origin);
    return page;
  };
  const script = () => `<script type="module" src="${bank.origin}/widgets/v1/km.js"></script>`;
  const files = () =>
    bank.requests.filter((path) => path.startsWith('/widgets/')).map((path) => path.split('/')[3]);

  it('work on a page of another origin with a strict policy, from one script tag', async () => {
    const page = await visit(`<km-faq-list></km-faq-list>${script()}`);
    await page.getByRole('button', { name: /โอนงบประมาณรายจ่ายข้ามหมวด/ }).click();
    await page.getByText('ยอดงบประมาณคงเหลือ', { exact: true }).waitFor();
    // The related documents of this bank are missing; the console of a browser says so itself.
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });

  it('draw charts by what is left of Chart.js, under the same policy', async () => {
    const page = await visit(`<km-fiscal-chart authority="03470102"></km-fiscal-chart>${script()}`);
    await page.getByText('ทุก 100 บาท มาจาก').waitFor();
    // Each side's own colour is on the canvas: at least its line is.
    await expect
      .poll(() =>
        page.evaluate(() => {
          const canvas = document
            .querySelector('km-fiscal-chart')!
            .shadowRoot!.querySelector('canvas');
          if (!canvas?.width) return [];
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
          const count = (red: number, green: number, blue: number) => {
            let dots = 0;
            for (let at = 0; at < data.length; at += 4) {
              if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) dots++;
            }
            return dots > 200;
          };
          return [count(0x0b, 0x57, 0xa4), count(0xa8, 0x4a, 0x00)];
        })
      )
      .toEqual([true, true]);
    expect(complaints).toEqual([]);
    expect(files()).not.toContain('map-view.js');
  });

  it('are only those the page needs, each once', async () => {
    const page = await visit(`<km-faq-list></km-faq-list><km-faq-list></km-faq-list>${script()}`);
    await page
      .getByRole('button', { name: /โอนงบประมาณ/ })
      .first()
      .waitFor();
    expect(files().sort()).toEqual([
      'base.js',
      'blocks.js',
      'faq-list.js',
      'feedback.js',
      'km.js',
      'shared.js',
    ]);
  });

  it('find a tag that comes later', async () => {
    const page = await visit(`<main></main>${script()}`);
    await page.evaluate(() => {
      document.querySelector('main')!.append(document.createElement('km-faq-list'));
    });
    await page.getByRole('button', { name: /โอนงบประมาณ/ }).waitFor();
  });

  it('do no harm when two copies are loaded', async () => {
    const second = `<script type="module" src="${bank.origin}/widgets/v1/km.js?again"></script>`;
    const page = await visit(`<km-faq-list></km-faq-list>${script()}${second}`);
    await page.getByRole('button', { name: /โอนงบประมาณ/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('read from the address the script tag names', async () => {
    const tag = script().replace('src=', `data-api="${bank.origin}/elsewhere" src=`);
    await visit(`<km-faq-list></km-faq-list>${tag}`);
    await expect
      .poll(() => bank.requests.find((path) => path.includes('/api/')))
      .toBe('/elsewhere/api/km/v1/faqs?pageSize=10');
  });

  it('leave the page its own words when they cannot be loaded', async () => {
    const tag = script().replace('km.js', 'gone.js');
    const page = await visit(`<km-faq-list><p>ติดต่อกองคลัง</p></km-faq-list>${tag}`);
    await page.getByText('ติดต่อกองคลัง').waitFor();
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });

  it('fetch English only for a page that asks for it', async () => {
    const page = await visit(`<km-faq-list lang="en"></km-faq-list>${script()}`);
    await page.getByRole('button', { name: 'Open all answers' }).waitFor();
    expect(files()).toContain('en.js');
  });
});
