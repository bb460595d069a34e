import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityFindings, launch, openPage, overflow } from './browser.js';

const km = inject('km');
// Two ports of one name are one site to a browser; a number and a name are two.
const site = inject('site').replace('localhost', '127.0.0.1');
const email = 'journey@example.go.th';
const password = 'แมวกินปลาทู ริมคลอง 7';

interface CaughtMail {
  to: string[];
  text: string;
}

describe('a member, from the page of a province', () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launch(['--test-third-party-cookie-phaseout']);
    const opened = await openPage(browser, site);
    page = opened.page;
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  }, 120_000);
  afterAll(() => browser?.close());

  const menu = () => page.locator('km-member-menu');

  async function mail(): Promise<CaughtMail> {
    for (;;) {
      const mails = (await (await fetch(`${inject('mails')}/mails.json`)).json()) as CaughtMail[];
      const own = mails.filter(({ to }) => to.includes(email)).at(-1);
      if (own) return own;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  it('opens the window, whose password field stands on the knowledge bank alone', async () => {
    const [window] = await Promise.all([
      page.waitForEvent('popup'),
      menu().getByRole('button', { name: 'เข้าสู่ระบบ' }).click(),
    ]);
    await window.getByLabel('รหัสผ่าน').waitFor();
    expect(new URL(window.url()).origin).toBe(km);
    expect(await accessibilityFindings(window)).toEqual([]);
    expect(await page.locator('input[type=password]').count()).toBe(0);
    await window.close();
    await menu().getByRole('button', { name: 'เข้าสู่ระบบ' }).and(page.locator(':enabled')).waitFor();
  });

  it('registers, and confirms by the mail', async () => {
    const own = await page.context().newPage();
    await own.setViewportSize({ width: 360, height: 800 });
    await own.goto(`${km}/members/register`);
    expect(await accessibilityFindings(own)).toEqual([]);
    await own.getByRole('link', { name: 'ไม่ได้สังกัด อปท.' }).click();
    await own.getByLabel('อีเมล', { exact: true }).fill(email);
    await own.getByLabel('ชื่อที่แสดง').fill('สมหญิง เดินทาง');
    await own.getByLabel('ตำแหน่ง').fill('นักวิชาการเงินและบัญชี');
    await own.getByLabel('รหัสผ่าน').fill(password);
    await own.getByLabel(/ฉันได้อ่านและยอมรับ/).check();
    expect(await accessibilityFindings(own)).toEqual([]);
    expect(await overflow(own)).toBe(0);
    await own.getByRole('button', { name: 'สมัครสมาชิก' }).click();
    await own.getByRole('heading', { name: 'โปรดดูอีเมลของท่าน' }).waitFor({ timeout: 60_000 });
    const [url] = /http\S+\/members\/confirm\S+/.exec((await mail()).text) ?? [];
    await own.goto(url!);
    await own.getByRole('button', { name: /ยืนยันอีเมล/ }).click();
    await own.getByText('บัญชีพร้อมใช้งาน').waitFor();
    await own.goto(`${km}/members`);
    await own.getByRole('button', { name: 'ออกจากระบบ' }).click();
    await own.getByRole('heading', { name: 'เข้าสู่ระบบ' }).waitFor();
    await own.close();
  }, 120_000);

  it('signs in by the window, is told who asks, and is known on the page', async () => {
    const [window] = await Promise.all([
      page.waitForEvent('popup'),
      menu().getByRole('button', { name: 'เข้าสู่ระบบ' }).click(),
    ]);
    await window.getByLabel('อีเมล').fill(email);
    await window.getByLabel('รหัสผ่าน').fill(password);
    await window.getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
    await window.getByText('ยังไม่ได้ลงทะเบียน').waitFor({ timeout: 60_000 });
    expect(await window.getByText(new URL(site).host).count()).toBeGreaterThan(0);
    expect(await accessibilityFindings(window)).toEqual([]);
    const closed = window.waitForEvent('close');
    await window.getByRole('button', { name: /ดำเนินการต่อในชื่อ สมหญิง/ }).click();
    await closed;
    await menu()
      .getByRole('button', { name: /สมหญิง เดินทาง/ })
      .waitFor();
    expect(
      await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
    ).not.toMatch(/"[\w-]{43}"/);
    const cookies = await page.context().cookies(site);
    expect(cookies.filter(({ name }) => name.includes('member'))).toEqual([]);
    const findings = await accessibilityFindings(page);
    expect(findings.filter((line) => line.includes('km-member-menu'))).toEqual([]);
    expect(complaints).toEqual([]);
  }, 120_000);

  it('signs out on the page and in the window with it', async () => {
    await menu()
      .getByRole('button', { name: /สมหญิง เดินทาง/ })
      .click();
    await menu().getByRole('button', { name: 'ออกจากระบบ', exact: true }).click();
    await menu().getByRole('button', { name: 'เข้าสู่ระบบ' }).waitFor();
    const own = await page.context().newPage();
    await own.goto(`${km}/members`);
    await own.getByRole('heading', { name: 'เข้าสู่ระบบ' }).waitFor();
    await own.close();
  });
});
