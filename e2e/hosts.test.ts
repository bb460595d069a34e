import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityFindings, launch, openPage, overflow, untilLoaded } from './browser.js';

/** Websites of others that show the knowledge bank: each an example that one command starts. */
interface Example {
  origin: string;
  printed: string;
  stop(): Promise<void>;
}

async function start(name: string): Promise<Example> {
  const folder = mkdtempSync(join(tmpdir(), 'km-host-'));
  const child = spawn(
    process.execPath,
    ['start.mjs', `--km=${inject('km')}`, `--port=${randomInt(20_000, 30_000)}`],
    {
      cwd: join(import.meta.dirname, '..', 'examples', name),
      env: { ...process.env, KM_STATE: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    }
  );
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const printed = await new Promise<string>((resolve, reject) => {
    let text = '';
    const take = (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('Ctrl-C ends everything')) resolve(text);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    void ended.then((code) => reject(new Error(`${name} ended with ${code}:\n${text}`)));
  });
  const origin = /(http:\/\/localhost:\d+)\//.exec(printed)?.[1];
  if (!origin) throw new Error(`${name} printed no address:\n${printed}`);
  return {
    origin,
    printed,
    async stop() {
      child.kill('SIGINT');
      const code = await ended;
      rmSync(folder, { recursive: true, force: true });
      const isLeft = await fetch(origin).then(
        () => true,
        () => false
      );
      if (isLeft || code !== 0) throw new Error(`${name} ended with ${code} and left ${isLeft}.`);
    },
  };
}

/** The parts of the block editor's own scripts that stand for a user's hands. */
interface Editor {
  blocks: {
    createBlock(name: string, attributes: object): object;
    pasteHandler(pasted: { plainText: string; mode: 'BLOCKS' }): object[];
  };
  data: {
    dispatch(store: 'core/block-editor'): { insertBlocks(blocks: object[]): void };
    dispatch(store: 'core/editor'): { editPost(edits: object): void; savePost(): Promise<void> };
    select(store: 'core/editor'): { getPermalink(): string };
  };
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What axe finds in our elements; the page around them is not ours to mend. */
const findingsOfOurs = async (page: Page) =>
  (await accessibilityFindings(page)).filter((finding) => finding.includes('km-'));

describe('a website on WordPress', () => {
  let site: Example;
  // Long enough to install what is missing.
  beforeAll(async () => {
    site = await start('wordpress');
  }, 600_000);
  afterAll(() => site?.stop());

  /** The frame WordPress shows for an address, once it shows it. */
  async function untilFrameShows(page: Page) {
    const frame = page.locator('iframe.wp-embedded-content');
    // WordPress keeps it out of sight until it has heard from it.
    await expect.poll(() => frame.getAttribute('style'), { timeout: 30_000 }).toBeNull();
    await page.locator('blockquote.wp-embedded-content').waitFor({ state: 'hidden' });
    await frame.scrollIntoViewIfNeeded();
    return page.frameLocator('iframe.wp-embedded-content');
  }

  it('shows the code its admin pasted', async () => {
    const { page, complaints } = await openPage(browser, `${site.origin}/`);
    await untilLoaded(page, 'km-faq-list');
    const question = page
      .locator('km-faq-list')
      .getByRole('button', { name: /e-LAAS/ })
      .first();
    await question.click();
    expect(await question.getAttribute('aria-expanded')).toBe('true');
    expect(complaints).toEqual([]);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page)).toBe(0);
      expect(await findingsOfOurs(page)).toEqual([]);
    }
    await page.context().close();
  });

  it('shows a frame for an address in its editor', async () => {
    const { page, complaints } = await openPage(browser, `${site.origin}/laws/`);
    const frame = await untilFrameShows(page);
    const first = frame.getByRole('heading').getByRole('link').first();
    await first.waitFor();
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      const box = await page.locator('iframe').boundingBox();
      expect(box?.height).toBeGreaterThan(400);
      expect(box?.height).toBeLessThanOrEqual(1000);
      expect(box?.width).toBeGreaterThan(width === 360 ? 280 : 600);
      expect(await overflow(page)).toBe(0);
    }
    // In the sandbox of WordPress, without an origin: no storage, no windows, and no complaint.
    expect(await first.evaluate(() => origin)).toBe('null');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('follows links of the frame, which its sandbox would let lead nowhere', async () => {
    const { page } = await openPage(browser, `${site.origin}/laws/`);
    const frame = await untilFrameShows(page);
    await frame.getByRole('heading').getByRole('link').first().click();
    await frame.getByRole('link', { name: /PDF/ }).first().click();
    await expect.poll(() => page.url(), { timeout: 30_000 }).toContain(inject('km'));
    await page.context().close();
  });

  it('takes the tags from an author without the right to them, and leaves the link and frames', async () => {
    const { page, complaints } = await openPage(browser, `${site.origin}/manuals/`, { width: 360 });
    expect(await page.locator('km-faq-list, script[src*="km.js"]').count()).toBe(0);
    await page.locator(`a[href="${inject('km')}/faqs"]`).waitFor();
    const frame = await untilFrameShows(page);
    await frame.getByRole('searchbox').waitFor();
    expect(await overflow(page)).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('takes in its editor what the page for web admins writes', async () => {
    const { page: builder } = await openPage(browser, `${inject('km')}/embed`);
    await builder.getByLabel('บริการที่ต้องการแสดง').selectOption({ label: 'ดาวน์โหลดแบบฟอร์ม' });
    await builder.getByLabel('จำนวนรายการเมื่อเปิดหน้า').fill('2');
    const write = async (host: string) => {
      await builder.getByLabel('เว็บไซต์ของท่านสร้างด้วย').selectOption(host);
      return builder.locator('#embed-code').innerText();
    };
    const [code, address] = [await write('wordpress'), await write('wordpress-address')];
    await builder.context().close();

    const password = /webadmin\s+(\S+)/.exec(site.printed)![1]!;
    const { page } = await openPage(browser, `${site.origin}/wp-login.php`);
    await page.locator('#user_login').fill('webadmin');
    await page.locator('#user_pass').fill(password);
    await page.locator('#wp-submit').click();
    await page.waitForURL('**/wp-admin/**');
    await page.goto(`${site.origin}/wp-admin/post-new.php?post_type=page`);
    await page.waitForFunction(() => 'wp' in window && document.querySelector('.edit-post-layout'));
    const link = await page.evaluate(
      async ([pasted, url]) => {
        const { blocks, data } = (window as unknown as { wp: Editor }).wp;
        // What a paste of a lone address makes, and a Custom HTML block filled by hand.
        const made = [
          blocks.createBlock('core/html', { content: pasted }),
          ...blocks.pasteHandler({ plainText: url, mode: 'BLOCKS' }),
        ];
        data.dispatch('core/block-editor').insertBlocks(made);
        data.dispatch('core/editor').editPost({ title: 'แบบฟอร์ม', status: 'publish' });
        await data.dispatch('core/editor').savePost();
        return data.select('core/editor').getPermalink();
      },
      [code, address] as const
    );
    await page.goto(link);
    await untilLoaded(page, 'km-form-downloader');
    const frame = await untilFrameShows(page);
    await frame.locator('[part~="item"]', { hasText: 'KM-F01' }).waitFor();
    await page.context().close();
    // The editor takes its time to load where others work, too.
  }, 120_000);
});

describe('a website in Windows-874', () => {
  let site: Example;
  beforeAll(async () => {
    site = await start('php-windows-874');
  }, 600_000);
  afterAll(() => site?.stop());

  it('shows the elements in Thai, beside its own Thai', async () => {
    const { page, complaints } = await openPage(browser, `${site.origin}/`);
    for (const tag of ['km-news-ticker', 'km-faq-list', 'km-law-library', 'km-form-downloader'])
      await untilLoaded(page, tag);
    expect(await page.evaluate(() => [document.characterSet, document.compatMode])).toEqual([
      'windows-874',
      'BackCompat',
    ]);
    expect(await page.title()).toBe('องค์การบริหารส่วนตำบลทุ่งสาคร (เว็บไซต์สมมุติ)');
    const questions = page.locator('km-faq-list');
    await questions.getByRole('searchbox').fill('ฎีกา');
    await questions.getByRole('button', { name: /ฎีกา/ }).first().waitFor();
    expect(complaints).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(await findingsOfOurs(page)).toEqual([]);
    await page.context().close();
  });

  it('sends bytes of its time, and their Thai is the fallback without scripts', async () => {
    const answer = await fetch(`${site.origin}/`);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=windows-874');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.includes(Buffer.from([0xa1, 0xae, 0xcb, 0xc1, 0xd2, 0xc2]))).toBe(true);
    expect(bytes.includes('กฎหมาย')).toBe(false);
    const { page } = await openPage(browser, `${site.origin}/`, { javaScriptEnabled: false });
    expect(await page.locator('km-faq-list a').innerText()).toBe('คำถามที่พบบ่อยในคลังความรู้ e-LAAS');
    await page.context().close();
  });
});
