/**
 * Figures on their way from a file to readers.
 *
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('playwright-core').Page} page - Of an editor in the panel.
 * @param {string} km
 */
export async function takeImports(camera, page, km) {
  const button = (/** @type {string} */ name) => page.getByRole('button', { name });
  const main = page.getByRole('main');
  await page.goto(`${km}/admin/plugins/km/import`);
  await page.getByText('sample-fiscal.csv').first().waitFor();
  const answer = await fetch(`${km}/api/km/v1/fiscal/overview?level=authority&code=03470102`);
  const { fiscalYear, throughMonth } = (await answer.json()).data;
  const line = (/** @type {(string | number)[]} */ ...cells) =>
    [...cells.slice(0, 1), fiscalYear, throughMonth, ...cells.slice(1)].join(',');
  const file = (/** @type {string[]} */ ...lines) => ({
    name: 'รายรับรายจ่าย.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      ['รหัส อปท.,ปีงบประมาณ,เดือนที่ของปีงบประมาณ,รหัสบัญชี,จำนวนเงิน', ...lines].join('\r\n')
    ),
  });
  const choose = page.locator('input[type=file]');
  const scope = page.getByRole('radio', { name: 'เฉพาะ อปท. ในไฟล์' });

  await choose.setInputFiles(
    file(
      line('03470102', '411000', '1234.567'),
      line('99999999', '411000', '10.00'),
      line('03470102', '521000', '10.00')
    )
  );
  await scope.click();
  await camera.take(page, 'editors-import', {
    around: [page.getByRole('tablist'), button('ส่งไฟล์และตรวจ')],
    rings: [
      page.getByRole('tab', { name: 'รายรับจริงและรายจ่ายจริง' }),
      button('เลือกไฟล์'),
      scope.locator('..'),
      button('ส่งไฟล์และตรวจ'),
    ],
    width: 760,
  });

  await button('ส่งไฟล์และตรวจ').click();
  const faults = page.locator('table').filter({ hasText: 'ค่าที่พิมพ์' });
  await faults.locator('tbody tr').nth(1).waitFor();
  await camera.take(page, 'editors-import-faults', {
    around: [faults, button('ดาวน์โหลดรายการ'), page.getByText(/^สิ่งที่ต้องแก้/)],
    rings: [faults.locator('tbody tr').first(), button('ดาวน์โหลดรายการ')],
  });
  await button('ไม่นำเข้าไฟล์นี้').click();
  await button('นำเข้าไฟล์อื่น').click();

  await choose.setInputFiles(
    file(line('03470102', '411000', '77000000.25'), line('03470102', '521000', '1000000.50'))
  );
  await scope.click();
  await button('ส่งไฟล์และตรวจ').click();
  const commit = button('ยืนยันและแสดงต่อสาธารณะ');
  await commit.waitFor();
  await camera.take(page, 'editors-import-preview', {
    around: [page.getByText('ผลที่จะแสดงต่อสาธารณะ'), commit],
    rings: [commit, button('ไม่นำเข้าไฟล์นี้')],
    room: 24,
  });
  await commit.click();
  const row = page
    .locator('tbody tr')
    .filter({ hasText: 'รายรับรายจ่าย.csv' })
    .filter({ hasText: 'นำเข้าแล้ว' });
  await row.getByRole('button', { name: 'ย้อนกลับ' }).click();
  const sure = page.getByRole('alertdialog');
  await camera.take(page, 'editors-import-back', {
    around: [sure],
    rings: [sure.getByRole('button', { name: 'ย้อนกลับ' })],
  });
  await sure.getByRole('button', { name: 'ย้อนกลับ' }).click();
  await main.getByText('ย้อนกลับแล้ว').first().waitFor();
}
