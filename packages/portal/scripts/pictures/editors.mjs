import { signIn } from './panel.mjs';
import { takeImports } from './imports.mjs';
import { takePeople } from './people.mjs';

/** As narrow as the panel still shows a form beside its buttons. */
const width = 1100;

/**
 * Pictures of `/help/editors`.
 *
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('../../../../scripts/lib/house.mjs').House} house
 */
export async function takeEditors(camera, house) {
  const page = await camera.visitor(width, 1500);
  await takeEntrance(camera, page, house);
  await takeWriting(camera, page, house.km);
  await takeImports(camera, page, house.km);
  await takePeople(camera, page, house);
}

/**
 * The way in, and what is where.
 *
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('playwright-core').Page} page
 * @param {import('../../../../scripts/lib/house.mjs').House} house
 */
async function takeEntrance(camera, page, { km, logins }) {
  await page.goto(`${km}/admin`);
  const button = page.getByRole('button', { name: 'เข้าสู่ระบบ' });
  await page.locator('input[name="email"]').fill('editor@example.go.th');
  await page.locator('input[name="password"]').fill(logins.editor.password);
  await camera.take(page, 'editors-sign-in', {
    around: [page.locator('form'), page.getByRole('heading', { level: 1 })],
    rings: [button],
    room: 24,
  });
  await signIn(page, km, logins.editor);
  await page.getByRole('region', { name: 'แก้ไขล่าสุด' }).getByRole('row').first().waitFor();
  const menu = page.getByRole('navigation').first();
  const links = [
    'จัดการเนื้อหา',
    'คลังไฟล์',
    'การค้นหา',
    'ดูแลเว็บบอร์ด',
    'นำเข้าข้อมูล',
    'นำไปแสดงบนเว็บไซต์',
    'เสียงจากผู้อ่าน',
  ];
  await camera.take(page, 'editors-menu', {
    rings: links.map((name) => menu.getByRole('link', { name })),
    width: 560,
    height: 540,
  });
}

/**
 * @param {import('./camera.mjs').Camera} camera
 * @param {import('playwright-core').Page} page
 * @param {string} km
 */
async function takeWriting(camera, page, km) {
  const of = (/** @type {string} */ type) =>
    `${km}/admin/content-manager/collection-types/plugin::km.${type}`;
  const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true });
  const add = page.getByRole('link', { name: 'เพิ่มรายการ' }).first();
  await page.goto(of('faq'));
  await page.locator('tbody tr').nth(3).waitFor();
  await camera.take(page, 'editors-list', {
    rings: [page.getByRole('link', { name: 'คำถามที่พบบ่อย' }), add, button('ตัวกรอง')],
    height: 560,
  });

  await page.goto(`${of('faq')}/create`);
  await page.getByLabel(/^คำถาม/).fill('โอนงบประมาณแล้วยอดไม่เปลี่ยน ต้องทำอย่างไร');
  await page.locator('[data-slate-editor]').fill('บันทึกผลการอนุมัติในเมนูโอนงบประมาณก่อน ยอดจึงจะเปลี่ยน');
  await camera.take(page, 'editors-write', {
    around: [
      page.getByRole('heading', { level: 1 }),
      page.getByText('คำตอบ').first(),
      button('การทำงานอื่นกับรายการนี้'),
    ],
    rings: [page.getByLabel(/^คำถาม/), button('บันทึก'), button('เผยแพร่')],
    height: 500,
  });

  await page.goto(`${of('update')}/create`);
  const items = page.getByText('รายการปรับปรุง (1)');
  await page.getByLabel(/^ชื่อเรื่อง/).fill('ปรับปรุงเมนูโอนงบประมาณ');
  await page.getByRole('heading', { level: 3 }).getByRole('button').first().click();
  await camera.take(page, 'editors-update', {
    around: [
      page.getByText('วันที่ปรับปรุงระบบ').first(),
      page.getByLabel(/^ชื่อเรื่อง/),
      page.getByText('กลุ่มผู้ใช้งานที่เกี่ยวข้อง'),
    ],
    rings: [page.getByLabel(/^วันที่ปรับปรุงระบบ/), items],
    room: 40,
  });

  await page.goto(of('topic'));
  await page
    .locator('tbody tr')
    .nth(2)
    .getByRole('link')
    .or(page.locator('tbody tr').nth(2))
    .first()
    .click();
  const name = page.getByLabel(/^ชื่อเมนู \(ไทย\)/);
  await name.waitFor();
  await camera.take(page, 'editors-topic', {
    around: [
      page.getByText('ชื่อเมนู (ไทย)').first(),
      page.getByLabel(/^อยู่ใต้เมนู/),
      page.getByLabel(/^ชื่อเมนู \(อังกฤษ\)/),
    ],
    rings: [name, page.getByLabel(/^อยู่ใต้เมนู/)],
    room: 40,
  });

  await page.goto(`${of('status')}/create`);
  const headline = page.getByLabel(/^ประกาศ/);
  await headline.fill('ระบบ e-LAAS ปิดปรับปรุงชั่วคราว');
  await camera.take(page, 'editors-status', {
    around: [headline, page.getByLabel(/^สิ่งที่ควรทำระหว่างนี้/), page.getByText('ประกาศ').last()],
    rings: [
      headline,
      page.getByLabel(/^เริ่มเมื่อ/).first(),
      page.getByLabel(/^คาดว่ากลับเป็นปกติเมื่อ/).first(),
    ],
    room: 40,
  });
}
