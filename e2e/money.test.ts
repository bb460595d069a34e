import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openPage, overflow, untilLoaded } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const province = '47';
const authority = '03470102';

describe('the pages of figures', () => {
  it.each([
    ['/fiscal', 'km-fiscal-chart', `authority=${authority}`],
    ['/fiscal', 'km-fiscal-chart', `province=${province}`],
    ['/subsidies', 'km-subsidy-table', `province=${province}`],
  ])('%s shows in <%s> what its address names: %s', async (path, tag, query) => {
    for (const width of [320, 1280]) {
      const address = `${inject('km')}${path}?${query}`;
      const { page, complaints } = await openPage(browser, address, { width });
      await untilLoaded(page, tag);
      expect(await page.locator(tag).getAttribute(query.split('=')[0]!)).toBe(query.split('=')[1]);
      expect(await page.locator(tag).textContent()).toBeDefined();
      // Everything the seed brings is invented, and says so.
      await page.locator(tag).getByText('ข้อมูลตัวอย่าง').first().waitFor();
      expect(await overflow(page)).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it('show on screen the sum the API answers', async () => {
    const answer = await fetch(
      `${inject('km')}/api/km/v1/fiscal/overview?level=authority&code=${authority}`
    );
    const { data } = await answer.json();
    expect(data.area.code).toBe(authority);
    const address = `${inject('km')}/fiscal?authority=${authority}`;
    const { page } = await openPage(browser, address);
    await untilLoaded(page, 'km-fiscal-chart');
    await page.locator('km-fiscal-chart').getByText(data.area.nameTh).first().waitFor();
    await page.context().close();
  });

  it.each(['/fiscal', '/subsidies'])('%s leads to files where no script runs', async (path) => {
    const { page } = await openPage(browser, inject('km') + path, { javaScriptEnabled: false });
    await page.locator('main a[href="/open-data"]').first().click();
    const links = page.locator('main a[href^="/api/"], main a[href^="/open-data/"]');
    for (const href of await links.evaluateAll((all) =>
      all.map((a) => (a as HTMLAnchorElement).href)
    )) {
      expect((await fetch(href)).status, href).toBe(200);
    }
    await page.context().close();
  });
});
