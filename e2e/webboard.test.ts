import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityFindings, openPage, untilLoaded } from './browser.js';
import {
  administrator,
  confirm,
  launchWithoutForeignCookies,
  mailTo,
  provincialPage,
  register,
  signInByWindow,
  type Newcomer,
} from './joining.js';

const asker: Newcomer = {
  email: 'asker@example.go.th',
  password: 'กบร้องหน้าฝน ริมนา 9',
  displayName: 'อรุณ ทดลองถาม',
  position: 'นักวิชาการคลัง',
  wantsMail: true,
};
const officer: Newcomer = {
  email: 'officer@example.go.th',
  password: 'นกกระยางขาว กลางทุ่ง 4',
  displayName: 'วิภา ทดลองตอบ',
  position: 'นักวิชาการส่งเสริมการปกครองท้องถิ่น',
};
// Words that no query of the search journeys asks for: all files share one house.
const title = 'กดบันทึกทะเบียนรถกู้ภัยแล้วหน้าจอค้าง';
const answer = 'ตรวจว่าวันที่รับมอบรถอยู่ในปีงบประมาณที่เปิดไว้';

/** Somebody at the provincial page, with what its console complained of. */
async function visit(browser: Browser): Promise<{ page: Page; board: Board }> {
  const { page, complaints } = await openPage(browser, provincialPage());
  const board = page.locator('km-webboard');
  await board.scrollIntoViewIfNeeded();
  await board.locator('[part~="base"][aria-busy="false"]').first().waitFor();
  return { page, board: Object.assign(board, { complaints }) };
}
type Board = ReturnType<Page['locator']> & { complaints: string[] };

const findingsOfBoard = async (page: Page) =>
  (await accessibilityFindings(page)).filter((line) => line.includes('km-webboard'));

// Two members, an editor's panel and a second site, one after the other.
describe('a question of a municipality', { timeout: 300_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchWithoutForeignCookies();
  });
  afterAll(() => browser?.close());

  it('is asked, answered, accepted and becomes a question of the FAQ, all on foreign pages', async () => {
    // Both register and confirm; the department makes one of them its officer.
    const joining = await browser.newContext({ locale: 'th-TH' });
    for (const newcomer of [asker, officer]) {
      await confirm(await register(joining, newcomer), newcomer.email);
    }
    await joining.close();
    const admin = await administrator(inject('logins').admin);
    const { data: found } = await admin<{ data: { id: string }[] }>(
      `/members?q=${encodeURIComponent(officer.email)}`
    );
    await admin(`/members/${found[0]!.id}/appoint`, {
      reason: 'เจ้าหน้าที่ของกรม',
      grade: 'officer',
      isModerator: true,
    });

    // Signs in with the button that asks, is shown what was answered before, and asks all the same.
    const { page: municipal, board } = await visit(browser);
    await signInByWindow(
      municipal,
      () => board.getByRole('button', { name: 'เข้าสู่ระบบเพื่อตั้งกระทู้' }).click(),
      asker
    );
    const [known] = (await (await fetch(`${inject('km')}/api/km/v1/faqs?pageSize=1`)).json())
      .data as { question: string }[];
    const field = board.getByLabel('หัวข้อ');
    await field.fill(known!.question);
    const suggestion = board.locator('[part=suggestion]').filter({ hasText: known!.question });
    await suggestion.getByRole('button', { name: 'ตรงกับที่ฉันถาม' }).waitFor();
    expect(await findingsOfBoard(municipal)).toEqual([]);
    await field.fill(title);
    await board.getByLabel('รายละเอียด').fill('กดยืนยันแล้ว**หมุนค้าง** ไม่มีข้อความแจ้ง');
    await board.getByRole('button', { name: 'ตั้งกระทู้', exact: true }).click();

    // The first post of a new member waits for a moderator of the department's panel.
    await board.locator('.held').getByText(title).waitFor();
    const moderation = await administrator(inject('logins').editor);
    const { data: queue } = await moderation<{ data: { id: string; title: string }[] }>(
      '/moderation/queue?show=held'
    );
    const { id } = queue.find((post) => post.title === title)!;
    expect((await fetch(`${inject('km')}/api/km/v1/threads/${id}`)).status).toBe(404);
    await moderation('/moderation/acts', {
      items: [{ kind: 'thread', id }],
      action: 'approve',
      reason: 'ตรวจแล้ว เหมาะสม',
    });

    // An officer answers in the same page of the same province, on another machine.
    const { page: desk, board: officersBoard } = await visit(browser);
    await signInByWindow(
      desk,
      () => desk.locator('km-member-menu').getByRole('button', { name: 'เข้าสู่ระบบ' }).click(),
      officer
    );
    await officersBoard.getByRole('link', { name: title }).click();
    await officersBoard.getByRole('button', { name: 'ตอบกระทู้' }).click();
    await officersBoard.getByLabel('คำตอบของท่าน').fill(answer);
    await officersBoard.getByRole('button', { name: 'ตอบกระทู้' }).click();
    const reply = officersBoard.getByRole('article', { name: 'คำตอบที่ 1' });
    await reply.getByText('คำตอบจาก สถ.').waitFor();
    expect(await findingsOfBoard(desk)).toEqual([]);

    // Whoever asked hears of it by mail, and says that this was it.
    await mailTo(asker.email, /วิภา ทดลองตอบ/);
    await municipal.evaluate((thread) => (location.hash = `km-thread=${thread}`), id);
    const own = board.getByRole('article', { name: 'คำตอบที่ 1' });
    await own.getByRole('button', { name: 'เลือกเป็นคำตอบ' }).click();
    await board.getByRole('article', { name: 'คำตอบที่เลือก' }).getByText(answer).waitFor();
    expect(await findingsOfBoard(municipal)).toEqual([]);

    // The officer makes it a question of the FAQ, in place.
    await reply.getByRole('button', { name: 'เพิ่มเติม' }).click();
    await reply.getByRole('button', { name: 'ทำเป็นคำถามที่พบบ่อย' }).click();
    const dialog = officersBoard.getByRole('dialog');
    await dialog.getByLabel(/เผยแพร่ทันที/).check();
    expect(await findingsOfBoard(desk)).toEqual([]);
    await dialog.getByRole('button', { name: 'ยืนยัน' }).click();
    await officersBoard.getByText('คำตอบของกระทู้นี้อยู่ในคำถามที่พบบ่อย').waitFor();

    // And every municipal page shows it.
    const { page: elsewhere, complaints } = await openPage(browser, inject('site'));
    await untilLoaded(elsewhere, 'km-faq-list');
    const list = elsewhere.locator('km-faq-list');
    await list.getByLabel('ค้นหาคำถาม').fill(title);
    await list.getByRole('button', { name: title }).click();
    await list.getByText(answer).waitFor();
    expect([...board.complaints, ...officersBoard.complaints, ...complaints]).toEqual([]);
  });
});
