import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityFindings, launch, openPage, overflow, signIn } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('the builder in the panel', { timeout: 180_000 }, () => {
  it('shows an editor what is chosen, and the code to hand on', async () => {
    const { page, complaints } = await openPage(browser, `${inject('km')}/admin`);
    await signIn(page, inject('logins').editor);
    await page.getByRole('link', { name: 'นำไปแสดงบนเว็บไซต์' }).click();
    await page.getByRole('heading', { name: 'นำไปแสดงบนเว็บไซต์', level: 1 }).waitFor();

    const builder = page.frameLocator('main iframe');
    await builder.getByLabel('บริการที่ต้องการแสดง').selectOption({ label: 'คำถามที่พบบ่อย' });
    await builder.getByLabel('จำนวนรายการเมื่อเปิดหน้า').fill('3');
    expect(await builder.locator('#embed-code').innerText()).toContain('<km-faq-list limit="3">');
    // The preview is a frame within the frame, and the check of a page runs there too.
    await builder
      .frameLocator('#embed-preview')
      .locator('km-faq-list [aria-expanded]')
      .first()
      .waitFor();
    await builder.getByLabel('ที่อยู่ของหน้าเว็บ').fill(inject('site'));
    await builder.getByRole('button', { name: 'ตรวจสอบ' }).click();
    await builder.getByText('ไม่พบข้อผิดพลาด').waitFor();

    // The panel has a head of its own, and alone has a bar to scroll by.
    for (const name of ['banner', 'contentinfo'] as const) {
      expect(await builder.getByRole(name).count()).toBe(0);
    }
    const frame = page.locator('main iframe');
    const fits = () =>
      frame.evaluate((element: HTMLIFrameElement) => {
        const { scrollHeight } = element.contentDocument!.documentElement;
        return Math.abs(scrollHeight - element.clientHeight) < 2;
      });
    await expect.poll(fits, { timeout: 15_000 }).toBe(true);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page)).toBe(0);
      const findings = await accessibilityFindings(page);
      // Strapi's own banner stands outside every landmark; the rest of the page is ours.
      expect(findings.filter((finding) => !finding.startsWith('region:'))).toEqual([]);
    }
    expect(complaints.filter((text) => /content security|frame/i.test(text))).toEqual([]);
    await page.context().close();
  });
});
