import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launch } from './browser.js';
import type { Login } from './house.js';

/** Somebody who becomes a member in a journey. */
export interface Newcomer {
  email: string;
  password: string;
  displayName: string;
  position: string;
  /** Whether mails are to tell of replies. */
  wantsMail?: boolean;
}

/**
 * The provincial page at an address of another site than the knowledge bank's: two ports of one
 * name are one site to a browser; a number and a name are two.
 */
export const provincialPage = () => inject('site').replace('localhost', '127.0.0.1');

/** A browser that keeps no cookie for whoever is not the page itself. */
export function launchWithoutForeignCookies(): Promise<Browser> {
  return launch(['--test-third-party-cookie-phaseout']);
}

interface CaughtMail {
  to: string[];
  text: string;
}

/** The last mail to an address, once there is one that says what is looked for. */
export async function mailTo(email: string, saying = /./): Promise<CaughtMail> {
  for (let tries = 0; tries < 240; tries += 1) {
    const mails = (await (await fetch(`${inject('mails')}/mails.json`)).json()) as CaughtMail[];
    const own = mails.filter(({ to, text }) => to.includes(email) && saying.test(text)).at(-1);
    if (own) return own;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`No mail to ${email} says ${saying}.`);
}

/** Registers on the knowledge bank's own pages; answers the page that says to look at the mail. */
export async function register(
  context: BrowserContext,
  { email, displayName, position, password, wantsMail = false }: Newcomer,
  look: (page: Page) => Promise<void> = async () => undefined
): Promise<Page> {
  const own = await context.newPage();
  await own.setViewportSize({ width: 360, height: 800 });
  await own.goto(`${inject('km')}/members/register`);
  await look(own);
  await own.getByRole('link', { name: 'ไม่ได้สังกัด อปท.' }).click();
  await own.getByLabel('อีเมล', { exact: true }).fill(email);
  await own.getByLabel('ชื่อที่แสดง').fill(displayName);
  await own.getByLabel('ตำแหน่ง').fill(position);
  await own.getByLabel('รหัสผ่าน').fill(password);
  await own.getByLabel(/ฉันได้อ่านและยอมรับ/).check();
  if (wantsMail) await own.getByLabel(/ส่งอีเมลแจ้งเมื่อมีผู้ตอบ/).check();
  await look(own);
  await own.getByRole('button', { name: 'สมัครสมาชิก' }).click();
  await own.getByRole('heading', { name: 'โปรดดูอีเมลของท่าน' }).waitFor({ timeout: 60_000 });
  return own;
}

/** Confirms the address by the link of the mail, and signs out of the knowledge bank's own pages. */
export async function confirm(own: Page, email: string): Promise<void> {
  const link = /http\S+\/members\/confirm\S+/;
  const [url] = link.exec((await mailTo(email, link)).text) ?? [];
  await own.goto(url!);
  await own.getByRole('button', { name: /ยืนยันอีเมล/ }).click();
  await own.getByText('บัญชีพร้อมใช้งาน').waitFor();
  await own.goto(`${inject('km')}/members`);
  await own.getByRole('button', { name: 'ออกจากระบบ' }).click();
  await own.getByRole('heading', { name: 'เข้าสู่ระบบ' }).waitFor();
  await own.close();
}

/**
 * Signs in by the window something on a foreign page opens.
 *
 * @param open - Does what opens it.
 * @param look - Looks at the window while it says which site asks.
 */
export async function signInByWindow(
  page: Page,
  open: () => Promise<void>,
  { email, password, displayName }: Newcomer,
  look: (window: Page) => Promise<void> = async () => undefined
): Promise<void> {
  const [window] = await Promise.all([page.waitForEvent('popup'), open()]);
  await window.getByLabel('อีเมล').fill(email);
  await window.getByLabel('รหัสผ่าน').fill(password);
  await window.getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
  const go = window.getByRole('button', { name: `ดำเนินการต่อในชื่อ ${displayName}` });
  await go.waitFor({ timeout: 60_000 });
  await look(window);
  const closed = window.waitForEvent('close');
  await go.click();
  await closed;
}

/** What an administrator of the panel may ask the server. */
export async function administrator(login: Login) {
  const km = inject('km');
  const json = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${km}/admin/login`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(login),
  });
  const { data } = (await answer.json()) as { data: { accessToken?: string; token?: string } };
  const headers = { ...json, Authorization: `Bearer ${data.accessToken ?? data.token}` };
  return async <Answer>(path: string, body?: object): Promise<Answer> => {
    const asked = await fetch(`${km}/km${path}`, {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!asked.ok) throw new Error(`${path} answered ${asked.status}: ${await asked.text()}`);
    return (await asked.json()) as Answer;
  };
}
