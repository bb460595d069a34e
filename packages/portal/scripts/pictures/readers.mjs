/**
 * Pictures of `/help/readers`.
 *
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('../../../../scripts/lib/house.mjs').House} house
 */
export async function takeReaders(camera, { km }) {
  const page = await camera.visitor();
  await page.goto(km);
  await camera.take(page, 'readers-display', {
    around: [page.locator('.header')],
    rings: [
      page.getByRole('group', { name: 'ขนาดตัวอักษร' }),
      page.getByRole('group', { name: 'สีของหน้าจอ' }),
    ],
    room: 0,
  });
  await takeSearch(camera, page, km);
  await takeLetters(camera, page, km);
  await takeItem(camera, page, km);
  await takeFigures(camera, page, km);
}

/**
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('playwright-core').Page} page
 * @param {string} km
 */
async function takeSearch(camera, page, km) {
  const box = page.locator('.look-up');
  const field = box.getByRole('combobox');
  await field.fill('โอนงบ');
  const suggestions = box.getByRole('option');
  await suggestions.nth(4).waitFor();
  await camera.take(page, 'readers-search', {
    around: [box, suggestions.nth(4)],
    rings: [field.locator('..'), suggestions.nth(2), box.getByRole('button', { name: 'ค้นหา' })],
    room: 8,
  });

  await page.goto(`${km}/search?q=${encodeURIComponent('โอนงบประมาณ')}`);
  const results = page.locator('.search-page');
  const hit = results
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading') })
    .first();
  await hit.waitFor();
  await camera.take(page, 'readers-results', {
    around: [results],
    rings: [
      results.getByRole('button', { name: /^คู่มือ/ }),
      results.getByLabel('เมนูของระบบ'),
      results.getByRole('link', { name: 'แบบขออนุมัติโอนงบประมาณรายจ่าย' }),
    ],
    height: 500,
  });
}

/**
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('playwright-core').Page} page
 * @param {string} km
 */
async function takeLetters(camera, page, km) {
  await page.goto(`${km}/laws`);
  const laws = page.locator('km-law-library');
  const field = laws.getByLabel('ค้นหาจากเลขที่หนังสือหรือข้อความ');
  await field.fill('ว 5912');
  await laws.getByText('แสดงหนังสือเลขที่').waitFor();
  await camera.take(page, 'readers-letters', {
    around: [laws],
    rings: [
      field,
      laws.getByLabel('สถานะ').last(),
      laws.getByText('ใช้บังคับ', { exact: true }).last(),
    ],
    height: 470,
  });
}

/**
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('playwright-core').Page} page
 * @param {string} km
 */
async function takeItem(camera, page, km) {
  await page.goto(`${km}/manuals`);
  const manuals = page.locator('km-manual-browser');
  await manuals.getByRole('heading').getByRole('link').locator('visible=true').first().click();
  const print = manuals.getByRole('button', { name: 'พิมพ์' });
  await print.waitFor();
  await camera.take(page, 'readers-item', {
    around: [manuals],
    rings: [manuals.getByRole('button', { name: 'คัดลอกลิงก์' }), print],
    height: 410,
  });
  const useful = manuals.getByRole('button', { name: 'เป็นประโยชน์', exact: true });
  await useful.scrollIntoViewIfNeeded();
  const useless = manuals.getByRole('button', { name: 'ไม่เป็นประโยชน์' });
  await useless.click();
  const send = manuals.getByRole('button', { name: 'ส่งความคิดเห็น' });
  await send.waitFor();
  await camera.take(page, 'readers-feedback', {
    around: [useful, send, manuals.getByText('เนื้อหานี้เป็นประโยชน์หรือไม่')],
    rings: [useful, useless, send],
    room: 24,
  });
}

/**
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('playwright-core').Page} page
 * @param {string} km
 */
async function takeFigures(camera, page, km) {
  await page.setViewportSize({ width: 672, height: 2600 });
  await page.goto(`${km}/fiscal`);
  const chart = page.locator('km-fiscal-chart');
  const field = chart.getByRole('combobox');
  await field.fill('ทน.สกลนคร');
  const option = chart.getByRole('option').first();
  await option.waitFor();
  await camera.take(page, 'readers-figures-pick', {
    around: [chart, option],
    rings: [field, option],
  });

  await option.click();
  const table = chart.getByRole('button', { name: 'ดูเป็นตาราง' });
  await table.waitFor();
  await page.waitForTimeout(1500);
  const views = chart.getByRole('tablist');
  const year = chart.getByLabel('ปีงบประมาณ');
  await camera.take(page, 'readers-figures', { around: [chart], rings: [year], height: 400 });
  await camera.take(page, 'readers-figures-views', {
    around: [views, table],
    rings: [views, table, chart.getByText('ดาวน์โหลด CSV')],
  });
}
