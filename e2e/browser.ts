import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8'
);

/** A headless Chromium that asks nobody but us. */
export function launch(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}

/** A page that remembers everything its console and its policy complained of. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1280, height = 900, javaScriptEnabled = true } = {}
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'th-TH',
    javaScriptEnabled,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url, { waitUntil: 'load' });
  return { page, complaints };
}

/** Signs into the admin panel, whose pages take their time to load. */
export async function signIn(
  page: Page,
  { email, password }: { email: string; password: string }
): Promise<void> {
  page.setDefaultTimeout(90_000);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
}

/** What axe finds wrong on the page as it stands, one line a finding. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // Through the debugger: the page's own policy allows no foreign script, and must not be loosened.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Nobody asks for what is right, and to write it down takes a third of the time.
      resultTypes: ['violations'],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
    );
  });
}

/** Widths of the page and of its window; equal unless something sticks out. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** Waits until a widget shows what the API gave it. */
export async function untilLoaded(page: Page, tag: string): Promise<void> {
  const widget = page.locator(tag);
  // While nothing has arrived the page's own words stand in the slot.
  const isLoaded = () =>
    page.evaluate((name) => {
      const root = document.querySelector(name)?.shadowRoot;
      const slot = root?.querySelector('slot:not([name])');
      const isQuiet = root?.querySelector('[part~="base"][aria-busy="false"]');
      return !!isQuiet && slot instanceof HTMLSlotElement && slot.hidden;
    }, tag);
  const until = Date.now() + 45_000;
  do {
    // Again and again, as a reader would: what loads above pushes it out of sight, and one that
    // waits to be seen would wait for ever.
    await widget.scrollIntoViewIfNeeded();
    if (await isLoaded()) return;
    await page.waitForTimeout(250);
  } while (Date.now() < until);
  const text = await widget.evaluate((element) => element.shadowRoot?.textContent);
  throw new Error(`${tag} does not show what the API gave it: ${text?.replace(/\s+/g, ' ')}`);
}
