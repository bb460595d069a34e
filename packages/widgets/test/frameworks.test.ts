import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, serve, startBank, type Site } from './sites.js';

const example = fileURLToPath(new URL('../../../examples/frameworks/', import.meta.url));
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

describe('built with the npm package', () => {
  let folder: string;
  let browser: Browser;
  let bank: Site;
  let site: Site;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'km-frameworks-'));
    bank = await startBank();
    const { env } = process;
    process.env = { ...env, NODE_ENV: 'production', VITE_KM_API: bank.origin };
    await build({
      root: example,
      configFile: join(example, 'vite.config.mjs'),
      logLevel: 'error',
      build: { outDir: folder },
    });
    process.env = env;
    site = await serve((path, response) => {
      const file = join(folder, path);
      if (!existsSync(file)) return void response.writeHead(204).end();
      response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
      response.end(readFileSync(file));
    });
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
    bank?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['react', 'vue', 'svelte'])(
    '%s shows the tags and changes their attributes',
    async (name) => {
      bank.requests.length = 0;
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (message) => {
        if (/error|warning/.test(message.type())) complaints.push(message.text());
      });
      await page.goto(`${site.origin}/${name}.html`);
      await page.getByRole('button', { name: /โอนงบประมาณรายจ่ายข้ามหมวด/ }).waitFor();
      await page.getByRole('button', { name: 'เพิ่มหนึ่งข้อ' }).click();
      await expect.poll(() => bank.requests.join('\n')).toContain('pageSize=4');
      expect(await page.locator('km-faq-list h2').count()).toBeGreaterThan(0);
      expect(await page.locator('km-status-strip').innerText()).toBe('');
      expect(complaints).toEqual([]);
      await page.close();
    }
  );
});
