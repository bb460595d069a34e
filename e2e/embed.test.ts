import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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
});

describe('the same page in English', () => {
  it('is a step from the Thai one, and says everything in English', async () => {
    const thai = await openPage(browser, `${inject('km')}/embed`);
    await thai.page.getByRole('link', { name: 'English' }).click();
    await thai.page.waitForURL('**/en/embed');
    const { page: english } = thai;
    await english.getByLabel('Service to show').selectOption({ label: 'Questions and answers' });
    await english.getByLabel('Items at first').fill('3');
    await english.getByLabel('Menu of e-LAAS').selectOption({ index: 1 });
    await english.getByLabel('Your website is made with').selectOption('wordpress-classic');
    const written = await english.locator('#embed-code').innerText();
    expect(written).toContain('<!-- in the page -->');
    expect(written).toContain('Questions and answers</a>');
    await english.getByLabel('Address of the page').fill(inject('site'));
    await english.getByRole('button', { name: 'Check', exact: true }).click();
    await english.getByText('Nothing wrong was found').waitFor();
    await english.getByLabel('Address of the page').fill(`${inject('km')}/robots.txt`);
    await english.getByRole('button', { name: 'Check', exact: true }).click();
    await english.getByText('This is no web page but text/plain').waitFor();
    const words = await english.locator('main').innerText();
    expect(words.replace(/Thai \(ไทย\)/, '')).not.toMatch(/[ก-๙]/);
    expect(await accessibilityFindings(english)).toEqual([]);
    // The browser tells of the refusal itself.
    expect(thai.complaints.filter((text) => !text.includes('422'))).toEqual([]);
    await english.context().close();
  });
});

describe('the check of a page that does not show what it should', () => {
  const loader = `<script type="module" src="${inject('km')}/widgets/v1/km.js"></script>`;
  const tag = '<km-faq-list limit="3"></km-faq-list>';
  const start = '<!doctype html><html lang="th"><head><meta charset="utf-8"><title>เทศบาล</title>';
  /** A website with one fault on each page, its sources in UTF-8. */
  const pages: Record<string, { source: string; headers?: Record<string, string> }> = {
    '/sound': { source: `${start}${loader}</head><body>${tag}</body></html>` },
    '/policy': {
      source: `${start}${loader}</head><body>${tag}</body></html>`,
      headers: { 'content-security-policy': "default-src 'self'; img-src *" },
    },
    '/script': {
      source: `${start}<script src="${inject('km')}/widgets/v1/km.js"></script></head><body>${tag}</body></html>`,
    },
    '/code': {
      source: `${start}${loader}</head><body>${tag.replaceAll('<', '&lt;')}</body></html>`,
    },
    '/charset': {
      source: `${start}${loader}</head><body>${tag}</body></html>`,
      headers: { 'content-type': 'text/html; charset=tis-620' },
    },
  };
  let village: Server;
  let origin: string;
  beforeAll(async () => {
    village = createServer(({ url = '' }, response) => {
      const { source, headers } = pages[url] ?? { source: '' };
      response.writeHead(source ? 200 : 404, { 'content-type': 'text/html', ...headers });
      response.end(source);
    });
    await once(village.listen(0, '127.0.0.1'), 'listening');
    origin = `127.0.0.1:${(village.address() as AddressInfo).port}`;
  });
  afterAll(() => void village.close());

  const check = async (path: string) => {
    await page.getByLabel('ที่อยู่ของหน้าเว็บ').fill(`http://${origin}${path}`);
    await page.keyboard.press('Enter');
    await page.locator('#check-result', { hasText: path }).waitFor();
    return page.locator('#check-result strong').allInnerTexts();
  };

  it.each([
    [
      '/policy',
      `Content-Security-Policy ของเว็บไซต์ไม่อนุญาต ${inject('km')} ใน script-src, connect-src`,
    ],
    ['/script', 'บรรทัด script ไม่มี type="module"'],
    ['/code', 'โค้ดถูกแสดงเป็นข้อความ ไม่ได้ทำงานเป็นแท็ก'],
    ['/charset', 'หน้าเว็บประกาศรหัสอักขระ tis-620 แต่ไฟล์เป็นรหัสอื่น ข้อความไทยจึงอ่านไม่ออก'],
  ])('opens it by its address and names the fault: %s', async (path, fault) => {
    expect(await check(path)).toEqual([fault]);
  });

  it('finds none where there is none', async () => {
    expect(await check('/sound')).toEqual([]);
    expect(await page.locator('#check-result').innerText()).toContain('ไม่พบข้อผิดพลาด');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('says why a page cannot be opened, and what is no address', async () => {
    const told = page.locator('#check-result');
    await page.getByLabel('ที่อยู่ของหน้าเว็บ').fill(`http://${origin}/nothing`);
    await page.getByRole('button', { name: 'ตรวจสอบ', exact: true }).click();
    await told.getByText('ตอบด้วยสถานะ 404').waitFor();
    await page.getByLabel('ที่อยู่ของหน้าเว็บ').fill('เทศบาล ของเรา');
    await page.keyboard.press('Enter');
    await told.getByText('โปรดใส่ที่อยู่ของหน้าเว็บ').waitFor();
  });

  it('reads what was copied of a page nobody else can open', async () => {
    const copied = `https://village.example/
default-src 'self'; script-src 'self'
<html><head><title>หมู่บ้าน</title></head><body>
<script src="http://km.example.go.th/widgets/v1/km.js"></script>
<km-faqs></km-faqs></body></html>`;
    await page.getByText('หน้าเว็บที่ต้องเข้าสู่ระบบ').click();
    await page.getByLabel('โค้ดของหน้าเว็บ').fill(copied);
    await page.getByRole('button', { name: 'ตรวจโค้ดที่วาง' }).click();
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
