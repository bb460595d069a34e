import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityFindings, launch, openPage, overflow } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  // The index is made once the server stands.
  const isReady = async () => {
    const answer = await fetch(`${inject('km')}/api/km/v1/search?q=โอนงบ`);
    return answer.ok && (await answer.json()).meta.total > 0;
  };
  while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 500));
}, 120_000);
afterAll(() => browser.close());

interface Hit {
  id: string;
  service: string;
  title: { text: string };
  file: { url: string; page: number | null; kind: string } | null;
}
const find = async (q: string): Promise<Hit[]> => {
  const answer = await fetch(`${inject('km')}/api/km/v1/search?q=${encodeURIComponent(q)}`);
  return (await answer.json()).data;
};
const hits = (page: Page) => page.locator('km-search-box [data-list] > li');

describe('search on the portal', () => {
  it('goes by keyboard from any page to an answer, and back', async () => {
    const { page, complaints } = await openPage(browser, `${inject('km')}/contact`);
    const field = page.getByRole('combobox');
    await field.focus();
    await page.keyboard.type('โอนงบประมาณไม่ได้');
    await page.keyboard.press('Enter');
    await hits(page).first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('โอนงบประมาณไม่ได้');
    const [first] = await find('โอนงบประมาณไม่ได้');
    const link = hits(page).first().getByRole('link').first();
    expect(await link.textContent()).toContain(first!.title.text);
    expect(await accessibilityFindings(page)).toEqual([]);
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${first!.id}*`);
    await page.goBack();
    await hits(page).first().waitFor();
    expect(await page.locator('[role=combobox]').inputValue()).toBe('โอนงบประมาณไม่ได้');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('opens a suggestion with the arrow keys', async () => {
    const { page } = await openPage(browser, inject('km'));
    await page.getByRole('combobox').focus();
    await page.keyboard.type('ว 59');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const chosen = page.getByRole('option', { selected: true });
    const words = (await chosen.textContent()) ?? '';
    expect(words).toContain('5912');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(laws\/|search\?)/);
    await page.context().close();
  });

  it.each(['ว5912', 'ว.๕๙๑๒', ';5912', 'มท 0808.4/ว 5912'])(
    'finds a letter by %s first',
    async (spelling) => {
      const address = `${inject('km')}/search?q=${encodeURIComponent(spelling)}`;
      const { page } = await openPage(browser, address);
      expect(await hits(page).first().textContent()).toContain('บัญชี');
      expect((await find(spelling))[0]!.service).toBe('law');
      await page.context().close();
    }
  );

  it('opens a PDF at the page the words are on', async () => {
    const { data } = await (await fetch(`${inject('km')}/api/km/v1/manuals?pageSize=50`)).json();
    const inPdf = async () => {
      for (const { title } of data as { title: string }[]) {
        const hit = (await find(title)).find(({ file }) => file?.kind === 'PDF' && file.page);
        if (hit) return { hit, q: title };
      }
      return null;
    };
    const found = await inPdf();
    if (!found) throw new Error('No sample PDF was found by its words.');
    const address = `${inject('km')}/search?q=${encodeURIComponent(found.q)}`;
    const { page } = await openPage(browser, address);
    const link = hits(page)
      .getByRole('link', { name: /เปิดที่หน้า/ })
      .first();
    const href = await link.getAttribute('href');
    expect(href).toMatch(/\.pdf#page=\d+$/);
    const file = await fetch(href!);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toContain('pdf');
    await page.context().close();
  });

  it('narrows by service, keeps that in the address, and widens again', async () => {
    const { page } = await openPage(browser, `${inject('km')}/search?q=งบประมาณ`);
    await hits(page).first().waitFor();
    await page.getByRole('button', { name: /^คู่มือ/ }).click();
    await page.waitForURL('**in=manual*');
    await page.getByRole('button', { name: 'คัดลอกลิงก์' }).waitFor();
    await page.reload();
    await hits(page).first().waitFor();
    const pressed = page.locator('km-search-box [aria-pressed=true]');
    expect(await pressed.textContent()).toContain('คู่มือ');
    await page.getByRole('button', { name: 'ทั้งหมด', exact: true }).click();
    await page.waitForURL((url) => !url.search.includes('in='));
    await page.context().close();
  });

  it('answers without JavaScript, a page after the other', async () => {
    const { page } = await openPage(browser, `${inject('km')}/contact`, {
      javaScriptEnabled: false,
    });
    await page.getByRole('textbox').fill('งบประมาณ');
    await page.getByRole('button', { name: 'ค้นหา' }).click();
    const [first] = await find('งบประมาณ');
    expect(await page.locator('.search-answer ol a').first().textContent()).toContain('งบประมาณ');
    expect(await page.content()).toContain(first!.id);
    await page.getByRole('link', { name: 'หน้าถัดไป' }).click();
    expect(await page.locator('.search-answer ol').getAttribute('start')).toBe('11');
    await page.context().close();
  });

  it.each([320, 1280])('says at %i px what to try when nothing is found', async (width) => {
    const address = `${inject('km')}/search?q=zzqqxx`;
    const { page, complaints } = await openPage(browser, address, { width });
    await page.getByText('ไม่พบผลลัพธ์สำหรับ').waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('search on a provincial page', () => {
  it('answers in the page under its strict policy', async () => {
    const { page, complaints } = await openPage(browser, inject('site'));
    await page.getByRole('combobox').first().focus();
    await page.keyboard.type('ฎีกา');
    await page.keyboard.press('Enter');
    await hits(page).first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(complaints).toEqual([]);
    expect(page.url()).not.toContain('q=');
    await page.context().close();
  });
});
