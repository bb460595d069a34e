import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityFindings, launch, openPage } from './browser.js';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  ({ page } = await openPage(browser, `${inject('km')}/embed`));
  page.setDefaultTimeout(60_000);
});
afterAll(() => browser.close());

const code = () => page.locator('#embed-code').innerText();

describe('the page where web admins choose an element', () => {
  it('shows what is chosen and writes it down for each kind of website', async () => {
    await page.getByLabel('บริการที่ต้องการแสดง').selectOption({ label: 'คำถามที่พบบ่อย' });
    await page.getByLabel('จำนวนรายการเมื่อเปิดหน้า').fill('3');
    await page.getByLabel('ระยะห่าง').selectOption({ label: 'กระชับ' });
    await page
      .frameLocator('#embed-preview')
      .locator('km-faq-list [aria-expanded]')
      .first()
      .waitFor();
    expect(await code()).toContain('<km-faq-list limit="3" density="compact">');
    await page.getByLabel('เว็บไซต์ของท่านสร้างด้วย').selectOption('iframe');
    expect(await code()).toContain(
      `src="${inject('km')}/embed/faq-list?limit=3&amp;density=compact"`
    );
  });

  it('finds the authority of whoever embeds figures', async () => {
    await page.getByLabel('บริการที่ต้องการแสดง').selectOption({ label: 'ภาพรวมการคลัง' });
    await page.getByLabel('อปท. ของท่าน').fill('เทศบาลนครสกลนคร');
    const found = page.locator('#embed-authorities option[value^="03470102"]');
    await found.waitFor({ state: 'attached' });
    await page.getByLabel('อปท. ของท่าน').fill((await found.getAttribute('value')) ?? '');
    await page.getByLabel('เว็บไซต์ของท่านสร้างด้วย').selectOption('html');
    expect(await code()).toContain('<km-fiscal-chart authority="03470102" density="compact">');
  });

  it('warns of a colour nobody can read, and picks the nearest that can be', async () => {
    await page.getByLabel('ใช้สีของหน่วยงาน').check();
    await page.getByLabel('สีของหน่วยงาน', { exact: true }).last().fill('#ffd500');
    await page.getByText(/^อ่านได้ยาก/).waitFor();
    await page.getByRole('button', { name: 'ใช้สีใกล้เคียงที่อ่านได้' }).click();
    await page.getByText(/^อ่านได้ชัด/).waitFor();
    expect(await code()).toMatch(/style="--km-accent: #(?!ffd500)[\da-f]{6}"/);
  });

  it('names in Thai what keeps a page from showing', async () => {
    const copied = `https://village.example/
default-src 'self'; script-src 'self'
<html><head><title>หมู่บ้าน</title></head><body>
<script src="http://km.example.go.th/widgets/v1/km.js"></script>
<km-faqs></km-faqs></body></html>`;
    await page.getByLabel('โค้ดของหน้าเว็บ').fill(copied);
    await page.getByRole('button', { name: 'ตรวจสอบ' }).click();
    const told = await page.locator('#check-result strong').allInnerTexts();
    expect(told).toEqual([
      'ไม่มีแท็กชื่อ <km-faqs>',
      'บรรทัด script ไม่มี type="module"',
      'หน้าเว็บเป็น https แต่เรียก script ด้วย http เบราว์เซอร์จึงไม่โหลดให้',
      'Content-Security-Policy ของเว็บไซต์ไม่อนุญาต https://km.example.go.th ใน script-src, connect-src, img-src',
      'หน้าเว็บไม่ประกาศรหัสอักขระ ข้อความไทยอาจอ่านไม่ออก',
    ]);
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});
