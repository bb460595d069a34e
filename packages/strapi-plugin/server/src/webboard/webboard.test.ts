import { randomUUID } from 'node:crypto';
import { threadAnswer, threadListAnswer, replyListAnswer, mineAnswer } from '@km-laas/contract';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boardOf, type Board } from '../../test/board';
import { signInMember, type TestMember } from '../../test/member';
import { signIn } from '../../test/sign-in';
import { startApp, type TestApp } from '../../test/start-app';
import { sendReplyNotices } from './notices/reply-notices';
import { findBreak } from './records/traffic-log';
import { xssVectors } from './rules/xss-vectors.test-support';
import { intruders } from './rules/markup.test-support';

let app: TestApp;
let board: Board;
let asker: TestMember;
let peer: TestMember;
let officer: TestMember;
let moderator: TestMember;
let newcomer: TestMember;

beforeAll(async () => {
  app = await startApp();
  board = boardOf(app);
  asker = await signInMember(app, { displayName: 'ผู้ถาม ทดสอบ', wantsMail: true });
  peer = await signInMember(app);
  officer = await signInMember(app, { grade: 'officer' });
  moderator = await signInMember(app, { grade: 'officer', isModerator: true });
  newcomer = await signInMember(app, { approvedPosts: 0 });
});
afterAll(() => app?.stop());
// What one test used up is not the next one's fault.
beforeEach(() => table('km_limits').delete());

const table = (name: string) => app.strapi.db.connection(name);
const moderate = (path: string, action: string, more: object = {}) =>
  board.send(moderator, path, { action, reason: 'ตามกติกาของเว็บบอร์ด', ...more });

describe('asking and answering', () => {
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
});

describe('moderation', () => {
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
    const headers = await signIn(app, 'strapi-editor');
    const queue = (await (await app.get('/km/moderation/queue', { headers })).json()) as {
      data: { id: string }[];
    };
    expect(queue.data.map((item) => item.id)).toContain(id);
    const acted = await app.get('/km/moderation/acts', {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        items: [
          { kind: 'thread', id },
          { kind: 'reply', id: 'a'.repeat(24) },
        ],
        action: 'approve',
        reason: 'ตรวจแล้ว',
      }),
    });
    expect(((await acted.json()) as { data: object[] }).data).toMatchObject([
      { id, done: true },
      { done: false },
    ]);
    expect((await board.read(`/threads/${id}`)).status).toBe(200);
    expect(await board.ask(newcomer)).toBeTruthy();
    expect((await app.get('/km/moderation/traffic/check', { headers })).status).toBe(403);
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
});

describe('attack', () => {
  it('lets no script through any field', async () => {
    const id = await board.ask(moderator, { title: 'รวมเวกเตอร์ทดสอบ' });
    for (let from = 0; from < xssVectors.length; from += 40) {
      const part = xssVectors.slice(from, from + 40).join('\n\n');
      await board.reply(moderator, id, { body: part, personalDataSeen: true });
    }
    const hostile = await board.ask(moderator, {
      title: `${xssVectors.slice(0, 3).join(' ')}`.slice(0, 199),
      body: xssVectors[0],
      errorMessage: xssVectors[1],
    });
    const { data } = await board.read(`/threads/${id}/replies?pageSize=100`);
    for (const { bodyHtml } of data as unknown as { bodyHtml: string }[]) {
      expect(intruders(bodyHtml)).toEqual([]);
    }
    const thread = (await board.read(`/threads/${hostile}`)).data as unknown as {
      bodyHtml: string;
    };
    expect(intruders(thread.bodyHtml)).toEqual([]);
    const feed = await (await app.get('/api/km/v1/threads.atom')).text();
    expect(feed).not.toMatch(/<script|<img/i);
  });

  it('takes nothing a member may not say of their own post', async () => {
    const ok = { key: randomUUID(), kind: 'question', title: 'ทดสอบ', body: 'ทดสอบ' };
    for (const more of [
      { author: officer.id },
      { authorId: officer.id },
      { grade: 'official' },
      { state: 'shown' },
      { pinned: true },
      { accepted: true },
      { sample: true },
      { __proto__x: 1 },
    ]) {
      const sent = await board.send(newcomer, '/threads', { ...ok, ...more });
      expect(sent.status).toBe(400);
    }
  });

  it('has nothing half done after what is refused', async () => {
    const before = await table('km_threads').count({ total: 'id' });
    const send = (data: object, member: TestMember | null = asker) =>
      board.send(member, '/threads', {
        key: randomUUID(),
        kind: 'question',
        title: 'ทดสอบการปฏิเสธ',
        body: 'ข้อความ',
        ...data,
      });
    expect((await send({}, null)).status).toBe(401);
    expect((await send({ body: 'ก'.repeat(20_001) })).status).toBe(400);
    expect((await send({ body: '\u200B\u3164\u2060' })).status).toBe(400);
    expect((await send({ topic: 'no-such-menu' })).status).toBe(400);
    expect((await send({ attachments: ['a'.repeat(24)] })).status).toBe(400);
    expect((await send({ key: 'short' })).status).toBe(400);
    expect((await send({ body: 'x'.repeat(300_000) })).status).toBe(413);
    const blocked = await send({ body: 'เลขบัตร 1-2345-67890-12-1' });
    expect(blocked).toMatchObject({
      status: 400,
      error: { details: { code: 'personalData', decision: 'block' } },
    });
    const warned = await send({ body: 'โทร 081-234-5678' });
    expect(warned).toMatchObject({ error: { details: { decision: 'warn' } } });
    expect(await table('km_threads').count({ total: 'id' })).toEqual(before);
    expect((await send({ body: 'โทร 081-234-5678', personalDataSeen: true })).status).toBe(201);
  });

  it('answers ten thousand quotes within one another and towers of marks', async () => {
    const id = await board.ask(officer, {
      title: `ก${'\u0E49'.repeat(150)}ขคงจ`,
      body: `${'>'.repeat(10_000)} x`,
    });
    const { data } = await board.read(`/threads/${id}`);
    expect((data.title as unknown as string).length).toBeLessThan(20);
  });

  it('stops a flood of one member and not their office', async () => {
    const flooder = await signInMember(app);
    const id = await board.ask(asker);
    const statuses: number[] = [];
    for (let sent = 0; sent < 34; sent += 1) {
      const answer = await board.send(flooder, `/threads/${id}/replies`, {
        key: randomUUID(),
        body: `ข้อความที่ ${sent}`,
      });
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 30).every((status) => status === 201)).toBe(true);
    expect(statuses.slice(30)).toEqual([429, 429, 429, 429]);
    expect(await board.reply(peer, id)).toBeTruthy();
  });

  it('takes effect at once when a member is blocked', async () => {
    const rude = await signInMember(app);
    const id = await board.ask(asker);
    await board.reply(rude, id);
    const headers = await signIn(app, 'strapi-super-admin');
    const acted = await app.get(`/km/moderation/members/${rude.id}`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ action: 'block', reason: 'ผิดกติกาซ้ำ' }),
    });
    expect(acted.status).toBe(200);
    const sent = await board.send(rude, `/threads/${id}/replies`, { key: randomUUID(), body: 'ก' });
    expect([401, 403]).toContain(sent.status);
  });
});

describe('attachments', () => {
  const upload = async (bytes: Buffer, type: string, member = asker) => {
    const response = await app.get('/api/km/v1/attachments?name=..%2Fx.svg.png', {
      method: 'POST',
      headers: { ...member.headers, 'Content-Type': type },
      body: new Uint8Array(bytes),
    });
    return { status: response.status, body: (await response.json()) as { data: { id: string } } };
  };
  const picture = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#0b57a4' } })
      .withExif({ IFD0: { Copyright: 'SECRET-PLACE' } })
      .jpeg()
      .toBuffer();

  it('draws pictures anew and shows them only while their post is shown', async () => {
    const { status, body } = await upload(await picture(), 'image/jpeg');
    expect(status).toBe(201);
    const { id } = body.data;
    const path = `/api/km/v1/attachments/${id}`;
    expect((await app.get(path)).status).toBe(404);
    expect(
      (
        await board.send(peer, '/threads', {
          key: randomUUID(),
          kind: 'question',
          title: 'ของคนอื่น',
          body: 'ก',
          attachments: [id],
        })
      ).status
    ).toBe(400);
    const thread = await board.ask(asker, { body: `![ภาพ](attachment:${id})`, attachments: [id] });
    const shown = await app.get(path);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('image/webp');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(await shown.arrayBuffer()).includes('SECRET-PLACE')).toBe(false);
    await moderate(`/threads/${thread}/actions`, 'hide');
    expect((await app.get(path)).status).toBe(404);
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 415],
    ['a page called a picture', Buffer.from('<script>alert(1)</script>'), 415],
    ['a GIF', Buffer.from('GIF89a/*'), 415],
    ['a broken PNG', Buffer.from('\x89PNG\r\n\x1A\n<script>', 'latin1'), 400],
    ['a PDF that runs', Buffer.from('%PDF-1.4\n/JavaScript\nstartxref\n0\n%%EOF\n'), 400],
    ['a PDF with a page behind it', Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF\n<html>'), 400],
    [
      'a PDF that is a ZIP too',
      Buffer.from('%PDF-1.4\nPK\x03\x04\nstartxref\n0\n%%EOF', 'latin1'),
      400,
    ],
  ])('refuses %s', async (_name, bytes, status) => {
    expect((await upload(bytes, 'image/png')).status).toBe(status);
  });

  it('refuses a picture that would take gigabytes, and what is too heavy', async () => {
    const bomb = await sharp({
      create: { width: 12_000, height: 4000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png()
      .toBuffer();
    expect((await upload(bomb, 'image/png')).status).toBe(400);
    expect((await upload(Buffer.alloc(5 * 1024 * 1024 + 1), 'image/png')).status).toBe(413);
  });
});

describe('the record', () => {
  it('holds as a chain, and neither a change nor a deletion of what is young passes', async () => {
    expect(await findBreak(app.strapi)).toBeNull();
    const rows = await table('km_traffic_log').orderBy('seq');
    expect(rows.length).toBeGreaterThan(50);
    expect(JSON.stringify(rows)).not.toContain('บันทึกฎีกา');
    await expect(table('km_traffic_log').update({ address: '0.0.0.0' })).rejects.toThrow();
    await expect(table('km_traffic_log').delete()).rejects.toThrow();
  });
});
