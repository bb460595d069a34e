import { inventedMembers, join } from './join.mjs';
import { signIn } from './panel.mjs';

const [, asker, newcomer] = inventedMembers;

/**
 * What officers do about members, posts and questions nobody has answered.
 *
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('playwright-core').Page} page - Of an editor in the panel.
 * @param {import('../../../../scripts/lib/house.mjs').House} house
 */
export async function takePeople(camera, page, house) {
  const { km, logins } = house;
  for (const pageSize of [5, 6, 7, 8]) {
    // Never the same address twice: an answer from the cache is not counted.
    await fetch(`${km}/api/km/v1/search?q=VPN&pageSize=${pageSize}`);
    if (pageSize < 7) await fetch(`${km}/api/km/v1/search?q=QR&pageSize=${pageSize}`);
  }
  const own = await camera.visitor();
  await join(own, house, asker);
  await ask(own, km);

  const main = page.getByRole('main');
  const button = (/** @type {string | RegExp} */ name) =>
    main.getByRole('button', { name }).first();
  await page.goto(`${km}/admin/plugins/km/moderation`);
  const post = main.getByText('เบิกจ่ายแล้วพิมพ์รายงานไม่ได้').first();
  // The first of each is for many posts at once.
  const acts = [/^อนุมัติ/, /^ซ่อน/, /^ลบ/].map((name) => main.getByRole('button', { name }).nth(1));
  await post.waitFor();
  await camera.take(page, 'editors-moderation', {
    around: [main.getByRole('tablist'), post, ...acts],
    rings: acts,
    room: 24,
    width: 760,
  });

  await page.goto(`${km}/admin/plugins/km/search`);
  const query = main.getByText('VPN').first();
  await query.waitFor();
  await camera.take(page, 'editors-search', {
    around: [main.getByRole('tablist'), query, button('ไม่ต้องตอบ')],
    rings: [query, button('เริ่มเขียนคำตอบ'), button('ไม่ต้องตอบ')],
  });

  await takeApproval(camera, house, logins.admin);
}

/**
 * Somebody who waits for the department's approval, as the administrator sees it.
 *
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('../../../../scripts/lib/house.mjs').House} house
 * @param {import('../../../../scripts/lib/house.mjs').Login} login
 */
async function takeApproval(camera, house, login) {
  const page = await camera.visitor(1100, 1500);
  await signIn(page, house.km, login);
  const main = page.getByRole('main');
  await page.goto(`${house.km}/admin/plugins/km/member`);
  await main.getByRole('tab', { name: 'ตั้งค่า' }).click();
  await main.getByRole('radio', { name: 'ส่วนกลาง (สถ.) เท่านั้น' }).click();
  await main.getByRole('button', { name: 'บันทึก' }).click();
  await main.getByText('บันทึกการตั้งค่าแล้ว').or(page.getByText('บันทึกการตั้งค่าแล้ว')).first().waitFor();
  await join(await camera.visitor(), house, newcomer);
  await page.reload();
  const approve = main.getByRole('button', { name: /^อนุมัติ/ }).first();
  const refuse = main.getByRole('button', { name: /^ไม่อนุมัติ/ }).first();
  await camera.take(page, 'editors-members', {
    around: [main.getByRole('tablist'), main.getByRole('row').nth(1)],
    rings: [approve, refuse],
    room: 24,
  });
}

/**
 * @param {import('playwright-core').Page} page - Of a member who is signed in.
 * @param {string} km
 */
async function ask(page, km) {
  await page.goto(`${km}/threads`);
  const board = page.locator('km-webboard');
  await board.getByRole('button', { name: 'ตั้งกระทู้ใหม่' }).click();
  await board.getByLabel('หัวข้อ').fill('เบิกจ่ายแล้วพิมพ์รายงานไม่ได้');
  await board.getByLabel('รายละเอียด').fill('กดพิมพ์รายงานแล้วหน้าจอว่าง ลองสองเครื่องแล้วเหมือนกัน');
  await board.getByRole('button', { name: 'ตั้งกระทู้', exact: true }).click();
  await board.locator('.held').waitFor();
}
