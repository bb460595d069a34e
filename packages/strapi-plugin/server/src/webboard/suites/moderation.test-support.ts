import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  app,
  askAsPanel,
  asker,
  board,
  mailsTo,
  moderate,
  newcomer,
  officer,
  peer,
  table,
} from '../../../test/board-house';
import { signInMember, type TestMember } from '../../../test/member';

/** What moderators do. */
export function moderationSuite(): void {
  it('holds the first post of a new member until a moderator lets it through', async () => {
    const sent = await board.send(newcomer, '/threads', {
      key: randomUUID(),
      kind: 'question',
      title: 'คำถามแรกของสมาชิกใหม่',
      body: 'ข้อความ',
    });
    expect(sent.data).toMatchObject({ state: 'held', heldReason: 'newMember' });
    const id = sent.data.id as unknown as string;
    for (const path of [`/threads/${id}`, `/threads/${id}/replies`]) {
      expect((await board.read(path)).status).toBe(404);
    }
    expect((await board.read(`/threads/${id}/source`, peer)).status).toBe(404);
    expect(
      (await board.send(peer, `/threads/${id}/replies`, { key: randomUUID(), body: 'ก' })).status
    ).toBe(404);
    const queue = await askAsPanel('strapi-editor', 'GET', '/km/moderation/queue');
    expect((queue.body.data as { id: string }[]).map((item) => item.id)).toContain(id);
    const acted = await askAsPanel('strapi-editor', 'POST', '/km/moderation/acts', {
      items: [
        { kind: 'thread', id },
        { kind: 'reply', id: 'a'.repeat(24) },
      ],
      action: 'approve',
      reason: 'ตรวจแล้ว',
    });
    expect(acted.body.data).toMatchObject([{ id, done: true }, { done: false }]);
    expect((await board.read(`/threads/${id}`)).status).toBe(200);
    expect(await board.ask(newcomer)).toBeTruthy();
    const traffic = await askAsPanel('strapi-editor', 'GET', '/km/moderation/traffic/check');
    expect(traffic.status).toBe(403);
  });

  it('hides a reply with what hangs on it, and its place stays', async () => {
    const id = await board.ask(asker);
    const reply = await board.reply(peer, id, { body: 'ข้อความที่ไม่เหมาะสม' });
    await board.send(asker, `/threads/${id}/accept`, { reply, replaces: null });
    expect(
      (await board.send(peer, `/replies/${reply}/actions`, { action: 'hide', reason: 'ก ข ค' }))
        .status
    ).toBe(403);
    expect((await moderate(`/replies/${reply}/actions`, 'hide')).status).toBe(200);
    const { data } = await board.read(`/threads/${id}`);
    expect(data).toMatchObject({ replyCount: 0, acceptedReply: null, state: 'open' });
    const replies = await board.read(`/threads/${id}/replies`);
    expect(replies.data).toMatchObject([{ number: 1, bodyHtml: '', removed: 'moderator' }]);
    expect(JSON.stringify(replies)).not.toContain('ไม่เหมาะสม');
    const log = await table('km_moderation_log').where({ post_id: reply });
    expect(log).toMatchObject([{ action: 'hide', reason: 'ตามกติกาของเว็บบอร์ด' }]);
    await expect(table('km_moderation_log').where({ post_id: reply }).delete()).rejects.toThrow();
    await expect(table('km_moderation_log').update({ reason: 'x' })).rejects.toThrow();
  });

  it('pins, locks, closes and joins', async () => {
    const id = await board.ask(asker, { title: 'คำถามหลักเรื่องเดียวกัน' });
    const twin = await board.ask(peer, { title: 'คำถามซ้ำเรื่องเดียวกัน' });
    await board.reply(officer, id);
    await board.reply(officer, twin);
    for (const action of ['pin', 'lock']) await moderate(`/threads/${id}/actions`, action);
    const locked = await board.send(peer, `/threads/${id}/replies`, {
      key: randomUUID(),
      body: 'ก',
    });
    expect(locked).toMatchObject({ status: 409, error: { details: { code: 'closed' } } });
    expect((await moderate(`/threads/${twin}/actions`, 'merge', { into: id })).status).toBe(200);
    expect((await board.read(`/threads/${twin}`)).data).toMatchObject({ mergedInto: { id } });
    const replies = await board.read(`/threads/${id}/replies`);
    expect((replies.data as unknown as { number: number }[]).map(({ number }) => number)).toEqual([
      1, 2, 3,
    ]);
    await moderate(`/threads/${id}/actions`, 'close');
    expect((await board.read(`/threads/${id}`)).data).toMatchObject({
      state: 'closed',
      pinned: true,
      replyCount: 3,
      closedReason: 'ตามกติกาของเว็บบอร์ด',
    });
    const shown = await table('km_threads').where({ state: 'shown' }).count({ total: 'id' });
    const { meta } = await board.read('/threads');
    expect(meta.total).toBe(Number(shown[0]?.total));
  });

  it('joins duplicates with their voices, followers and files, and tells nobody twice', async () => {
    const id = await board.ask(asker, { title: 'เบิกเงินไม่ได้ กระทู้หลัก' });
    const twin = await board.ask(peer, { title: 'เบิกเงินไม่ได้ **กระทู้ซ้ำ** <b>' });
    for (const member of [officer, newcomer]) {
      await board.send(member, `/threads/${twin}/same-problem`, { on: true });
    }
    await board.send(officer, `/threads/${id}/same-problem`, { on: true });
    await board.send(newcomer, `/threads/${twin}/follow`, { mode: 'immediate' });
    await board.reply(officer, id);
    await board.reply(officer, twin, { body: 'ตอบที่กระทู้ซ้ำ' });
    const held = await board.send(newcomer, `/threads/${twin}/replies`, {
      key: randomUUID(),
      body: 'ปลดหนี้ ที่ยังไม่มีใครเห็น',
    });
    expect(held.data).toMatchObject({ state: 'held' });
    expect((await moderate(`/threads/${twin}/actions`, 'merge', { into: id })).status).toBe(200);
    const { data: thread } = await board.read(`/threads/${id}`);
    expect(thread).toMatchObject({ replyCount: 3, sameProblemCount: 2 });
    const { data: replies } = await board.read(`/threads/${id}/replies`);
    const [, opening, moved] = replies as unknown as { bodyHtml: string; number: number }[];
    expect(opening?.bodyHtml).toContain('&lt;b&gt;');
    expect(moved).toMatchObject({ number: 3, bodyHtml: '<p>ตอบที่กระทู้ซ้ำ</p>' });
    const [{ told }] = await table('km_follows').where({ thread_id: id, member_id: newcomer.id });
    expect(told).toBe(3);
    // What was held is shown over there, after everything else.
    const approved = await moderate(`/replies/${String(held.data.id)}/actions`, 'approve');
    expect(approved.status).toBe(200);
    expect((await board.read(`/threads/${id}`)).data).toMatchObject({ replyCount: 4 });
    expect((await board.read(`/threads/${twin}/replies`)).data).toEqual([]);
    expect((await moderate(`/threads/${twin}/actions`, 'merge', { into: id })).status).toBe(409);
    expect((await moderate(`/threads/${id}/actions`, 'merge', { into: id })).status).toBe(404);
  });

  it('makes an officer’s answer a question of the FAQ and keeps the thread', async () => {
    const id = await board.ask(asker, { title: 'คำถามที่ถามกันบ่อย' });
    const reply = await board.reply(officer, id, { body: '- ข้อหนึ่ง\n- ข้อสอง' });
    expect((await board.send(peer, `/threads/${id}/promote`, { reply })).status).toBe(403);
    const made = await board.send(officer, `/threads/${id}/promote`, { reply, publish: true });
    expect(made).toMatchObject({ status: 201, data: { published: true } });
    const faq = await board.read(`/faqs/${String(made.data.faq)}`);
    expect(faq.data).toMatchObject({ question: 'คำถามที่ถามกันบ่อย' });
    expect((await board.read(`/threads/${id}`)).data).toMatchObject({ faq: { id: made.data.faq } });
    expect((await board.send(officer, `/threads/${id}/promote`, { reply })).status).toBe(409);
  });

  it('holds what enough members report, and tells its author; readers without an account hold nothing', async () => {
    const author = await signInMember(app);
    const id = await board.ask(asker);
    const reply = await board.reply(author, id);
    const report = (member: TestMember | null) =>
      board.send(member, `/replies/${reply}/report`, { reason: 'rude' });
    for (let times = 0; times < 5; times += 1) await report(null);
    for (const member of [asker, asker, officer]) await report(member);
    expect((await board.read(`/threads/${id}`)).data).toMatchObject({ replyCount: 1 });
    expect((await report(newcomer)).status).toBe(201);
    expect((await board.read(`/threads/${id}`)).data).toMatchObject({ replyCount: 0 });
    expect((await mailsTo(author.email)).at(-1)?.text).toContain('ผู้แจ้งปัญหาครบจำนวน');
    const queue = await askAsPanel('strapi-editor', 'GET', '/km/moderation/queue?pageSize=100');
    expect(queue.body.data).toContainEqual(
      expect.objectContaining({ id: reply, heldReason: 'reported' })
    );
    await moderate(`/replies/${reply}/actions`, 'approve');
    expect((await board.read(`/threads/${id}`)).data).toMatchObject({ replyCount: 1 });
  });

  it('warns, suspends and takes it back, each by mail with its reason', async () => {
    const rude = await signInMember(app);
    const id = await board.ask(asker);
    const until = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString();
    const decide = (action: string, more: object = {}) =>
      askAsPanel('strapi-editor', 'POST', `/km/moderation/members/${rude.id}`, {
        action,
        reason: `เหตุผลของ ${action}`,
        ...more,
      });
    const post = async () =>
      (await board.send(rude, `/threads/${id}/replies`, { key: randomUUID(), body: 'ก' })).status;
    expect((await decide('suspend')).status).toBe(400);
    expect((await decide('warn')).status).toBe(200);
    expect(await post()).toBe(201);
    expect((await decide('suspend', { until })).status).toBe(200);
    expect([401, 403]).toContain(await post());
    expect((await decide('reinstate')).status).toBe(200);
    const texts = (await mailsTo(rude.email)).map(({ text }) => text).join('\n');
    for (const action of ['warn', 'suspend', 'reinstate']) {
      expect(texts).toContain(`เหตุผลของ ${action}`);
    }
    const log = await askAsPanel('strapi-editor', 'GET', `/km/moderation/log?memberId=${rude.id}`);
    expect((log.body.data as { action: string }[]).map(({ action }) => action)).toEqual([
      'reinstate',
      'suspend',
      'warn',
    ]);
  });
}
