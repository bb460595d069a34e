/** Nobody: names, addresses and a password made up for the pictures. */
const password = 'ดอกบัวบาน ข้างทุ่งนา 5';
export const inventedMembers = /** @type {const} */ ([
  {
    email: 'somjai@example.go.th',
    displayName: 'สมใจ ทดลองใช้',
    position: 'นักวิชาการเงินและบัญชี',
    password,
  },
  {
    email: 'meena@example.go.th',
    displayName: 'มีนา ทดลองถาม',
    position: 'เจ้าพนักงานการเงินและบัญชี',
    password,
  },
  {
    email: 'wanna@example.go.th',
    displayName: 'วรรณา ทดลองสมัคร',
    position: 'ผู้อำนวยการกองคลัง',
    password,
  },
]);

/** @typedef {typeof inventedMembers[number]} Member */
/** @typedef {import('playwright-core').Page} Page */

/**
 * Fills in the second page of the registration.
 *
 * @param {Page} page
 * @param {Member} member
 */
export async function fillIn(page, { email, displayName, position, password }) {
  await page.getByLabel('อีเมล', { exact: true }).fill(email);
  await page.getByLabel('ชื่อที่แสดง').fill(displayName);
  await page.getByLabel('ตำแหน่ง').fill(position);
  await page.getByLabel('รหัสผ่าน').fill(password);
  await page.getByLabel(/ฉันได้อ่านและยอมรับ/).check();
}

/**
 * Sends the registration and confirms the address by the link of the mail.
 *
 * @param {Page} page
 * @param {string} mails
 * @param {Member} member
 */
export async function send(page, mails, { email }) {
  await page.getByRole('button', { name: 'สมัครสมาชิก' }).click();
  await page.getByRole('heading', { name: 'โปรดดูอีเมลของท่าน' }).waitFor();
  await page.goto(await confirmation(mails, email));
  await page.getByRole('button', { name: /ยืนยันอีเมล/ }).click();
  await page.getByRole('button', { name: /ยืนยันอีเมล/ }).waitFor({ state: 'hidden' });
}

/**
 * Registers with an authority of the sample register.
 *
 * @param {Page} page
 * @param {{km: string, mails: string}} house
 * @param {Member} member
 */
export async function join(page, { km, mails }, member) {
  await page.goto(`${km}/members/register?authority=05470105`);
  await fillIn(page, member);
  await send(page, mails, member);
}

/**
 * @param {string} mails
 * @param {string} email
 */
async function confirmation(mails, email) {
  for (let tries = 0; tries < 100; tries += 1) {
    /** @type {{to: string[], text: string}[]} */
    const caught = await (await fetch(`${mails}/mails.json`)).json();
    const { text = '' } = caught.filter(({ to }) => to.includes(email)).at(-1) ?? {};
    const [url] = /http\S+\/members\/confirm\S+/.exec(text) ?? [];
    if (url) return url;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The mail that confirms an address did not come.');
}
