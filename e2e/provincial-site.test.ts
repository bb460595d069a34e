import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityFindings, launch, openPage, overflow, untilLoaded } from './browser.js';

const tags = [
  'km-news-ticker',
  'km-update-log',
  'km-faq-list',
  'km-manual-browser',
  'km-law-library',
  'km-form-downloader',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function untilAllLoaded(page: Page) {
  for (const tag of tags) await untilLoaded(page, tag);
}

describe('a provincial site under a strict policy', () => {
  it.each([360, 1280])('shows all six services at %i px without a complaint', async (width) => {
    const { page, complaints } = await openPage(browser, inject('site'), { width });
    await untilAllLoaded(page);
    expect(complaints).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('is sent with the policy it promises', async () => {
    const km = inject('km');
    const answer = await fetch(inject('site'));
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'self'; script-src ${km}; connect-src 'self' ${km}; img-src 'self' ${km}; style-src 'self'`
    );
  });

  it('stores no cookie', async () => {
    const { page } = await openPage(browser, inject('site'));
    await untilAllLoaded(page);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it('shows the fallback links without JavaScript', async () => {
    const { page } = await openPage(browser, inject('site'), { javaScriptEnabled: false });
    for (const tag of tags) {
      expect(await page.locator(`${tag} a`).getAttribute('href'), tag).toContain(inject('km'));
    }
    await page.context().close();
  });

  it('keeps its place and says so in Thai when the API is down', async () => {
    const context = await browser.newContext({ locale: 'th-TH' });
    const page = await context.newPage();
    await page.route('**/api/km/v1/**', (route) => route.abort());
    await page.goto(inject('site'));
    const list = page.locator('km-faq-list');
    await list.scrollIntoViewIfNeeded();
    await list.locator('[part~="error"]').waitFor({ timeout: 30_000 });
    const retry = list.getByRole('button', { name: 'ลองใหม่' });
    await page.unroute('**/api/km/v1/**');
    await retry.click();
    await untilLoaded(page, 'km-faq-list');
    await context.close();
  });
});
