import { fillIn, inventedMembers, send } from './join.mjs';

const [member] = inventedMembers;

/**
 * Pictures of `/help/members`.
 *
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('../../../../scripts/lib/house.mjs').House} house
 */
export async function takeMembers(camera, { km, site, mails }) {
  const page = await camera.visitor();
  const card = page.locator('.card');
  const button = (/** @type {string} */ name) => card.getByRole('button', { name, exact: true });

  await page.goto(`${km}/members/register`);
  await page.getByLabel('ชื่อ อปท. ที่สังกัด').fill('ทต.กุดบาก สกลนคร');
  await button('ค้นหา').click();
  const choose = card.getByRole('link', { name: /^เลือก/ });
  await camera.take(page, 'members-workplace', {
    around: [card],
    rings: [page.getByLabel('ชื่อ อปท. ที่สังกัด'), button('ค้นหา'), choose],
    height: 620,
  });

  await choose.first().click();
  await fillIn(page, member);
  await camera.take(page, 'members-register', {
    around: [card],
    rings: [page.getByLabel(/ฉันได้อ่านและยอมรับ/), button('สมัครสมาชิก')],
  });
  await send(page, mails, member);

  await page.goto(`${km}/members`);
  await camera.take(page, 'members-account', { around: [card] });

  await page.goto(`${km}/members/second-factor`);
  await button('เริ่มตั้งค่า').click();
  await camera.take(page, 'members-second-factor', {
    around: [card],
    rings: [card.locator('.qr'), page.getByLabel('รหัส 6 หลักที่แอปแสดง'), button('เปิดการยืนยันสองชั้น')],
  });

  await takeWindow(camera, await camera.visitor(1000), site);
  await takeBoard(camera, page, km);
}

/**
 * The window another website opens to sign a member in.
 *
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('playwright-core').Page} page
 * @param {string} site
 */
async function takeWindow(camera, page, site) {
  await page.goto(site);
  const [window] = await Promise.all([
    page.waitForEvent('popup'),
    page.locator('km-member-menu').getByRole('button', { name: 'เข้าสู่ระบบ' }).click(),
  ]);
  const enter = window.getByRole('button', { name: 'เข้าสู่ระบบ' });
  await window.getByLabel('อีเมล').fill(member.email);
  await window.getByLabel('รหัสผ่าน').fill(member.password);
  await camera.take(window, 'members-sign-in', {
    rings: [enter, window.getByRole('link', { name: 'ลืมรหัสผ่าน' })],
  });
  await enter.click();
  const go = window.getByRole('button', { name: /^ดำเนินการต่อในชื่อ/ });
  await camera.take(window, 'members-window', { rings: [window.locator('.origin').first(), go] });
  await window.close();
}

/**
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('playwright-core').Page} page - Of a member who is signed in.
 * @param {string} km
 */
async function takeBoard(camera, page, km) {
  await page.setViewportSize({ width: 672, height: 2200 });
  await page.goto(`${km}/threads`);
  const board = page.locator('km-webboard');
  const button = (/** @type {string} */ name) =>
    board.getByRole('button', { name, exact: true }).locator('visible=true').first();
  await button('ตั้งกระทู้ใหม่').click();
  const title = board.getByLabel('หัวข้อ');
  await title.fill('โอนงบประมาณแล้วบันทึกไม่ได้');
  const suggestion = board.locator('[part=suggestion]').first();
  await camera.take(page, 'members-ask', {
    around: [title, suggestion],
    rings: [title, suggestion.getByRole('link'), suggestion.getByRole('button')],
    room: 32,
  });
  const body = board.getByLabel('รายละเอียด');
  await body.fill('เลือกหมวดแล้วกดบันทึก ระบบแจ้งว่ายอดคงเหลือไม่พอ');
  await camera.take(page, 'members-compose', {
    around: [body, button('ตั้งกระทู้'), board.getByLabel('ข้อความที่ระบบแจ้ง (ถ้ามี)')],
    rings: [body, board.getByText('แนบรูปหรือไฟล์ PDF', { exact: true }), button('ตั้งกระทู้')],
    room: 32,
  });

  const answer = await fetch(`${km}/api/km/v1/threads?state=answered&pageSize=1`);
  const { data } = await answer.json();
  await page.goto(`${km}/threads/${data[0].id}`);
  await button('ตอบกระทู้').waitFor();
  await camera.take(page, 'members-thread', {
    around: [board],
    rings: [
      board.getByLabel('ติดตามกระทู้'),
      board.getByRole('article', { name: 'คำตอบที่ 1' }).getByText('คำตอบจาก สถ.'),
      button('ตอบกระทู้'),
    ],
  });
  await button('เพิ่มเติม').click();
  await page.setViewportSize({ width: 672, height: 900 });
  await button('แจ้งผู้ดูแล').click();
  const dialog = board.getByRole('dialog');
  await camera.take(page, 'members-report', {
    around: [dialog],
    rings: [dialog.getByText('เรื่องที่แจ้ง'), dialog.getByRole('button', { name: 'ส่งให้ผู้ดูแล' })],
  });
}
