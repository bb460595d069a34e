import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityFindings, launch, openPage } from './browser.js';

let browser: Browser;
/** A village's website, on another origin. */
let village: Server;
let markup = '';
beforeAll(async () => {
  browser = await launch();
  village = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="th"><title>หมู่บ้าน</title>${markup}`);
  });
  await new Promise<void>((resolve) => village.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await browser.close();
  village.closeAllConnections();
  village.close();
});

/** Opens a page of the village with something in it. */
async function openVillage(inIt: string): Promise<Page> {
  markup = inIt;
  const { port } = village.address() as AddressInfo;
  const page = await browser.newPage({ locale: 'th-TH' });
  await page.goto(`http://127.0.0.1:${port}/`);
  return page;
}

const heightOf = (page: Page) =>
  page.evaluate(() => parseInt(document.querySelector('iframe')?.style.height ?? '', 10));

describe('a frame on the page of another origin', () => {
  it('grows with what is in it, and the page listens to nobody else', async () => {
    const page = await openVillage(
      `<iframe title="คลังความรู้" height="400" src="${inject('km')}/embed/faq-list?limit=3"></iframe>
      <script type="module" src="${inject('km')}/widgets/v1/km-frame.js"></script>`
    );
    const question = page.frameLocator('iframe').locator('summary, [aria-expanded]').first();
    await question.waitFor();
    await expect.poll(() => heightOf(page), { timeout: 30_000 }).toBeGreaterThan(80);
    const closed = await heightOf(page);
    await question.click();
    await expect.poll(() => heightOf(page), { timeout: 30_000 }).toBeGreaterThan(closed + 30);
    await page.evaluate(() => postMessage({ type: 'km-height', height: 5000 }, '*'));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(await heightOf(page)).not.toBe(5000);
    await page.close();
  });

  it('stands in a sandbox and without a script of ours beside it', async () => {
    const { html } = await (
      await fetch(`${inject('km')}/oembed?url=${encodeURIComponent(`${inject('km')}/laws`)}`)
    ).json();
    const page = await openVillage(html);
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
