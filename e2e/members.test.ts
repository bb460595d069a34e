import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityFindings, openPage, overflow } from './browser.js';
import {
  confirm,
  launchWithoutForeignCookies,
  provincialPage,
  register,
  signInByWindow,
} from './joining.js';

const km = inject('km');
const site = provincialPage();
const newcomer = {
  email: 'journey@example.go.th',
  password: 'แมวกินปลาทู ริมคลอง 7',
  displayName: 'สมหญิง เดินทาง',
  position: 'นักวิชาการเงินและบัญชี',
};

describe('a member, from the page of a province', () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchWithoutForeignCookies();
    const opened = await openPage(browser, site);
    page = opened.page;
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  }, 120_000);
  afterAll(() => browser?.close());

  const menu = () => page.locator('km-member-menu');

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
    const own = await register(page.context(), newcomer, async (form) => {
      expect(await accessibilityFindings(form)).toEqual([]);
      expect(await overflow(form)).toBe(0);
    });
    await confirm(own, newcomer.email);
  }, 120_000);

  it('signs in by the window, is told who asks, and is known on the page', async () => {
    const open = () => menu().getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
    await signInByWindow(page, open, newcomer, async (window) => {
      await window.getByText('ยังไม่ได้ลงทะเบียน').waitFor();
      expect(await window.getByText(new URL(site).host).count()).toBeGreaterThan(0);
      expect(await accessibilityFindings(window)).toEqual([]);
    });
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
