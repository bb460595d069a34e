/**
 * Signs into the panel.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} km
 * @param {import('../../../../scripts/lib/house.mjs').Login} login
 */
export async function signIn(page, km, { email, password }) {
  await page.goto(`${km}/admin`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
  await page.getByRole('heading', { level: 1, name: /^สวัสดี/ }).waitFor();
  // What Strapi tells of its own news is no part of our manual.
  await page.getByRole('button', { name: 'ปิดข้อความนี้' }).click();
}
