import { expect, it } from 'vitest';
import { app, asker, board, mailsTo, peer, table } from '../../../test/board-house';
import { signInMember } from '../../../test/member';
import { sendDigests } from '../notices/digest';
import { sendReplyNotices } from '../notices/reply-notices';

/** How followers hear of replies. */
export function followingSuite(): void {
  it('sums a day up in one mail, leaves out what is one’s own, and ends with one click', async () => {
    const reader = await signInMember(app, { wantsMail: true });
    const threads = [
      await board.ask(asker, { title: 'กระทู้ที่ติดตามหนึ่ง' }),
      await board.ask(asker, { title: 'กระทู้ที่ติดตามสอง' }),
      await board.ask(asker, { title: 'กระทู้ที่ไม่มีอะไรใหม่' }),
    ] as const;
    for (const id of threads) {
      await board.send(reader, `/threads/${id}/follow`, { mode: 'digest' });
    }
    await board.reply(peer, threads[0], { body: 'ข่าวแรก' });
    await board.reply(peer, threads[0], { body: 'ข่าวที่สอง' });
    await board.reply(peer, threads[1]);
    await board.reply(reader, threads[2]);
    // Several instances may do it at once.
    await Promise.all([sendDigests(app.strapi), sendReplyNotices(app.strapi)]);
    await sendDigests(app.strapi);
    const [mail, ...others] = await mailsTo(reader.email);
    expect(others).toEqual([]);
    expect(mail?.subject).toContain('2 กระทู้');
    expect(mail?.text).toContain('กระทู้ที่ติดตามหนึ่ง: คำตอบใหม่ 2 รายการ');
    expect(mail?.text).not.toContain('กระทู้ที่ไม่มีอะไรใหม่');

    // The next one is a day away, however much there is to tell.
    await board.reply(peer, threads[1]);
    await sendDigests(app.strapi);
    expect(await mailsTo(reader.email)).toHaveLength(1);
    const yesterday = new Date(Date.now() - 25 * 3_600_000).toISOString();
    const own = { member_id: reader.id };
    await table('km_follows').where(own).update({ told_at: yesterday });
    await sendDigests(app.strapi);
    expect(await mailsTo(reader.email)).toHaveLength(2);

    // As a mail program does it (RFC 8058), without a cookie and without a form of ours.
    const off = new URL(mail?.offUrl ?? '');
    const answer = await app.get(off.pathname + off.search, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(answer.status).toBe(200);
    await board.reply(peer, threads[1]);
    await table('km_follows').where(own).update({ told_at: yesterday });
    await sendDigests(app.strapi);
    await sendReplyNotices(app.strapi);
    expect(await mailsTo(reader.email)).toHaveLength(2);
  });

  it('says nothing of a reply that was held or taken away', async () => {
    const reader = await signInMember(app, { wantsMail: true });
    const id = await board.ask(asker);
    await board.send(reader, `/threads/${id}/follow`, { mode: 'digest' });
    await board.reply(peer, id, { body: 'เว็บพนัน เงินด่วน' });
    await sendDigests(app.strapi);
    expect(await mailsTo(reader.email)).toEqual([]);
  });

  it('tells whoever is named in a reply, once, and leaves their own choice alone', async () => {
    const named = await signInMember(app, { wantsMail: true });
    const id = await board.ask(asker);
    await board.reply(peer, id, { body: 'ก่อนหน้า' });
    const body = `[@เขา](member:${named.id}) ช่วยดูข้อนี้`;
    await board.reply(peer, id, { body });
    await sendReplyNotices(app.strapi);
    const [mail, ...others] = await mailsTo(named.email);
    expect(others).toEqual([]);
    expect(mail?.text).toContain('คำตอบใหม่ 1 รายการ');
    await board.send(named, `/threads/${id}/follow`, { mode: 'site' });
    await board.reply(peer, id, { body });
    const row = await table('km_follows').where({ thread_id: id, member_id: named.id }).first();
    expect(row.mode).toBe('site');
  });
}
