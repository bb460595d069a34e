import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, readBuilt, serve, startBank, type Answer, type Site } from './sites.js';

const require = createRequire(import.meta.url);
const question = /โอนงบประมาณรายจ่ายข้ามหมวด/;
/** Thai as Windows-874 and TIS-620 write it: one byte a character. */
const encodeThai = (text: string) =>
  Buffer.from(
    [...text].map((sign) => sign.charCodeAt(0)).map((code) => (code < 128 ? code : code - 0x0d60))
  );

describe('a page of another host', () => {
  let browser: Browser;
  let bank: Site;
  const sites: Site[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launch();
  }, 60_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    bank = await startBank();
    complaints.length = 0;
  });
  afterEach(async () => {
    // Pages left open would go on asking, and complain in the next test.
    for (const context of browser.contexts()) await context.close();
    bank.close();
    for (const site of sites.splice(0)) site.close();
  });

  /** Opens a page that another server sends: markup as it is, or an answer of its own. */
  const visit = async (
    page: string | Buffer | Answer,
    headers: Record<string, string> = {},
    host = 'localhost'
  ): Promise<Page> => {
    const site = await serve((path, response) => {
      if (path === '/favicon.ico') return void response.writeHead(204).end();
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
      if (typeof page === 'function') page(path, response);
      else response.end(page);
    });
    sites.push(site);
    const tab = await browser.newPage();
    tab.on('pageerror', ({ message }) => complaints.push(message));
    tab.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(message.text());
    });
    await tab.goto(`http://${host}:${site.port}/folder/page.html`);
    return tab;
  };
  const script = (attributes = '') =>
    `<script type="module" ${attributes} src="${bank.origin}/widgets/v1/km.js"></script>`;
  const html = (body: string, head = '') =>
    `<!doctype html><html lang="th"><head><title>เทศบาล</title>${head}</head><body>${body}</body></html>`;
  const shows = (page: Page) => page.getByRole('button', { name: question }).first().waitFor();
  const asked = (part: string) => bank.requests.filter((path) => path.includes(part)).length;

  describe('may be', () => {
    it('below another base', async () => {
      const page = await visit(
        html(`<km-faq-list></km-faq-list>${script()}`, '<base href="https://elsewhere.test/x/">')
      );
      await shows(page);
      expect(complaints).toEqual([]);
    });

    it('of the days before doctypes', async () => {
      const page = await visit(
        `<html><body style="font: 23px serif; color: rgb(1, 2, 3)"><km-subsidy-table authority="05470105"></km-subsidy-table>${script()}`
      );
      const cell = page.locator('km-subsidy-table td').first();
      await cell.waitFor();
      expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat');
      // Such pages give tables a size, a weight and a colour of their own.
      const style = await cell.evaluate((element) => {
        const { fontSize, color } = getComputedStyle(element);
        const root = getComputedStyle(element.closest('.root')!);
        return { fontSize, color, same: color === root.color, rootSize: root.fontSize };
      });
      expect(style.rootSize).toBe('23px');
      expect(parseFloat(style.fontSize)).toBeGreaterThan(18);
      expect(style.same).toBe(true);
    });

    it.each(['windows-874', 'tis-620'])('written in %s', async (charset) => {
      const page = await visit(
        encodeThai(
          `<html><head><title>เทศบาล</title></head><body><p id="own">ภาษาไทยของหน้า</p>
          <km-search-box href="/find.php"></km-search-box><km-faq-list></km-faq-list>${script()}`
        ),
        { 'Content-Type': `text/html; charset=${charset}` }
      );
      await shows(page);
      expect(await page.locator('#own').textContent()).toBe('ภาษาไทยของหน้า');
      await page.getByRole('button', { name: question }).click();
      await page.getByText('ยอดงบประมาณคงเหลือ', { exact: true }).waitFor();
      await page.locator('km-faq-list input').fill('เบิกเงิน');
      await expect
        .poll(() => bank.requests.find((path) => path.includes('q=')))
        .toContain(encodeURIComponent('เบิกเงิน'));
    });

    it('http from end to end, where browsers offer less', async () => {
      const body = `<km-faq-list></km-faq-list><script type="module" src="http://km.test:${bank.port}/widgets/v1/km.js"></script>`;
      const page = await visit(html(body), {}, 'www.sakon.test');
      await shows(page);
      expect(await page.evaluate(() => isSecureContext)).toBe(false);
      await page.getByRole('button', { name: question }).click();
      await page.getByRole('button', { name: 'คัดลอกลิงก์' }).click();
      await page.getByText('คัดลอกแล้ว').waitFor();
    });
  });

  describe('may bring', () => {
    it('jQuery that puts the tag in, and the styles of Bootstrap 3 and 5', async () => {
      const bootstrap = [3, 5].map((version) =>
        readFileSync(
          require.resolve(`bootstrap${version === 3 ? '3' : ''}/dist/css/bootstrap.min.css`),
          'utf8'
        )
      );
      const jquery = readFileSync(require.resolve('jquery/dist/jquery.min.js'), 'utf8');
      const page = await visit(
        html(
          `<div id="place"></div>${script()}<script>${jquery}</script>
          <script>$(function () { $('#place').html('<km-faq-list></km-faq-list>'); });</script>`,
          bootstrap.map((style) => `<style>${style}</style>`).join('')
        )
      );
      await shows(page);
      const button = await page
        .getByRole('button', { name: question })
        .evaluate((element) => getComputedStyle(element).textAlign);
      expect(['left', 'start']).toContain(button);
      expect(complaints).toEqual([]);
    });

    it('styles that shout at everything', async () => {
      const style = `* { box-sizing: content-box !important; letter-spacing: 8px !important; color: red !important;
        text-transform: uppercase !important; text-align: right !important; visibility: visible; line-height: 1 !important;
        font: 40px fantasy !important; direction: ltr; word-break: break-all !important; white-space: nowrap !important }
        table { width: 10px !important; border-collapse: collapse } button { display: none !important }
        input, select { appearance: none; height: 2px !important } h3 { display: none !important }`;
      const page = await visit(
        html(`<km-faq-list></km-faq-list>${script()}`, `<style>${style}</style>`)
      );
      await shows(page);
      const found = await page.locator('km-faq-list .root').evaluate((element) => {
        const { color, letterSpacing, textTransform, whiteSpace, wordBreak } =
          getComputedStyle(element);
        return { color, letterSpacing, textTransform, whiteSpace, wordBreak };
      });
      expect(found).toEqual({
        color: 'rgb(23, 32, 46)',
        letterSpacing: 'normal',
        textTransform: 'none',
        whiteSpace: 'normal',
        wordBreak: 'normal',
      });
    });

    it('a library that gives Array.from another meaning', async () => {
      const moo = `Array.from = function (item) { return item == null ? [] : typeof item.length == 'number' && typeof item != 'string' ? Array.prototype.slice.call(item) : [item]; };`;
      const page = await visit(
        html(
          `<script>${moo}</script><km-faq-list></km-faq-list><km-subsidy-table authority="05470105"></km-subsidy-table>${script()}`
        )
      );
      await shows(page);
      await page.locator('km-subsidy-table td').first().waitFor();
      expect(complaints).toEqual([]);
    });

    it('another copy of lit that has taken its name, with Trusted Types enforced', async () => {
      const page = await visit(
        html(
          `<script nonce="n1">trustedTypes.createPolicy('lit-html', { createHTML: (text) => text });</script>
          <km-faq-list></km-faq-list>${script()}`
        ),
        {
          'Content-Security-Policy': `script-src 'nonce-n1' ${bank.origin}; require-trusted-types-for 'script'; trusted-types lit-html km-laas`,
        }
      );
      await shows(page);
    });

    it.each([
      ['a nonce', `script-src 'nonce-n1'`],
      ['a nonce and strict-dynamic', `script-src 'nonce-n1' 'strict-dynamic'`],
    ])('a policy that goes by %s', async (_name, policy) => {
      const page = await visit(html(`<km-faq-list></km-faq-list>${script('nonce="n1"')}`), {
        'Content-Security-Policy': `default-src 'none'; ${policy}; style-src 'self'; connect-src ${bank.origin}`,
      });
      await shows(page);
      expect(complaints).toEqual([]);
    });
  });

  it('may name an address nobody can read, without harm to the tags beside it', async () => {
    const page = await visit(
      html(`<km-news-ticker api="http://"></km-news-ticker><km-faq-list></km-faq-list>${script()}`)
    );
    await shows(page);
    await expect.poll(() => complaints.join('\n')).toContain('expected e.g. api=');
    expect(complaints.filter((told) => !told.includes('expected e.g. api='))).toEqual([]);
  });

  describe('may put the tag', () => {
    it('into the shadow of an element that is defined later, or was there from the start', async () => {
      const page = await visit(
        html(
          `<their-card></their-card><div id="open"><template shadowrootmode="open"><km-faq-list></km-faq-list></template></div>
          ${script()}`
        )
      );
      await page.locator('#open').getByRole('button', { name: question }).waitFor();
      await page.evaluate(() => {
        customElements.define(
          'their-card',
          class extends HTMLElement {
            constructor() {
              super();
              this.attachShadow({ mode: 'open' }).append(document.createElement('km-news-ticker'));
            }
          }
        );
      });
      await page.locator('their-card km-news-ticker').getByRole('link').first().waitFor();
      // And what comes into that shadow afterwards.
      await page.evaluate(() => {
        const search = document.createElement('km-search-box');
        document.querySelector('their-card')!.shadowRoot!.append(search);
      });
      await page.locator('their-card').getByRole('combobox').waitFor();
    });

    it('into a tab that is opened later', async () => {
      const page = await visit(
        html(`<div id="tab" hidden><km-faq-list></km-faq-list></div>${script()}`)
      );
      await expect.poll(() => page.evaluate(() => !!customElements.get('km-faq-list'))).toBe(true);
      await page.evaluate(() => document.querySelector('#tab')!.removeAttribute('hidden'));
      await shows(page);
    });

    it('far below, where its code waits for what readers see', async () => {
      const page = await visit(
        html(
          `<km-news-ticker></km-news-ticker><div style="height: 9000px"></div><km-faq-list></km-faq-list>
          ${script()}<img src="/never" alt="">`
        ).replace('/never', `${bank.origin}/hangs`)
      );
      await page.getByRole('link').first().waitFor();
      await expect.poll(() => asked('faq-list.js')).toBe(1);
      const order = bank.requests.filter((path) => /news-ticker|faq-list/.test(path));
      expect(order[0]).toContain('news-ticker');
    });
  });

  it('gets data while the code is still on its way, and asks once', async () => {
    bank.close();
    let isAsked = false;
    const held: (() => void)[] = [];
    bank = await startBank((path, response) => {
      if (path.includes('/faqs?')) {
        isAsked = true;
        for (const release of held.splice(0)) release();
      }
      if (!path.includes('/base.js') || isAsked) return false;
      // No code until the data has been asked for.
      held.push(() =>
        response.setHeader('Content-Type', 'text/javascript').end(readBuilt('base.js'))
      );
      return true;
    });
    const page = await visit(
      html(`<km-faq-list topic="budget" limit="5"></km-faq-list>${script()}`)
    );
    await shows(page);
    expect(bank.requests.filter((path) => path.includes('/faqs?'))).toEqual([
      '/api/km/v1/faqs?topic=budget&pageSize=5',
    ]);
  });

  it('with two releases of the kit uses the first, and the second where the first has gone', async () => {
    const pinned = `<script type="module" src="${bank.origin}/widgets/0.1.0/km.js"></script>`;
    await shows(await visit(html(`<km-faq-list></km-faq-list>${script()}${pinned}`)));
    expect(asked('faq-list.js')).toBe(1);
    bank.close();
    bank = await startBank((path, response) => {
      const isGone = /v1\/(?!km\.js)/.test(path) && path.startsWith('/widgets/');
      if (isGone) response.writeHead(404).end();
      return isGone;
    });
    const second = pinned.replace(/:\d+/, `:${bank.port}`);
    await shows(await visit(html(`<km-faq-list></km-faq-list>${script()}${second}`)));
  });

  it('sets defaults for all tags, and reads everything again', async () => {
    const page = await visit(
      html(
        `<km-faq-list></km-faq-list><km-faq-list theme="light" id="own"></km-faq-list>${script()}`
      )
    );
    await shows(page);
    await page.evaluate(() => {
      KmElements.configure({ theme: 'dark', limit: 3, colour: 'red' } as object);
    });
    await expect.poll(() => asked('pageSize=3')).toBe(1);
    const themes = await page
      .locator('km-faq-list')
      .evaluateAll((elements) => elements.map((element) => element.getAttribute('theme')));
    expect(themes).toEqual(['dark', 'light']);
    expect(complaints).toEqual([
      'KmElements.configure({ colour }): expected api,authority,density,lang,limit,theme,topic.',
    ]);
    await page.evaluate(() => KmElements.refresh());
    await expect.poll(() => asked('pageSize=3')).toBe(2);
    await page.evaluate(() => document.body.append(document.createElement('km-news-ticker')));
    await expect.poll(() => asked('/news?pageSize=3')).toBe(1);
  });

  it('stands while the knowledge bank is down, and its tags show what they showed last', async () => {
    const page = await visit(html(`<h1>เทศบาล</h1><km-faq-list></km-faq-list>${script()}`));
    await shows(page);
    bank.close();
    await page.evaluate(() => KmElements.refresh());
    await page.getByText('ขณะนี้ติดต่อระบบคลังความรู้ไม่ได้').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'เทศบาล' }).waitFor();
    await shows(page);
    await page.getByText('จึงแสดงข้อมูล ณ 22 พ.ย. 2569').waitFor();
    bank = await startBank(undefined, bank.port);
    await page.getByRole('button', { name: 'ลองใหม่อีกครั้ง' }).click();
    await page.getByText('จึงแสดงข้อมูล ณ').waitFor({ state: 'detached' });
  });

  it('asks for no code again in the same build, and takes what there is where a build is lost', async () => {
    const page = await visit(html(`<km-faq-list></km-faq-list>${script()}`));
    await shows(page);
    const files = () => bank.requests.filter((path) => path.startsWith('/widgets/'));
    const { release } = JSON.parse(`${readBuilt('manifest.json')}`) as { release: string };
    expect(release).toMatch(/^0\.1\.0-[\da-f]{8}$/);
    const [loader, ...others] = files();
    expect(loader).toBe('/widgets/v1/km.js');
    expect(others.map((path) => path.split('/')[2])).toEqual(others.map(() => release));
    await page.reload();
    await shows(page);
    expect(files()).toHaveLength(1 + others.length);

    const { port } = bank;
    bank.close();
    const isLost = (path: string) => path.startsWith(`/widgets/${release}/`);
    bank = await startBank((path, response) => {
      if (isLost(path)) response.writeHead(404).end();
      return isLost(path);
    }, port);
    const another = await visit(html(`<km-faq-list></km-faq-list>${script()}`));
    await shows(another);
    expect(asked('/widgets/v1/faq-list.js')).toBe(1);
  });

  it('stands where the knowledge bank never answers a byte', async () => {
    bank.close();
    bank = await startBank((path) => path.startsWith('/widgets/'));
    const site = await serve((_path, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(html(`<km-faq-list><p>ติดต่อกองคลัง</p></km-faq-list>${script()}<p>ท้ายหน้า</p>`));
    });
    sites.push(site);
    const page = await browser.newPage();
    await page.goto(site.origin, { waitUntil: 'commit' });
    await page.getByText('ติดต่อกองคลัง').waitFor();
    await page.getByText('ท้ายหน้า').waitFor();
    await page.close();
  });

  describe('that names a release and its hash', () => {
    const integrityOf = (bytes: Buffer) =>
      `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
    const checked = (origin: string) =>
      `<script type="module" src="${origin}/widgets/0.1.0/km-checked.js" crossorigin integrity="${integrityOf(readBuilt('km-checked.js'))}"></script>`;

    it('finds the hash in the manifest', () => {
      const manifest = JSON.parse(`${readBuilt('manifest.json')}`) as {
        version: string;
        integrity: Record<string, string>;
      };
      expect(manifest.version).toBe('0.1.0');
      for (const [file, hash] of Object.entries(manifest.integrity)) {
        expect(hash, file).toBe(integrityOf(readBuilt(file)));
      }
    });

    it('gets those files', async () => {
      const page = await visit(html(`<km-faq-list></km-faq-list>${checked(bank.origin)}`));
      await shows(page);
      expect(complaints).toEqual([]);
    });

    it.each(['shared.js', 'print-item.js', 'integrity.json'])('and no other %s', async (file) => {
      bank.close();
      bank = await startBank((path, response) => {
        if (!path.endsWith(`/${file}`)) return false;
        const type = file.endsWith('.js') ? 'text/javascript' : 'application/json';
        response.setHeader('Content-Type', type);
        response.end(Buffer.concat([readBuilt(file), Buffer.from(' ')]));
        return true;
      });
      const tag = file === 'print-item.js' ? 'km-manual-browser' : 'km-faq-list';
      const page = await visit(html(`<${tag}><p>ติดต่อกองคลัง</p></${tag}>${checked(bank.origin)}`));
      await expect.poll(() => complaints.join('\n')).toContain('KM widgets:');
      await page.getByText('ติดต่อกองคลัง').waitFor();
      expect(await page.evaluate((name) => !!customElements.get(name), tag)).toBe(false);
    });
  });
});
