import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  app,
  askAsPanel,
  asker,
  board,
  moderate,
  newcomer,
  officer,
  peer,
  table,
} from '../../../test/board-house';
import { signInMember, type TestMember } from '../../../test/member';

/** What nobody may do. */
export function attackSuite(): void {
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
    const path = `/km/moderation/members/${rude.id}`;
    const decision = { action: 'block', reason: 'ผิดกติกาซ้ำ' };
    const acted = await askAsPanel('strapi-super-admin', 'POST', path, decision);
    expect(acted.status).toBe(200);
    const sent = await board.send(rude, `/threads/${id}/replies`, { key: randomUUID(), body: 'ก' });
    expect([401, 403]).toContain(sent.status);
  });

  it('gives nothing of what is held or hidden to whoever guesses its id', async () => {
    const sent = await board.send(newcomer, '/threads', {
      key: randomUUID(),
      kind: 'question',
      title: 'ความลับในชื่อกระทู้ บาคาร่า',
      body: 'ความลับในข้อความ',
    });
    expect(sent.data).toMatchObject({ state: 'held' });
    const held = String(sent.data.id);
    const hidden = await board.ask(asker, { title: 'ความลับที่ถูกซ่อน', body: 'ความลับ' });
    const inHidden = await board.reply(peer, hidden, { body: 'ความลับในคำตอบ' });
    await moderate(`/threads/${hidden}/actions`, 'hide');
    const open = await board.ask(asker);
    const hiddenReply = await board.reply(peer, open, { body: 'ความลับในคำตอบที่ถูกซ่อน' });
    await moderate(`/replies/${hiddenReply}/actions`, 'hide');
    const posts = [
      ...[held, hidden].map((id) => `/threads/${id}`),
      ...[inHidden, hiddenReply].map((id) => `/replies/${id}`),
    ];
    const key = randomUUID();
    const tries: [path: string, body?: object][] = [
      ...[held, hidden].flatMap((id): [string, object?][] => [
        [`/threads/${id}`],
        [`/threads/${id}/replies`],
        [`/threads/${id}/replies`, { key, body: 'ก', quoteOf: inHidden }],
        [`/threads/${id}/accept`, { reply: inHidden, replaces: null }],
        [`/threads/${id}/follow`, { mode: 'immediate' }],
        [`/threads/${id}/same-problem`, { on: true }],
        [`/threads/${id}/read`, { lastRead: 1 }],
        [`/threads/${id}/views`, {}],
        [`/threads/${id}/promote`, { reply: inHidden }],
      ]),
      ...[inHidden, hiddenReply].map((id): [string, object] => [
        `/replies/${id}/helpful`,
        { on: true },
      ]),
      ...posts.flatMap((path): [string, object?][] => [
        [`${path}/source`],
        [`${path}/history`],
        [`${path}/edit`, { revision: 1, body: 'แก้ไข' }],
        [`${path}/delete`, {}],
        [`${path}/report`, { reason: 'rude' }],
      ]),
      [`/threads/${open}/replies`, { key, body: 'ก', quoteOf: hiddenReply }],
      [`/threads/${open}/accept`, { reply: hiddenReply, replaces: null }],
    ];
    for (const [path, body] of tries) {
      const answer = body ? await board.send(officer, path, body) : await board.read(path, officer);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    const { data } = await board.read(`/threads/mine?ids=${held},${hidden}`, officer);
    expect(data.threads).toEqual([]);
    for (const path of ['/threads?pageSize=100', '/threads?q=ความลับ', `/threads/${open}/replies`]) {
      expect(JSON.stringify(await board.read(path))).not.toContain('ความลับ');
    }
  });
}
