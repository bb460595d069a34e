import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityFindings, launch, openPage } from './browser.js';

/** A village's page, which can be anything: its address is answered by the test. */
const village = 'http://village.example/';
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Opens a page of the village that shows one of our frames. */
async function openVillage(address: string, more = ''): Promise<Page> {
  const page = await browser.newPage({ locale: 'th-TH' });
  await page.route(village, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="th"><title>หมู่บ้าน</title>
        <iframe title="คลังความรู้" height="400" src="${inject('km')}${address}"></iframe>${more}`,
    })
  );
  await page.goto(village);
  return page;
}

const heightOf = (page: Page) =>
  page.evaluate(() => parseInt(document.querySelector('iframe')?.style.height ?? '', 10));

describe('a frame on the page of another origin', () => {
  it('grows with what is in it, and the page listens to nobody else', async () => {
    const script = `<script type="module" src="${inject('km')}/widgets/v1/km-frame.js"></script>`;
    const page = await openVillage('/embed/faq-list?limit=3', script);
    const question = page.frameLocator('iframe').locator('summary, [aria-expanded]').first();
    await question.waitFor();
    await expect.poll(() => heightOf(page), { timeout: 30_000 }).toBeGreaterThan(80);
    const closed = await heightOf(page);
    await question.click();
    await expect.poll(() => heightOf(page), { timeout: 30_000 }).toBeGreaterThan(closed + 30);
    const open = await heightOf(page);
    await page.evaluate(() => postMessage({ type: 'km-height', height: 5000 }, '*'));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(await heightOf(page)).toBe(open);
    await page.close();
  });

  it('stands in a sandbox and without a script of ours beside it', async () => {
    const { html } = await (
      await fetch(`${inject('km')}/oembed?url=${encodeURIComponent(`${inject('km')}/laws`)}`)
    ).json();
    const page = await browser.newPage({ locale: 'th-TH' });
    const body = `<!doctype html><html lang="th"><title>หมู่บ้าน</title>${html}`;
    await page.route(village, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body })
    );
    await page.goto(village);
    await page.frameLocator('iframe').getByRole('searchbox').waitFor();
    await page.close();
  });

  it.each(['manual-browser', 'law-library', 'faq-list', 'news-ticker', 'update-log'])(
    'of %s alone is sound',
    async (name) => {
      const { page, complaints } = await openPage(browser, `${inject('km')}/embed/${name}?limit=3`);
      await page.waitForLoadState('networkidle');
      expect(complaints).toEqual([]);
      const findings = await accessibilityFindings(page);
      // A frame is no page: what surrounds it has the heading and the landmarks.
      expect(
        findings.filter((one) => !/^(region|page-has-heading-one|landmark)/.test(one))
      ).toEqual([]);
      await page.context().close();
    }
  );
});
