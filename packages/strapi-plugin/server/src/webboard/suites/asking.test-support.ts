import { randomUUID } from 'node:crypto';
import { threadAnswer, threadListAnswer, replyListAnswer, mineAnswer } from '@km-laas/contract';
import { expect, it } from 'vitest';
import { app, board, asker, peer, officer, moderator, table } from '../../../test/board-house';
import { type TestMember } from '../../../test/member';
import { sendReplyNotices } from '../notices/reply-notices';

/** Asking, answering, and what belongs to a member. */
export function askingSuite(): void {
  it('shows a question, its replies and its accepted answer, as the contract says', async () => {
    const id = await board.ask(asker, { errorMessage: 'ORA-00001' });
    await board.reply(peer, id);
    const answer = await board.reply(officer, id, { body: 'ตรวจ **ปีงบประมาณ** ก่อน' });
    const accepted = await board.send(asker, `/threads/${id}/accept`, {
      reply: answer,
      replaces: null,
    });
    expect(accepted).toMatchObject({ status: 200, data: { accepted: answer, state: 'answered' } });
    const thread = threadAnswer.parse(
      await (await app.get(`/api/km/v1/threads/${id}`)).json()
    ).data;
    expect(thread).toMatchObject({
      state: 'answered',
      replyCount: 2,
      acceptedGrade: 'official',
      officialAnswer: true,
      errorMessage: 'ORA-00001',
      author: { id: asker.id, displayName: 'ผู้ถาม ทดสอบ' },
    });
    expect(thread.acceptedReply?.bodyHtml).toBe('<p>ตรวจ <strong>ปีงบประมาณ</strong> ก่อน</p>');
    const replies = replyListAnswer.parse(
      await (await app.get(`/api/km/v1/threads/${id}/replies`)).json()
    );
    expect(replies.data.map(({ number, grade, accepted: is }) => [number, grade, is])).toEqual([
      [1, 'peer', false],
      [2, 'official', true],
    ]);
    const list = threadListAnswer.parse(
      await (await app.get('/api/km/v1/threads?state=answered')).json()
    );
    expect(list.data.map((item) => item.id)).toContain(id);
    expect(list.meta.total).toBe(list.data.length);
    expect(JSON.stringify([thread, replies, list])).not.toContain(asker.email);
  });

  it('writes once what is sent twice, at once or later', async () => {
    const key = randomUUID();
    const body = { key, kind: 'question', title: 'ส่งสองครั้ง', body: 'ข้อความเดียว' };
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => board.send(asker, '/threads', body))
    );
    sent.push(await board.send(asker, '/threads', body));
    expect(sent.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(new Set(sent.map(({ data }) => data.id)).size).toBe(1);
    expect(sent.filter(({ meta }) => meta.repeated === false)).toHaveLength(1);
    const other = await board.send(asker, '/threads', { ...body, body: 'คนละข้อความ' });
    expect(other).toMatchObject({ status: 409, error: { details: { code: 'keyUsed' } } });
  });

  it('lets one of two who accept at once win and tells the other', async () => {
    const id = await board.ask(asker);
    const one = await board.reply(peer, id);
    const two = await board.reply(officer, id);
    const sent = await Promise.all([
      board.send(asker, `/threads/${id}/accept`, { reply: one, replaces: null }),
      board.send(officer, `/threads/${id}/accept`, { reply: two, replaces: null }),
    ]);
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { data } = await board.read(`/threads/${id}`);
    const winner = sent[0]?.status === 200 ? one : two;
    expect(data).toMatchObject({ acceptedReply: { id: winner } });
  });

  it('counts each voice once and nobody for themselves', async () => {
    const id = await board.ask(asker);
    const share = (member: TestMember, on: boolean) =>
      board.send(member, `/threads/${id}/same-problem`, { on });
    await Promise.all([share(peer, true), share(peer, true), share(officer, true)]);
    expect((await share(peer, true)).data).toEqual({ on: true, count: 2 });
    expect((await share(peer, false)).data).toEqual({ on: false, count: 1 });
    expect((await share(asker, true)).status).toBe(400);
    const reply = await board.reply(peer, id);
    const helpful = await board.send(asker, `/replies/${reply}/helpful`, { on: true });
    expect(helpful.data).toEqual({ on: true, count: 1 });
  });

  it('keeps earlier wordings, for its writer and moderators alone', async () => {
    const id = await board.ask(asker, { body: 'คำแรก' });
    const edit = (revision: number, body: string, member = asker) =>
      board.send(member, `/threads/${id}/edit`, { revision, body });
    expect((await edit(1, 'คำที่สอง')).data).toMatchObject({ revision: 2 });
    expect(await edit(1, 'คำที่สาม')).toMatchObject({
      status: 409,
      error: { details: { code: 'changedMeanwhile', revision: 2 } },
    });
    expect((await edit(2, 'ของคนอื่น', peer)).status).toBe(403);
    const history = await board.read(`/threads/${id}/history`, moderator);
    expect(history.data).toMatchObject([{ revision: 1, bodyHtml: '<p>คำแรก</p>' }]);
    expect((await board.read(`/threads/${id}/history`, peer)).status).toBe(403);
    expect((await board.read(`/threads/${id}`)).data).toMatchObject({ editedAt: null });
    const long = '2026-01-01T00:00:00.000Z';
    await table('km_threads').where({ id }).update({ created_at: long });
    await edit(2, 'หลังสิบห้านาที');
    expect((await board.read(`/threads/${id}`)).data.editedAt).toBeTruthy();
  });

  it('tells a member what is theirs, and nobody else', async () => {
    const id = await board.ask(asker);
    await board.reply(peer, id);
    const mine = mineAnswer.parse(
      await (await app.get(`/api/km/v1/threads/mine?ids=${id}`, { headers: asker.headers })).json()
    ).data;
    expect(mine.threads).toMatchObject([
      { id, isAuthor: true, follow: 'immediate', unread: 1, canAccept: true, canEdit: true },
    ]);
    expect(mine.unreadThreads).toBeGreaterThan(0);
    const read = await board.send(asker, `/threads/${id}/read`, { lastRead: 99 });
    expect(read.data).toMatchObject({ lastRead: 1 });
    expect((await board.read('/threads/mine')).status).toBe(401);
    const elsewhere = { ...asker.headers, Origin: 'https://evil.example' };
    expect((await app.get('/api/km/v1/threads/mine', { headers: elsewhere })).status).toBe(401);
  });

  it('mails a follower once of what is new, with a way to end it', async () => {
    const id = await board.ask(asker);
    await board.reply(peer, id);
    const before = Number((await table('km_mails').count({ total: 'id' }))[0]?.total);
    await Promise.all([sendReplyNotices(app.strapi)]);
    await sendReplyNotices(app.strapi);
    const row = await table('km_follows').where({ thread_id: id, member_id: asker.id }).first();
    expect(row.told).toBe(1);
    const after = Number((await table('km_mails').count({ total: 'id' }))[0]?.total);
    expect(after).toBeGreaterThan(before);
  });
}
