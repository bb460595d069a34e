import { expect, it } from 'vitest';
import { app, asker, board, peer, table } from '../../../test/board-house';
import { removeSampleThreads } from '../sample-removal';
import { addSampleThreads, people } from '../samples';

/** Invented threads beside real ones. */
export function samplesSuite(): void {
  it('go with all that is theirs, and leave every word of a real member', async () => {
    const invented = (title: string) => ({
      title,
      body: 'ข้อความตัวอย่าง',
      by: 'accountant' as const,
      daysAgo: 1,
      replies: [{ by: 'officer' as const, body: 'คำตอบตัวอย่าง', accepted: true }],
    });
    const threads = [invented('ตัวอย่างที่มีผู้ตอบจริง'), invented('ตัวอย่างล้วน')];
    await board.ask(asker);
    expect(await addSampleThreads(app.strapi, threads)).toBe(0);
    for (const name of ['km_replies', 'km_threads', 'km_thread_counts']) await table(name).delete();
    expect(await addSampleThreads(app.strapi, threads)).toBe(2);
    const samples = (await table('km_threads').where({ sample: true }).orderBy('title')) as {
      id: string;
      title: string;
    }[];
    const answered = samples.find(({ title }) => title.includes('ผู้ตอบจริง'))!.id;
    const reply = await board.reply(peer, answered, { body: 'คำตอบของสมาชิกจริง' });
    const real = await board.ask(asker, { title: 'กระทู้ของสมาชิกจริง' });

    expect(await removeSampleThreads(app.strapi)).toBe(1);
    expect((await board.read(`/threads/${answered}`)).data).toMatchObject({
      sample: true,
      replyCount: 1,
      acceptedReply: null,
      state: 'open',
      author: { id: null },
    });
    const { data } = await board.read(`/threads/${answered}/replies`);
    expect(data).toMatchObject([
      { number: 1, removed: 'moderator', bodyHtml: '' },
      { number: 2, id: reply, bodyHtml: '<p>คำตอบของสมาชิกจริง</p>' },
    ]);
    expect((await board.read(`/threads/${real}`)).status).toBe(200);
    const ids = Object.values(people).map(({ id }) => id);
    expect(await table('km_members').whereIn('id', ids)).toEqual([]);
    expect((await board.read('/threads')).meta.total).toBe(2);
    expect(await removeSampleThreads(app.strapi)).toBe(0);
  });
}
