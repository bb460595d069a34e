/**
 * Pictures of `/help/web-admins`.
 *
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('./house.mjs').House} house
 */
export async function takeWebAdmins(camera, { km, site }) {
  const page = await camera.visitor(672, 2800);
  await page.goto(`${km}/embed`);
  const part = (/** @type {string} */ name) => page.getByRole('region', { name });
  await page.getByLabel('บริการที่ต้องการแสดง').selectOption({ label: 'คำถามที่พบบ่อย' });
  await page.getByLabel('จำนวนรายการเมื่อเปิดหน้า').fill('3');
  await page.frameLocator('#embed-preview').getByText('แสดง 3 จากทั้งหมด').waitFor();
  await camera.take(page, 'web-admins-choose', {
    around: [part('1. เลือกสิ่งที่จะแสดง')],
    rings: [
      page.getByLabel('บริการที่ต้องการแสดง'),
      page.getByLabel('จำนวนรายการเมื่อเปิดหน้า'),
      page.getByText('ใช้สีของหน่วยงาน'),
    ],
  });
  await camera.take(page, 'web-admins-preview', {
    around: [part('2. ดูตัวอย่าง')],
    rings: [page.getByRole('group', { name: 'ความกว้างของตัวอย่าง' }), page.locator('#embed-preview')],
    height: 560,
  });
  await camera.take(page, 'web-admins-code', {
    around: [part('3. คัดลอกโค้ดไปวาง')],
    rings: [
      page.getByLabel('เว็บไซต์ของท่านสร้างด้วย'),
      page.getByLabel('โค้ด', { exact: true }),
      page.getByRole('button', { name: 'คัดลอกโค้ด' }),
    ],
  });

  const source = page.getByLabel('โค้ดของหน้าเว็บ');
  await source.fill(`https://www.example.go.th/
default-src 'self'
<html><head><meta charset="utf-8"><title>หน้าแรก</title></head><body>
<script src="https://km.example.go.th/widgets/v1/km.js"></script>
<km-faq-list></km-faq-list></body></html>`);
  const check = page.getByRole('button', { name: 'ตรวจสอบ' });
  await check.click();
  const result = page.locator('#check-result');
  await result.getByRole('listitem').first().waitFor();
  await camera.take(page, 'web-admins-check', {
    around: [source, check, result],
    rings: [source, check, result.getByRole('listitem').first()],
    height: 620,
  });

  await takeResult(camera, site);
}

/**
 * A page of another website that shows the questions.
 *
 * @param {import('./camera.mjs').Camera} camera
 * @param {string} site
 */
async function takeResult(camera, site) {
  const page = await camera.visitor(1000, 1400);
  await page.goto(site);
  const questions = page.locator('km-faq-list');
  await questions.locator('[aria-expanded]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await camera.take(page, 'web-admins-result', {
    around: [page.locator('km-update-log'), questions],
    rings: [questions],
    room: 48,
    height: 620,
  });
}
