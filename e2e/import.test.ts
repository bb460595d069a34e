import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FiscalOverview } from '@km-laas/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  accessibilityFindings,
  launch,
  openPage,
  overflow,
  signIn,
  untilLoaded,
} from './browser.js';

const authority = '03470102';
let browser: Browser;
let folder: string;
/** The panel, signed in: Strapi lets nobody sign in again and again. */
let page: Page;
beforeAll(async () => {
  browser = await launch();
  ({ page } = await openPage(browser, `${inject('km')}/admin`));
  await signIn(page, inject('logins').editor);
  folder = mkdtempSync(join(tmpdir(), 'km-import-'));
}, 180_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function overview(): Promise<FiscalOverview> {
  const query = `level=authority&code=${authority}`;
  const answer = await fetch(`${inject('km')}/api/km/v1/fiscal/overview?${query}`);
  return (await answer.json()).data;
}

const headings = ['รหัส อปท.', 'ปีงบประมาณ', 'เดือนที่ของปีงบประมาณ', 'รหัสบัญชี', 'จำนวนเงิน'];

/** A file as an officer makes it: Thai headings, amounts with commas. */
function writeFile(
  name: string,
  lines: (string | number)[][],
  encode: (text: string) => Buffer = (text) => Buffer.from(text)
) {
  const text = [headings, ...lines]
    .map((line) => line.map((cell) => `"${cell}"`).join(','))
    .join('\r\n');
  const path = join(folder, name);
  writeFileSync(path, encode(`${text}\r\n`));
  return path;
}

/** Windows-874 as old spreadsheets write it: Thai letters are one byte each. */
function windows874(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x0e01 && code <= 0x0e5b ? code - 0x0e00 + 0xa0 : code;
    })
  );
}

async function openCentre(): Promise<void> {
  await page.goto(`${inject('km')}/admin/plugins/km/import`);
  await page.getByRole('heading', { name: 'นำเข้าข้อมูล', level: 1 }).waitFor();
}

/** Strapi's own banner stands outside every landmark; the rest of the page is ours to answer for. */
async function findingsOfOurs(page: Page): Promise<string[]> {
  const findings = await accessibilityFindings(page);
  return findings.filter((finding) => !finding.startsWith('region:'));
}

/** Waits until the file that is looked at stands as the page says it does. */
async function untilState(page: Page, file: string, state: string): Promise<void> {
  // The history below says the same words of other files.
  const heading = page.getByRole('heading', { level: 2, name: file, exact: true });
  await heading.locator('..').getByText(state, { exact: true }).waitFor();
}

async function choose(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('radio', { name: 'เฉพาะ อปท. ในไฟล์' }).click();
  await page.getByRole('button', { name: 'ส่งไฟล์และตรวจ' }).click();
}

async function send(page: Page, path: string): Promise<void> {
  await choose(page, path);
  await untilState(page, basename(path), 'ตรวจแล้ว รอยืนยัน');
}

// Whole pages of the admin panel, looked at again and again: minutes where the machine is busy.
describe('an officer who imports figures', { timeout: 300_000 }, () => {
  it('mends the file, looks at it, shows it to everyone, and takes it back', async () => {
    const before = await overview();
    const month = before.throughMonth as number;
    const year = before.fiscalYear;
    await openCentre();
    await page.locator('table').getByText('sample-fiscal.csv').waitFor();
    expect(await findingsOfOurs(page)).toEqual([]);

    // A file with three things wrong is told row by row and cannot be shown.
    const wrong = writeFile('มีที่ผิด.csv', [
      [authority, year, month, '411000', '1,234.567'],
      [authority, year, month, '410000', '10.00'],
      ['99999999', year, month, '411000', '10.00'],
      [authority, year, month, '510000', '-'],
    ]);
    await send(page, wrong);
    const faults = page.locator('table').filter({ hasText: 'ค่าที่พิมพ์' });
    await faults.getByText('1,234.567', { exact: true }).waitFor();
    expect(await faults.locator('tbody tr').count()).toBe(3);
    expect(await page.getByRole('button', { name: 'ยืนยันและแสดงต่อสาธารณะ' }).isDisabled()).toBe(
      true
    );
    expect(await findingsOfOurs(page)).toEqual([]);
    await page.getByRole('button', { name: 'ไม่นำเข้าไฟล์นี้' }).click();
    await page.getByRole('button', { name: 'นำเข้าไฟล์อื่น' }).click();

    // The mended one, in the bytes of an old spreadsheet and with the figures of one month.
    const mended = writeFile(
      'แก้แล้ว.csv',
      [
        [authority, year, month, '411000', '77,000,000.25'],
        [authority, year, month, '521000', '1,000,000.50'],
      ],
      windows874
    );
    await send(page, mended);
    await page.getByText('windows-874').waitFor();
    await page.getByText('78,000,000.75').first().waitFor();
    expect(await findingsOfOurs(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await overflow(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect((await overview()).revenue?.total).toBe(before.revenue?.total);
    await page.getByRole('button', { name: 'ยืนยันและแสดงต่อสาธารณะ' }).click();
    await untilState(page, 'แก้แล้ว.csv', 'นำเข้าแล้ว');

    const after = await overview();
    const figures = after.months[month - 1];
    expect(figures?.revenue).toBe(77_000_000.25);
    expect(figures?.expenditure).toBe(1_000_000.5);
    const earlier = before.months[month - 1]?.revenue ?? 0;
    expect(after.revenue?.total).toBeCloseTo(
      (before.revenue?.total ?? 0) - earlier + 77_000_000.25,
      2
    );

    // The chart on the provincial page, another origin, shows it at the next look, or at the one
    // after: a server that is too busy to read at once shows what it had.
    const { page: province, complaints } = await openPage(browser, inject('site'));
    const chart = province.locator(`km-fiscal-chart[authority="${authority}"]`);
    const headline = chart.getByText(millions(after.revenue?.total ?? 0)).first();
    for (const isLast of [false, false, true]) {
      await untilLoaded(province, `km-fiscal-chart[authority="${authority}"]`);
      if (isLast || (await headline.isVisible())) break;
      await province.reload();
    }
    await headline.waitFor();
    // And to the satang what the file said, and the sums to date, in the chart's own table.
    await chart.getByRole('button', { name: 'ดูเป็นตาราง' }).click();
    const line = chart.locator('table tbody tr').nth(month - 1);
    expect(await line.locator('td').allInnerTexts()).toEqual(
      expect.arrayContaining(
        ['77,000,000.25', '1,000,000.50'].concat(
          [figures?.revenueToDate, figures?.expenditureToDate].map((baht) => toSatang(baht ?? 0))
        )
      )
    );
    expect(complaints).toEqual([]);
    await province.context().close();

    // And back again, asked twice.
    const row = page.locator('table tbody tr').filter({ hasText: 'แก้แล้ว.csv' });
    await row.getByRole('button', { name: 'ย้อนกลับ' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'ย้อนกลับ' }).click();
    await row.getByText('ย้อนกลับแล้ว').waitFor();
    expect((await overview()).revenue?.total).toBe(before.revenue?.total);
  });

  it('may bring a workbook or a file with a byte order mark, and is told what is wrong with a hostile one', async () => {
    const { throughMonth, fiscalYear } = await overview();
    const lines = [[authority, fiscalYear, throughMonth as number, '411000', '1,234.50']];
    await openCentre();
    const marked = writeFile('มี BOM.csv', lines, (text) => Buffer.from(`\uFEFF${text}`));
    const workbook = join(folder, 'สมุดงาน.xlsx');
    await writeWorkbook(workbook, [headings, ...lines]);
    for (const path of [marked, workbook]) {
      await send(page, path);
      await page.getByText('1,234.50').first().waitFor();
      await page.getByRole('button', { name: 'ไม่นำเข้าไฟล์นี้' }).click();
      await page.getByRole('button', { name: 'นำเข้าไฟล์อื่น' }).click();
    }

    const bomb = join(folder, 'ระเบิด.xlsx');
    await writeBomb(bomb);
    await choose(page, bomb);
    await page.getByText('ขยายตัว').first().waitFor();
    expect(await findingsOfOurs(page)).toEqual([]);
  });
});

// Known to the reference installation alone, which makes its sample workbooks with them.
const requireOfCms = createRequire(join(import.meta.dirname, '../cms/package.json'));

async function writeWorkbook(path: string, rows: unknown[][]): Promise<void> {
  const { Workbook } = requireOfCms('exceljs');
  const book = new Workbook();
  const page = book.addWorksheet('ข้อมูล');
  for (const row of rows) page.addRow(row);
  await book.xlsx.writeFile(path);
}

/** A workbook of some kilobytes that unpacks to 64 MB. */
async function writeBomb(path: string): Promise<void> {
  const JSZip = requireOfCms('jszip');
  const zip = new JSZip();
  zip.file('xl/workbook.xml', '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>');
  zip.file(
    'xl/_rels/workbook.xml.rels',
    '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
  );
  zip.file('xl/worksheets/sheet1.xml', `<worksheet>${' '.repeat(64_000_000)}</worksheet>`);
  writeFileSync(path, await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
}

/** Baht as tables have them, to the satang. */
function toSatang(baht: number): string {
  return baht.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** Baht as the chart's headline has them, in millions with two decimals. */
function millions(baht: number): string {
  return (baht / 1_000_000).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
}
